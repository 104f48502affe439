// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.invitation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.time.Period;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nl.rotterdam.reporting.figure.Channel;

/**
 * Whom to ask, and when.
 *
 * @param quietHours when at night nobody is written to, as written; or off: at any hour, on any day
 * @param quietDays on which days nobody is written to either
 * @param notAgainWithin nobody is asked again sooner, by whatever channel
 * @param maxAge nobody is asked later after a contact's end
 * @param sensitiveProducts nobody is asked about a product whose name holds one of these
 * @param testAddresses patterns of addresses that are nobody's
 * @param channels how each channel asks
 */
public record AskingSettings(
    @NotNull
        @Pattern(
            regexp = OFF + "|(?!(.*)-\\1$)" + TIME + "-" + TIME,
            message = "must be two different times such as 20:00-09:00, or off (QUIET_HOURS)")
        String quietHours,
    @NotNull List<@NotNull QuietDay> quietDays,
    @NotNull Period notAgainWithin,
    @NotNull Duration maxAge,
    @NotNull List<@NotNull String> sensitiveProducts,
    @NotNull List<java.util.regex.@NotNull Pattern> testAddresses,
    @NotNull Map<Channel, @NotNull @Valid ChannelSettings> channels) {

  /** The word for: not at all. */
  static final String OFF = "off";

  private static final String TIME = "([01]\\d|2[0-3]):[0-5]\\d";

  /** Days on which nobody is written to. */
  public enum QuietDay {
    SUNDAYS,
    HOLIDAYS
  }

  /** How a survey is held by text message. */
  public enum SmsForm {
    /** One message leads to the page with the questions. */
    LINK,
    /** Each question is a message, and each answer another. */
    DIALOGUE
  }

  /**
   * How one channel asks.
   *
   * @param sample share of its contacts that is asked about, 0 to 1
   * @param delay how long after the contact's end
   * @param lifetime for how many days after that the link works
   * @param media in order of preference; the first for which there is an address
   * @param reminder how long after the mail to remind who has not answered, as written; or off
   * @param sms how the survey is held where the medium is a text message; missing: by a link
   */
  public record ChannelSettings(
      @NotNull @DecimalMin("0") @DecimalMax("1") Double sample,
      @NotNull Duration delay,
      @NotNull Period lifetime,
      @NotEmpty List<@NotNull Medium> media,
      @NotNull
          @Pattern(
              regexp = OFF + "|P[1-9]\\d?D",
              message = "must be a number of days such as P5D, or off (REMIND_AFTER)")
          String reminder,
      SmsForm sms) {

    public ChannelSettings {
      sms = Objects.requireNonNullElse(sms, SmsForm.LINK);
    }

    /** Whether the survey is held by text messages back and forth. */
    public boolean asksByDialogue() {
      return sms == SmsForm.DIALOGUE;
    }

    /** How long after the mail to remind; empty: never. */
    Optional<Period> reminderAfter() {
      return reminder.equals(OFF) ? Optional.empty() : Optional.of(Period.parse(reminder));
    }

    @AssertTrue(message = "must be a delay of 0 or more, such as PT1H (ASK_DELAY)")
    boolean isDelayValid() {
      return delay == null || !delay.isNegative();
    }

    @AssertTrue(message = "must be one day or more, such as P14D")
    boolean isLifetimeValid() {
      return lifetime == null || lifetime.toTotalMonths() > 0 || lifetime.getDays() > 0;
    }

    /** Whether the channel uses addresses, rather than a link that a person hands out. */
    public boolean usesAddresses() {
      return media.contains(Medium.EMAIL) || media.contains(Medium.SMS);
    }
  }

  @AssertTrue(
      message =
          "must not ask later than maxAge (MAX_CONTACT_AGE) after a contact: a delay (ASK_DELAY) is"
              + " longer")
  boolean isDelayWithinMaxAge() {
    return maxAge == null
        || channels == null
        || channels.values().stream()
            .allMatch(asks -> asks.delay() == null || asks.delay().compareTo(maxAge) <= 0);
  }

  @AssertTrue(message = "must name every channel: counter, phone, chat, social and video")
  boolean isChannelsComplete() {
    return channels == null || channels.keySet().equals(EnumSet.allOf(Channel.class));
  }

  /**
   * The same rules, by which everybody is asked at once and no address is a test's; with links,
   * since nobody brings what residents would send.
   */
  public AskingSettings atOnce() {
    Map<Channel, ChannelSettings> atOnce = new EnumMap<>(Channel.class);
    channels.forEach(
        (channel, asks) ->
            atOnce.put(
                channel,
                new ChannelSettings(
                    1.0,
                    Duration.ZERO,
                    asks.lifetime(),
                    asks.media(),
                    asks.reminder(),
                    SmsForm.LINK)));
    return new AskingSettings(
        OFF, List.of(), notAgainWithin, maxAge, sensitiveProducts, List.of(), atOnce);
  }

  /** Whether nobody is to be asked about the product. */
  public boolean sensitive(String product) {
    return product != null
        && sensitiveProducts.stream()
            .anyMatch(
                word -> product.toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT)));
  }

  /** Whether the address is a test's. */
  public boolean test(String address) {
    return testAddresses.stream().anyMatch(pattern -> pattern.matcher(address).matches());
  }
}

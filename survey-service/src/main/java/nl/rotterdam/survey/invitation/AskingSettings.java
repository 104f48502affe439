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
import nl.rotterdam.reporting.figure.Channel;

/**
 * Whom to ask, and when.
 *
 * @param quietHours no such rule yet: off
 * @param notAgainWithin nobody is asked again sooner, by whatever channel
 * @param maxAge a contact that is reported later after its end is not asked about
 * @param sensitiveProducts nobody is asked about a product whose name holds one of these
 * @param testAddresses patterns of addresses that are nobody's
 * @param channels how each channel asks
 */
public record AskingSettings(
    @NotNull
        @Pattern(
            regexp = "off",
            message = "must be off: there are no quiet hours yet (QUIET_HOURS)")
        String quietHours,
    @NotNull Period notAgainWithin,
    @NotNull Duration maxAge,
    @NotNull List<@NotNull String> sensitiveProducts,
    @NotNull List<java.util.regex.@NotNull Pattern> testAddresses,
    @NotNull Map<Channel, @NotNull @Valid ChannelSettings> channels) {

  /**
   * How one channel asks.
   *
   * @param sample share of its contacts that is asked about, 0 to 1
   * @param delay how long after the contact's end
   * @param lifetime for how many days after that the link works
   * @param media in order of preference; the first for which there is an address
   */
  public record ChannelSettings(
      @NotNull @DecimalMin("0") @DecimalMax("1") Double sample,
      @NotNull Duration delay,
      @NotNull Period lifetime,
      @NotEmpty List<@NotNull Medium> media) {

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

  @AssertTrue(message = "must name every channel: counter, phone, chat, social and video")
  boolean isChannelsComplete() {
    return channels == null || channels.keySet().equals(EnumSet.allOf(Channel.class));
  }

  /** The same rules, by which everybody is asked at once and no address is a test's. */
  public AskingSettings atOnce() {
    Map<Channel, ChannelSettings> atOnce = new EnumMap<>(Channel.class);
    channels.forEach(
        (channel, asks) ->
            atOnce.put(
                channel, new ChannelSettings(1.0, Duration.ZERO, asks.lifetime(), asks.media())));
    return new AskingSettings(
        quietHours, notAgainWithin, maxAge, sensitiveProducts, List.of(), atOnce);
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

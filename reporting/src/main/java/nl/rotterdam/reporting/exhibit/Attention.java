// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.exhibit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.rotterdam.reporting.figure.Channel;
import nl.rotterdam.reporting.figure.Figure;
import nl.rotterdam.reporting.figure.Indicator;

/**
 * What needs a reader's attention, the weightiest first: a month that is not over, months without
 * contacts at the end, channels where more people are dissatisfied than a year ago, channels that
 * do clearly worse than the whole, and channels with too few answers.
 */
public final class Attention {
  private static final int MOST = 3;

  private final ShareYears shares;
  private final Edition edition;
  private final Words words;
  private final Notation notation;
  private final FigureText text;

  /**
   * What stands out in these shares.
   *
   * @param shares the shares, now and a year ago
   * @param edition says whether the month is over
   */
  public Attention(ShareYears shares, Edition edition, Words words) {
    this.shares = shares;
    this.edition = edition;
    this.words = words;
    this.notation = new Notation(words);
    this.text = new FigureText(words);
  }

  /** Three lines at most; none where nothing stands out. */
  public List<String> lines() {
    return Stream.of(provisional(), noContacts(), risen(), worse(), tooFew())
        .flatMap(Optional::stream)
        .limit(MOST)
        .toList();
  }

  private Optional<String> provisional() {
    return edition.standing() == Edition.Standing.RUNNING
        ? Optional.of(
            words.text(
                "attention.provisional", Map.of("month", notation.month(shares.table().to()))))
        : Optional.empty();
  }

  private Optional<String> noContacts() {
    return shares
        .table()
        .lastMonth()
        .filter(last -> last.isBefore(shares.table().to()))
        .map(last -> words.text("attention.no_contacts", Map.of("last", notation.month(last))));
  }

  private Optional<String> risen() {
    return line("attention.risen", shares.risen(), this::fromTo);
  }

  private Optional<String> worse() {
    return line(
        "attention.worse",
        shares.clearlyHigher(),
        channel ->
            words.text(
                "attention.channel_value",
                Map.of(
                    "channel",
                    text.name(channel),
                    "share",
                    notation.shareWithInterval(current(channel)))));
  }

  private Optional<String> tooFew() {
    return line(
        "attention.too_few",
        shares.withTooFewAnswers(),
        channel ->
            words.text(
                "attention.channel_n",
                Map.of(
                    "channel", text.name(channel), "answers", text.answers(current(channel).n()))));
  }

  private String fromTo(Channel channel) {
    return words.text(
        "attention.channel_from_to",
        Map.of(
            "channel",
            text.name(channel),
            "earlier",
            share(shares.earlier(Indicator.OVERALL, Optional.of(channel))),
            "share",
            share(current(channel))));
  }

  private Optional<String> line(
      String key, List<Channel> channels, Function<Channel, String> inWords) {
    return channels.isEmpty()
        ? Optional.empty()
        : Optional.of(
            words.text(
                key,
                Map.of(
                    "channels", channels.stream().map(inWords).collect(Collectors.joining(", ")))));
  }

  private Figure current(Channel channel) {
    return shares.current(Indicator.OVERALL, Optional.of(channel));
  }

  private String share(Figure figure) {
    return notation.share(figure.value().orElseThrow());
  }
}

// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.document;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.rotterdam.reporting.figure.Channel;
import nl.rotterdam.reporting.figure.Figure;
import nl.rotterdam.reporting.figure.Indicator;

/**
 * What needs a reader's attention, the weightiest first: a month that is not over, channels where
 * more people are dissatisfied than a year ago, channels that do clearly worse than the whole, and
 * channels with too few answers.
 */
final class Attention {
  private static final int MOST = 3;

  private final ShareYears shares;
  private final Edition edition;
  private final Words words;
  private final Notation notation;
  private final FigureText text;

  Attention(ShareYears shares, Edition edition, Words words) {
    this.shares = shares;
    this.edition = edition;
    this.words = words;
    this.notation = new Notation(words);
    this.text = new FigureText(words);
  }

  /** Three lines at most; none where nothing stands out. */
  List<String> lines() {
    return Stream.of(provisional(), risen(), worse(), tooFew())
        .flatMap(Optional::stream)
        .limit(MOST)
        .toList();
  }

  private Optional<String> provisional() {
    return edition.provisional()
        ? Optional.of(
            words.text(
                "attention.provisional", Map.of("month", notation.month(shares.table().to()))))
        : Optional.empty();
  }

  private Optional<String> risen() {
    List<String> risen =
        channels()
            .filter(
                channel ->
                    shares
                        .difference(Indicator.OVERALL, Optional.of(channel))
                        .filter(d -> ShareYears.direction(d) == ShareYears.Direction.HIGHER)
                        .isPresent())
            .map(
                channel ->
                    words.text(
                        "attention.channel_from_to",
                        Map.of(
                            "channel",
                            text.name(channel),
                            "earlier",
                            share(shares.earlier(Indicator.OVERALL, Optional.of(channel))),
                            "share",
                            share(current(channel)))))
            .toList();
    return line("attention.risen", risen);
  }

  /** Channels whose whole interval lies above that of all channels together. */
  private Optional<String> worse() {
    Figure all = shares.current(Indicator.OVERALL, Optional.empty());
    if (all.upper().isEmpty()) {
      return Optional.empty();
    }
    List<String> worse =
        channels()
            .filter(
                channel ->
                    current(channel).lower().stream()
                        .anyMatch(lower -> lower > all.upper().getAsDouble()))
            .map(
                channel ->
                    words.text(
                        "attention.channel_value",
                        Map.of(
                            "channel",
                            text.name(channel),
                            "share",
                            notation.shareWithInterval(current(channel)))))
            .toList();
    return line("attention.worse", worse);
  }

  private Optional<String> tooFew() {
    List<String> few =
        channels()
            .filter(channel -> current(channel).value().isEmpty() && current(channel).n() > 0)
            .map(
                channel ->
                    words.text(
                        "attention.channel_n",
                        Map.of(
                            "channel",
                            text.name(channel),
                            "answers",
                            text.answers(current(channel).n()))))
            .toList();
    return line("attention.too_few", few);
  }

  private Optional<String> line(String key, List<String> channels) {
    return channels.isEmpty()
        ? Optional.empty()
        : Optional.of(words.text(key, Map.of("channels", String.join(", ", channels))));
  }

  private Figure current(Channel channel) {
    return shares.current(Indicator.OVERALL, Optional.of(channel));
  }

  private String share(Figure figure) {
    return notation.share(figure.value().orElseThrow());
  }

  private static Stream<Channel> channels() {
    return Arrays.stream(Channel.values());
  }
}

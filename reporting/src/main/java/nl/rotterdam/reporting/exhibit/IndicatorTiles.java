// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.exhibit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.rotterdam.reporting.figure.Estimate;
import nl.rotterdam.reporting.figure.Figure;
import nl.rotterdam.reporting.figure.Indicator;

/** The four scores over the last twelve months, each beside the twelve months before. */
public final class IndicatorTiles {
  private final ShareYears shares;
  private final Words words;
  private final Notation notation;
  private final FigureText text;

  /**
   * Tiles of these shares, in these words.
   *
   * @param shares the four shares, now and a year ago
   */
  public IndicatorTiles(ShareYears shares, Words words) {
    this.shares = shares;
    this.words = words;
    this.notation = new Notation(words);
    this.text = new FigureText(words);
  }

  /**
   * One for each score, in order: the share dissatisfied with its interval, its change and the
   * number of answers; where there is no share, why.
   */
  public List<Tile> tiles() {
    return Arrays.stream(Indicator.values()).map(this::tile).toList();
  }

  private Tile tile(Indicator indicator) {
    Figure current = shares.current(indicator, Optional.empty());
    List<String> lines = new ArrayList<>();
    if (current.value().isEmpty()) {
      if (current.n() > 0) {
        lines.add(text.answers(current.n()));
      }
      String why =
          shares.windowIsComplete()
              ? text.missing(current)
              : words.text("figure.window_incomplete");
      return new Tile(text.name(indicator), why, false, false, lines);
    }
    lines.add(
        words.text(
            "tile.interval",
            Map.of(
                "interval",
                notation.shareInterval(
                    current.lower().orElseThrow(), current.upper().orElseThrow()))));
    lines.add(change(indicator));
    lines.add(text.answers(current.n()));
    return new Tile(
        text.name(indicator),
        notation.share(current.value().getAsDouble()),
        true,
        indicator == Indicator.OVERALL,
        lines);
  }

  /** The change in words; lower or higher only where it is more than chance. */
  private String change(Indicator indicator) {
    Optional<Estimate> difference = shares.difference(indicator, Optional.empty());
    if (difference.isEmpty()) {
      return words.text("tile.change.none");
    }
    Figure earlier = shares.earlier(indicator, Optional.empty());
    String key =
        switch (ShareYears.direction(difference.get())) {
          case LOWER -> "tile.change.lower";
          case HIGHER -> "tile.change.higher";
          case UNCLEAR -> "tile.change.unclear";
        };
    return words.text(key, Map.of("earlier", notation.share(earlier.value().orElseThrow())));
  }
}

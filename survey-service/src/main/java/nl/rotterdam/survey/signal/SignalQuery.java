// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.signal;

import java.time.YearMonth;
import java.util.Optional;

/**
 * Which signals somebody wants to see; what is empty is not chosen by.
 *
 * @param words as they were typed: with quotes, + and -, or any other way
 * @param theme a code, or none
 */
public record SignalQuery(
    String words,
    Optional<YearMonth> from,
    Optional<YearMonth> to,
    Optional<String> channel,
    Optional<String> theme,
    Optional<ScoreGroup> group) {

  /** All of them. */
  public static final SignalQuery ALL =
      new SignalQuery(
          "",
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /** The same about this theme. */
  public SignalQuery about(Optional<String> other) {
    return new SignalQuery(words, from, to, channel, other, group);
  }

  /** The same with such scores. */
  public SignalQuery scored(Optional<ScoreGroup> other) {
    return new SignalQuery(words, from, to, channel, theme, other);
  }
}

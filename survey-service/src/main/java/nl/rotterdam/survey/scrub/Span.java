// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.scrub;

import java.util.regex.MatchResult;

/**
 * A part of a text.
 *
 * @param start its first character
 * @param end the one after its last
 */
record Span(Kind kind, int start, int end) {
  Span {
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException(
          "A span is of one character or more, not from %d to %d".formatted(start, end));
    }
  }

  static Span of(Kind kind, MatchResult match) {
    return new Span(kind, match.start(), match.end());
  }

  boolean overlaps(Span other) {
    return start < other.end && other.start < end;
  }

  /** Both of them, by the kind that goes first. */
  Span and(Span other) {
    return new Span(
        kind.compareTo(other.kind) < 0 ? kind : other.kind,
        Math.min(start, other.start),
        Math.max(end, other.end));
  }
}

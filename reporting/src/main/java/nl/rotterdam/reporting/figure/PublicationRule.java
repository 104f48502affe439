// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.figure;

/**
 * When a figure is public, and when a standardised one exists.
 *
 * @param threshold fewest answers for a public value (default 30)
 * @param coverage least share of the baseline's contacts that a standardised figure must stand for,
 *     in (0, 1] (default 0.90)
 */
public record PublicationRule(int threshold, double coverage) {

  /** Thirty answers; nine tenths of the contacts. */
  public static final PublicationRule DEFAULT = new PublicationRule(30, 0.90);

  public PublicationRule {
    if (threshold < 1) {
      throw new IllegalArgumentException("The threshold is 1 or more, not " + threshold);
    }
    if (!(coverage > 0 && coverage <= 1)) {
      throw new IllegalArgumentException("Coverage lies between 0 and 1, not " + coverage);
    }
  }

  /** The status of a figure that rests on n observations. */
  public Status statusOf(long n) {
    if (n == 0) {
      return Status.EMPTY;
    }
    return n < threshold ? Status.BELOW_PUBLICATION : Status.OK;
  }
}

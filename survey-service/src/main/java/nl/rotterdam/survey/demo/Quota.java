// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.demo;

/**
 * Decides one by one, so that over any stretch as many say yes as their chances add up to: every
 * date gets a city with the same story, without a lucky or an unlucky draw.
 */
final class Quota {
  private double owed;

  /**
   * @param start where the count begins, 0 to 1
   */
  Quota(double start) {
    this.owed = start;
  }

  /** Whether this one, who has this chance, says yes. */
  boolean next(double chance) {
    owed += chance;
    if (owed < 1) {
      return false;
    }
    owed -= 1;
    return true;
  }
}

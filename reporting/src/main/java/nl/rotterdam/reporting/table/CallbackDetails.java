// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.table;

import java.util.List;
import java.util.Map;
import nl.rotterdam.reporting.breakdown.Dimension;
import nl.rotterdam.reporting.figure.Grades;
import nl.rotterdam.reporting.operation.Callbacks;

/**
 * What is known of call-back notes beside their number.
 *
 * @param parts notes by month and group, each at most once; notes of which the group is not known
 *     are in none
 * @param scores by calendar year that is over, the timeliness scores of residents who were promised
 *     to be called back
 */
public record CallbackDetails(List<Part> parts, Map<Integer, Scores> scores) {

  /** Where nothing more is known. */
  public static final CallbackDetails NONE = new CallbackDetails(List.of(), Map.of());

  public CallbackDetails {
    parts = List.copyOf(parts);
    scores = Map.copyOf(scores);
  }

  /**
   * The call-back notes of a month in one group.
   *
   * @param dimension cluster or neighbourhood
   */
  public record Part(Dimension dimension, String group, Callbacks callbacks) {}

  /**
   * Timeliness scores.
   *
   * @param onTime of residents who were called back in time
   * @param late of residents who were called back late, or not
   */
  public record Scores(Grades onTime, Grades late) {

    /** No scores at all. */
    public static final Scores NONE = new Scores(Grades.NONE, Grades.NONE);

    /** The scores of both. */
    public Scores plus(Scores other) {
      return new Scores(onTime.plus(other.onTime), late.plus(other.late));
    }
  }
}

// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.figure;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * All that is counted for one channel or all together, over any number of months.
 *
 * @param contacts number of contacts
 * @param invited number of contacts whose resident was invited to answer
 * @param notInvited the other contacts, by reason
 * @param reach how far the invitations got
 * @param complete answers with all four scores
 * @param partial answers with one to three scores
 * @param work what is counted of the contacts themselves
 * @param grades scores by indicator; an indicator without scores may be absent
 */
public record Tally(
    long contacts,
    long invited,
    NotInvited notInvited,
    Reach reach,
    long complete,
    long partial,
    OwnWork work,
    Map<Indicator, Grades> grades) {

  /** Nothing was counted. */
  public static final Tally NONE =
      new Tally(0, 0, NotInvited.NONE, Reach.NONE, 0, 0, OwnWork.NONE, Map.of());

  public Tally {
    grades = Map.copyOf(grades);
  }

  /** What was counted in one month for one channel. */
  public static Tally of(MonthlyCounts counts) {
    return new Tally(
        counts.contacts(),
        counts.invited(),
        counts.notInvited(),
        counts.reach(),
        counts.complete(),
        counts.partial(),
        counts.work(),
        counts.grades());
  }

  /** What was counted in both. */
  public Tally plus(Tally other) {
    return new Tally(
        contacts + other.contacts,
        invited + other.invited,
        notInvited.plus(other.notInvited),
        reach.plus(other.reach),
        complete + other.complete,
        partial + other.partial,
        work.plus(other.work),
        Arrays.stream(Indicator.values())
            .collect(
                Collectors.toMap(
                    Function.identity(),
                    indicator -> grades(indicator).plus(other.grades(indicator)))));
  }

  /** Answers with at least one score. */
  public long answered() {
    return complete + partial;
  }

  /**
   * The response rate RR2, answers of those invited; without value where nobody was invited, or
   * where more answered than were: then the counts contradict each other.
   */
  public Share response() {
    return answered() > invited
        ? Share.NONE
        : new ResponseRates(invited, 0, 0, complete, partial).rr2();
  }

  /** Scores for the indicator; {@link Grades#NONE} where there are none. */
  public Grades grades(Indicator indicator) {
    return grades.getOrDefault(indicator, Grades.NONE);
  }
}

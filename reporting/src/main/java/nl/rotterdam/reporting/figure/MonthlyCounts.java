// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.figure;

import java.time.YearMonth;
import java.util.Map;

/**
 * All that is counted for one channel in one month.
 *
 * @param month local calendar month in which the contacts started
 * @param channel the channel of those contacts
 * @param contacts number of contacts
 * @param invited number of contacts whose resident was invited to answer
 * @param notInvited the other contacts, by reason
 * @param reach how far the invitations got
 * @param complete answers with all four scores
 * @param partial answers with one to three scores
 * @param work what is counted of the contacts themselves
 * @param grades scores by indicator; an indicator without scores may be absent
 */
public record MonthlyCounts(
    YearMonth month,
    Channel channel,
    long contacts,
    long invited,
    NotInvited notInvited,
    Reach reach,
    long complete,
    long partial,
    OwnWork work,
    Map<Indicator, Grades> grades) {

  public MonthlyCounts {
    grades = Map.copyOf(grades);
    if (contacts < 0 || invited < 0 || complete < 0 || partial < 0) {
      throw new IllegalArgumentException(
          "Counts of %s %s must be 0 or more".formatted(month, channel.code()));
    }
  }

  /** The same where it is not known how far the invitations got. */
  public MonthlyCounts(
      YearMonth month,
      Channel channel,
      long contacts,
      long invited,
      NotInvited notInvited,
      long complete,
      long partial,
      OwnWork work,
      Map<Indicator, Grades> grades) {
    this(
        month,
        channel,
        contacts,
        invited,
        notInvited,
        Reach.UNKNOWN,
        complete,
        partial,
        work,
        grades);
  }

  /** The same where it is not known either why the others were not invited. */
  public MonthlyCounts(
      YearMonth month,
      Channel channel,
      long contacts,
      long invited,
      long complete,
      long partial,
      OwnWork work,
      Map<Indicator, Grades> grades) {
    this(month, channel, contacts, invited, NotInvited.NONE, complete, partial, work, grades);
  }

  /** Scores for the indicator; {@link Grades#NONE} where there are none. */
  public Grades grades(Indicator indicator) {
    return grades.getOrDefault(indicator, Grades.NONE);
  }
}

// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.rotterdam.reporting.figure.Channel;
import nl.rotterdam.reporting.figure.Grades;
import nl.rotterdam.reporting.figure.Indicator;
import nl.rotterdam.reporting.figure.MonthlyCounts;
import nl.rotterdam.reporting.figure.OwnWork;

/** Counts of one month and channel: everyone is invited and nobody answers, unless said. */
public record CountsFixture(
    YearMonth month, Channel channel, long contacts, long answered, Map<Indicator, Grades> grades) {

  public static CountsFixture contacts(String month, Channel channel, long contacts) {
    return new CountsFixture(YearMonth.parse(month), channel, contacts, 0, Map.of());
  }

  /** All four scores are a 6 from some and an 8 from the others. */
  public CountsFixture answered(long dissatisfied, long satisfied) {
    Grades scores = Grades.of(0, 0, 0, 0, 0, 0, dissatisfied, 0, satisfied, 0, 0);
    return new CountsFixture(
        month,
        channel,
        contacts,
        dissatisfied + satisfied,
        Arrays.stream(Indicator.values())
            .collect(Collectors.toMap(Function.identity(), indicator -> scores)));
  }

  public MonthlyCounts build() {
    return new MonthlyCounts(month, channel, contacts, contacts, answered, 0, OwnWork.NONE, grades);
  }
}

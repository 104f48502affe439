// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.rotterdam.reporting.Oracle;
import nl.rotterdam.reporting.figure.Channel;
import nl.rotterdam.reporting.figure.Figure;
import nl.rotterdam.reporting.figure.Grades;
import nl.rotterdam.reporting.figure.Indicator;
import nl.rotterdam.reporting.figure.MonthlyCounts;
import nl.rotterdam.reporting.figure.OwnWork;
import nl.rotterdam.reporting.figure.Period;
import nl.rotterdam.reporting.figure.PublicationRule;
import nl.rotterdam.reporting.table.Verdict.Change;
import nl.rotterdam.reporting.table.Verdict.Standing;
import nl.rotterdam.reporting.trend.Definitions;
import nl.rotterdam.reporting.trend.Goal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Three years and five months of one city, beside what R computed from the single answers. */
class CityFiguresTest {
  private static final Goal GOAL =
      new Goal(
          Period.year(2022),
          0.30,
          YearMonth.of(2026, 12),
          Period.twelveMonthsTo(YearMonth.of(2026, 12)));
  private static final List<MonthlyCounts> COUNTS =
      Oracle.rowsOf("/city/counts.csv").map(CityFiguresTest::counts).toList();
  private static final FiguresTable TABLE = table(COUNTS);
  private static final Map<String, FigureRow> ROWS =
      TABLE.rows().stream().collect(Collectors.toMap(CityFiguresTest::keyOf, Function.identity()));

  static Stream<Oracle> expected() {
    return Oracle.rowsOf("/city/expected.csv");
  }

  @ParameterizedTest
  @MethodSource("expected")
  void agreesWithR(Oracle oracle) {
    String key =
        Stream.of("figure", "indicator", "channel", "period")
            .map(oracle::text)
            .collect(Collectors.joining(","));
    assertThat(ROWS).containsKey(key);
    Figure figure = ROWS.get(key).figure();
    oracle.agrees("value", figure.value());
    oracle.agrees("lower", figure.lower());
    oracle.agrees("upper", figure.upper());
    if (!oracle.text("n").isEmpty()) {
      oracle.agrees("n", OptionalDouble.of((double) figure.n()));
    }
  }

  @Test
  void theGoalIsNotExcludedYet() {
    assertThat(TABLE.verdict().change()).hasValue(Change.FALLEN);
    assertThat(TABLE.verdict().standing()).isEqualTo(Standing.GOAL_WITHIN_INTERVAL);
  }

  @Test
  void theOrderOfTheCountsDoesNotMatter() {
    List<MonthlyCounts> shuffled = new ArrayList<>(COUNTS);
    Collections.shuffle(shuffled, new Random(2022));
    assertThat(table(shuffled).rows()).isEqualTo(TABLE.rows());
  }

  private static FiguresTable table(List<MonthlyCounts> counts) {
    return FiguresTable.of(
        CityCounts.of(counts),
        new Definitions(GOAL, PublicationRule.DEFAULT),
        YearMonth.of(2025, 5));
  }

  private static String keyOf(FigureRow row) {
    return String.join(
        ",",
        row.name().code(),
        row.indicator().map(Indicator::code).orElse(""),
        row.channel().map(Channel::code).orElse("all"),
        row.period().toString());
  }

  private static MonthlyCounts counts(Oracle row) {
    return new MonthlyCounts(
        YearMonth.parse(row.text("month")),
        Channel.of(row.text("channel")).orElseThrow(),
        row.count("contacts"),
        row.count("invited"),
        row.count("complete"),
        row.count("partial"),
        OwnWork.NONE,
        Arrays.stream(Indicator.values())
            .collect(
                Collectors.toMap(
                    Function.identity(), indicator -> grades(row.text(indicator.code())))));
  }

  private static Grades grades(String counts) {
    return Grades.of(Arrays.stream(counts.split(" ")).mapToLong(Long::parseLong).toArray());
  }
}

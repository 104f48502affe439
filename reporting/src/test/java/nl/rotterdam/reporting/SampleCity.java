// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import nl.rotterdam.reporting.figure.Channel;
import nl.rotterdam.reporting.figure.Grades;
import nl.rotterdam.reporting.figure.Indicator;
import nl.rotterdam.reporting.figure.MonthlyCounts;
import nl.rotterdam.reporting.figure.NotInvited;
import nl.rotterdam.reporting.figure.OwnWork;
import nl.rotterdam.reporting.figure.Period;
import nl.rotterdam.reporting.figure.PublicationRule;
import nl.rotterdam.reporting.figure.Reach;
import nl.rotterdam.reporting.figure.Visits;
import nl.rotterdam.reporting.operation.Callbacks;
import nl.rotterdam.reporting.table.CityCounts;
import nl.rotterdam.reporting.table.FiguresTable;
import nl.rotterdam.reporting.table.GivenCount;
import nl.rotterdam.reporting.table.GivenFigure;
import nl.rotterdam.reporting.trend.Definitions;
import nl.rotterdam.reporting.trend.Goal;

/**
 * A small city whose counts follow from a formula: dissatisfaction that slowly falls, five channels
 * with unlike response, video from 2023 on and hardly an answer by social media. Call-backs get
 * better, and one location tells by itself how many came.
 */
public final class SampleCity {
  public static final YearMonth FIRST = YearMonth.of(2022, 1);
  public static final YearMonth LAST = YearMonth.of(2025, 5);
  public static final Goal GOAL =
      new Goal(
          Period.year(2022),
          0.30,
          YearMonth.of(2026, 12),
          Period.twelveMonthsTo(YearMonth.of(2026, 12)));

  private SampleCity() {}

  /** The figures as they stand at the end of a month. */
  public static FiguresTable table(YearMonth to) {
    return table(city(), to);
  }

  /** All that is counted in the city. */
  public static CityCounts city() {
    List<Callbacks> callbacks = new ArrayList<>();
    List<Visits> visits = new ArrayList<>();
    for (YearMonth month : Period.window(FIRST, LAST).months().toList()) {
      long late = 20 - month.getYear() % 100 / 2;
      callbacks.add(new Callbacks(month, 70 + month.getMonthValue(), 50, late));
      visits.add(new Visits(month, "Centrum", 400));
      visits.add(new Visits(month, "Noord", 235));
    }
    return new CityCounts(
        counts(),
        visits,
        callbacks,
        List.of(
            new GivenCount(
                GivenFigure.VISITS_APPOINTMENT, Optional.of("Centrum"), Period.year(2024), 140_897),
            new GivenCount(
                GivenFigure.VISITS_WALK_IN, Optional.of("Centrum"), Period.year(2024), 44_545)),
        Map.of());
  }

  /** The figures of another city. */
  public static FiguresTable table(CityCounts city, YearMonth to) {
    return FiguresTable.of(city, new Definitions(GOAL, PublicationRule.DEFAULT), to);
  }

  /** The figures of other counts. */
  public static FiguresTable table(List<MonthlyCounts> counts, YearMonth to) {
    return table(CityCounts.of(counts), to);
  }

  /** All counts, from the first month to the last. */
  public static List<MonthlyCounts> counts() {
    List<MonthlyCounts> counts = new ArrayList<>();
    for (YearMonth month : Period.window(FIRST, LAST).months().toList()) {
      counts.add(counts(month, Channel.COUNTER, 620, 120, 7));
      counts.add(counts(month, Channel.PHONE, 600, 85, 13));
      counts.add(counts(month, Channel.CHAT, 250, 20, 22));
      counts.add(counts(month, Channel.SOCIAL, 70, month.getMonthValue() % 4 == 0 ? 1 : 0, 30));
      if (month.getYear() > 2022) {
        counts.add(counts(month, Channel.VIDEO, 40, 8, 10));
      }
    }
    return counts;
  }

  /** One answer in all: an 8 for everything, at the counter. */
  public static List<MonthlyCounts> oneAnswer(YearMonth month) {
    Map<Indicator, Grades> grades = new EnumMap<>(Indicator.class);
    for (Indicator indicator : Indicator.values()) {
      grades.put(indicator, Grades.of(0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0));
    }
    return List.of(new MonthlyCounts(month, Channel.COUNTER, 3, 2, 1, 0, OwnWork.NONE, grades));
  }

  private static MonthlyCounts counts(
      YearMonth month, Channel channel, long invited, int answers, int percentAtFirst) {
    int age = (month.getYear() - FIRST.getYear()) * 12 + month.getMonthValue() - 1;
    Map<Indicator, Grades> grades = new EnumMap<>(Indicator.class);
    for (Indicator indicator : Indicator.values()) {
      double share = percentAtFirst / 100.0 * (1 - age * 0.008) * (1 - indicator.ordinal() * 0.15);
      long wave = (age * 7L + channel.ordinal() * 3L) % 5 - 2;
      long dissatisfied = Math.max(0, Math.min(answers, Math.round(answers * share) + wave));
      long promoters = (answers - dissatisfied) * 2 / 3;
      grades.put(
          indicator,
          Grades.of(
              0, 0, 0, 0, 0, dissatisfied, 0, 0, answers - dissatisfied - promoters, promoters, 0));
    }
    return new MonthlyCounts(
        month,
        channel,
        invited + 15,
        invited,
        new NotInvited(Map.of("no_address", 12L, "asked_recently", 3L)),
        channel == Channel.VIDEO ? Reach.UNKNOWN : reach(channel, invited, answers),
        answers,
        0,
        work(channel, invited, age),
        grades);
  }

  private static Reach reach(Channel channel, long invited, int answers) {
    long delivered = channel == Channel.SOCIAL ? invited : invited - 4;
    return new Reach(
        OptionalLong.of(delivered),
        OptionalLong.of(answers + (delivered - answers) / 10),
        channel == Channel.PHONE ? 1 : 0);
  }

  private static OwnWork work(Channel channel, long invited, int age) {
    return switch (channel) {
      case PHONE -> new OwnWork(450 + 2L * age, invited - 450 - 2L * age, 0);
      case VIDEO -> new OwnWork(0, 0, invited - 5);
      case COUNTER, CHAT, SOCIAL -> OwnWork.NONE;
    };
  }
}

// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.report;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.rotterdam.reporting.exhibit.Edition;
import nl.rotterdam.reporting.exhibit.Edition.Standing;
import nl.rotterdam.reporting.figure.Channel;
import nl.rotterdam.reporting.figure.Grades;
import nl.rotterdam.reporting.figure.Indicator;
import nl.rotterdam.reporting.figure.MonthlyCounts;
import nl.rotterdam.reporting.figure.OwnWork;
import nl.rotterdam.reporting.figure.Period;
import nl.rotterdam.reporting.figure.PublicationRule;
import nl.rotterdam.reporting.table.CityCounts;
import nl.rotterdam.reporting.table.FiguresTable;
import nl.rotterdam.reporting.trend.Definitions;
import nl.rotterdam.reporting.trend.Goal;
import nl.rotterdam.survey.database.Database;
import nl.rotterdam.survey.text.Templates;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.sqlobject.SqlObjectPlugin;

/**
 * A report that nobody sees, of a made-up city: it makes Java load database, fonts, charts and PDF
 * on one core, while the settings are read on another. Most of the time of a command is that
 * loading.
 */
public final class Rehearsal {
  private static final YearMonth FIRST = YearMonth.of(2022, 1);
  private static final YearMonth LAST = YearMonth.of(2024, 1);
  private static final Goal GOAL =
      new Goal(
          Period.year(2022), 0.30, LAST.plusYears(1), Period.twelveMonthsTo(LAST.plusYears(1)));

  private Rehearsal() {}

  /** Begins where a second core is free for it; a failure is told by Java and stops nothing. */
  public static void begin() {
    if (Runtime.getRuntime().availableProcessors() == 1) {
      return;
    }
    Thread thread = new Thread(Rehearsal::play, "rehearsal");
    thread.setDaemon(true);
    thread.start();
  }

  static void play() {
    Database.configure(Jdbi.create("jdbc:h2:mem:rehearsal").installPlugin(new SqlObjectPlugin()))
        .useHandle(handle -> handle.select("select current_date").mapTo(LocalDate.class).one());
    FontFile.provide();
    ReadersWords words =
        new ReadersWords(
            new Templates(Optional.empty()).texts(Issues.AUDIENCE, "nl").orElseThrow());
    Issue issue =
        new Issue(
            table(),
            new Edition(words.text("organisation"), LocalDate.EPOCH, Standing.CONCEPT),
            words,
            Optional.empty());
    MonthlyReports.files(issue);
  }

  private static FiguresTable table() {
    List<MonthlyCounts> counts =
        Period.window(FIRST, LAST).months().map(Rehearsal::counts).toList();
    return FiguresTable.of(
        CityCounts.of(counts), new Definitions(GOAL, PublicationRule.DEFAULT), LAST);
  }

  private static MonthlyCounts counts(YearMonth month) {
    Grades grades = Grades.of(0, 0, 0, 0, 0, 0, 5, 0, 20, 20, 0);
    return new MonthlyCounts(
        month,
        Channel.PHONE,
        60,
        50,
        45,
        0,
        new OwnWork(30, 10, 0),
        Arrays.stream(Indicator.values())
            .collect(Collectors.toMap(Function.identity(), indicator -> grades)));
  }
}

// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.workplace;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import nl.rotterdam.reporting.breakdown.Dimension;
import nl.rotterdam.reporting.exhibit.DataTable;
import nl.rotterdam.reporting.exhibit.FigureText;
import nl.rotterdam.reporting.exhibit.Notation;
import nl.rotterdam.reporting.figure.Figure;
import nl.rotterdam.reporting.figure.Indicator;
import nl.rotterdam.reporting.table.FigureName;
import nl.rotterdam.reporting.table.FigureRow;
import nl.rotterdam.reporting.table.FigureRow.Subject;
import nl.rotterdam.reporting.table.FiguresTable;
import nl.rotterdam.reporting.table.Group;
import nl.rotterdam.reporting.table.Grouping;
import nl.rotterdam.survey.problem.ProblemException;
import nl.rotterdam.survey.report.Issue;

/**
 * The answers of one year by one dimension.
 *
 * @param years of which there is a breakdown, the last first
 * @param year the one that is shown; null where there is none
 * @param sort by which column the lines are sorted
 */
public record GroupsView(
    Dimension dimension, List<String> years, String year, String sort, List<Line> lines) {

  /** A group: its name, and its figures as they are written. */
  public record Line(String name, String answers, String share, String mean, String nps) {}

  /** By what lines are sorted: by name from A, by numbers from the highest. */
  private enum Sort {
    NAME(Comparator.comparing(Found::name)),
    ANSWERS(Comparator.comparingLong((Found found) -> found.share().n()).reversed()),
    SHARE(descending(Found::share)),
    MEAN(descending(Found::mean)),
    NPS(descending(Found::nps));

    private final Comparator<Found> order;

    Sort(Comparator<Found> order) {
      this.order = order;
    }

    private static Comparator<Found> descending(Function<Found, Figure> figure) {
      return Comparator.comparing(
              figure, Comparator.comparingDouble((Figure one) -> one.value().orElse(-1)))
          .reversed();
    }

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private record Found(String name, boolean other, Figure share, Figure mean, Figure nps) {}

  /**
   * The year that is asked for; the last where none is.
   *
   * @throws ProblemException 400 where that year has no breakdown, or nothing is sorted so
   */
  static GroupsView of(Issue issue, Dimension dimension, String year, String sort) {
    FiguresTable table = issue.table().forThePublic();
    Sort order = order(sort);
    List<FigureRow> rows =
        table.rows().stream()
            .filter(row -> row.name() == FigureName.SHARE)
            .filter(row -> row.indicator().equals(Optional.of(Indicator.OVERALL)))
            .filter(row -> isBy(dimension, row))
            .toList();
    List<String> years =
        rows.stream()
            .map(row -> row.period().toString())
            .distinct()
            .sorted(Comparator.reverseOrder())
            .toList();
    if (year != null && !year.isEmpty() && !years.contains(year)) {
      throw ProblemException.badField("year", "must be one of " + String.join(", ", years));
    }
    String shown = year == null || year.isEmpty() ? years.stream().findFirst().orElse(null) : year;
    Notation notation = new Notation(issue.words());
    FigureText text = new FigureText(issue.words());
    List<Line> lines =
        rows.stream()
            .filter(row -> row.period().toString().equals(shown))
            .map(row -> found(issue, table, row))
            .sorted(Comparator.comparing(Found::other).thenComparing(order.order))
            .map(
                found ->
                    new Line(
                        found.name(),
                        notation.count(found.share().n()),
                        onOneLine(text.share(found.share())),
                        onOneLine(text.grade(found.mean())),
                        onOneLine(text.points(found.nps()))))
            .toList();
    return new GroupsView(dimension, years, shown, order.code(), lines);
  }

  private static Sort order(String sort) {
    if (sort == null || sort.isEmpty()) {
      return Sort.NAME;
    }
    return Arrays.stream(Sort.values())
        .filter(known -> known.code().equals(sort))
        .findFirst()
        .orElseThrow(
            () ->
                ProblemException.badField(
                    "sort",
                    "must be one of "
                        + String.join(
                            ", ", Arrays.stream(Sort.values()).map(Sort::code).toList())));
  }

  private static boolean isBy(Dimension dimension, FigureRow row) {
    return row.group().filter(group -> group.dimension() == Grouping.by(dimension)).isPresent();
  }

  private static String onOneLine(DataTable.Cell cell) {
    return FigureText.onOneLine(cell).text();
  }

  private static Found found(Issue issue, FiguresTable table, FigureRow share) {
    Group group = share.group().orElseThrow();
    return new Found(
        group.isOther() ? issue.words().text("groups.other") : group.name(),
        group.isOther(),
        share.figure(),
        find(table, FigureName.MEAN, share),
        find(table, FigureName.NPS, share));
  }

  /** A group that is shown has all of them: an answer always has the overall score. */
  private static Figure find(FiguresTable table, FigureName name, FigureRow beside) {
    return table
        .find(
            new Subject(
                name,
                beside.indicator(),
                beside.channel(),
                beside.location(),
                beside.period().toString(),
                beside.group()))
        .orElseThrow();
  }
}

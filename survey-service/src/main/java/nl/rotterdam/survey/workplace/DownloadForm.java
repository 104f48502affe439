// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.workplace;

import jakarta.ws.rs.FormParam;
import java.time.Year;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import nl.rotterdam.survey.download.Order;
import nl.rotterdam.survey.download.Order.Kind;
import nl.rotterdam.survey.figures.Figures;
import nl.rotterdam.survey.problem.ProblemException;
import nl.rotterdam.survey.report.Issues;

/** Which download somebody asks for. */
public final class DownloadForm {
  @FormParam("kind")
  private String kind;

  @FormParam("month")
  private String month;

  @FormParam("year")
  private String year;

  @FormParam("language")
  private String language;

  @FormParam("from")
  private String from;

  @FormParam("to")
  private String to;

  /**
   * As it is to be made.
   *
   * @param years of which there are reports
   */
  Order order(Figures figures, List<Year> years) {
    return switch (kind()) {
      case PACK -> Order.pack(month("month", month, figures));
      case REPORTS -> reports(figures.runningMonth(), years);
      case FIGURES -> figures(figures);
    };
  }

  private Kind kind() {
    return Arrays.stream(Kind.values())
        .filter(each -> each.code().equals(kind))
        .findFirst()
        .orElseThrow(() -> notOneOf("kind", Arrays.stream(Kind.values()).map(Kind::code).toList()));
  }

  /** Of the months that are over. */
  private Order reports(YearMonth running, List<Year> years) {
    Year chosen =
        years.stream()
            .filter(each -> each.toString().equals(year))
            .findFirst()
            .orElseThrow(() -> notOneOf("year", years));
    if (!Issues.LANGUAGES.contains(language)) {
      throw notOneOf("language", Issues.LANGUAGES);
    }
    YearMonth december = chosen.atMonth(12);
    YearMonth last = december.isBefore(running) ? december : running.minusMonths(1);
    return Order.reports(chosen.atMonth(1), last, language);
  }

  /** Whichever of the two months is chosen first. */
  private Order figures(Figures figures) {
    YearMonth one = month("from", from, figures);
    YearMonth other = month("to", to, figures);
    return one.isAfter(other) ? Order.figures(other, one) : Order.figures(one, other);
  }

  private static YearMonth month(String field, String written, Figures figures) {
    return figures.month(field, written == null ? "" : written);
  }

  private static ProblemException notOneOf(String field, List<?> allowed) {
    return ProblemException.badField(
        field,
        "must be one of "
            + allowed.stream().map(Object::toString).collect(Collectors.joining(", ")));
  }
}

// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.exhibit;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import nl.rotterdam.reporting.figure.Channel;
import nl.rotterdam.reporting.figure.Figure;
import nl.rotterdam.reporting.figure.Indicator;

/** Figures and their names as cells and lines of a document. */
public final class FigureText {
  private final Words words;
  private final Notation notation;

  public FigureText(Words words) {
    this.words = words;
    this.notation = new Notation(words);
  }

  public String name(Channel channel) {
    return words.text("channel." + channel.code());
  }

  public String name(Indicator indicator) {
    return words.text("indicator." + indicator.code());
  }

  /** "2.651 antwoorden". */
  public String answers(long n) {
    return n == 1
        ? words.text("figure.one_answer")
        : words.text("figure.answers", Map.of("n", notation.count(n)));
  }

  /** "n = 2.651". */
  public String number(long n) {
    return words.text("figure.n", Map.of("n", notation.count(n)));
  }

  /** Why there is no value: no answers, or too few. */
  public String missing(Figure figure) {
    return words.text(figure.n() == 0 ? "figure.none" : "figure.too_few");
  }

  /** A share with its limits and n below it. */
  public DataTable.Cell share(Figure figure) {
    return cell(
        figure,
        notation::share,
        f -> notation.shareInterval(f.lower().orElseThrow(), f.upper().orElseThrow()));
  }

  /** A share in three cells: value, limits and n. */
  public List<DataTable.Cell> apart(Figure share) {
    String value =
        share.value().isPresent() ? notation.share(share.value().getAsDouble()) : missing(share);
    String limits =
        share.lower().isPresent() && share.upper().isPresent()
            ? notation.shareInterval(share.lower().getAsDouble(), share.upper().getAsDouble())
            : "";
    String n = share.n() == 0 ? "" : notation.count(share.n());
    return List.of(DataTable.Cell.of(value), DataTable.Cell.of(limits), DataTable.Cell.of(n));
  }

  /** A grade with its limits and n below it. */
  public DataTable.Cell grade(Figure figure) {
    return cell(
        figure,
        notation::grade,
        f -> notation.gradeInterval(f.lower().orElseThrow(), f.upper().orElseThrow()));
  }

  /** NPS points with their limits and n below them. */
  public DataTable.Cell points(Figure figure) {
    return cell(
        figure,
        notation::points,
        f -> notation.pointsInterval(f.lower().orElseThrow(), f.upper().orElseThrow()));
  }

  /** On one line, for a table that has room beside the value and n in a column of its own. */
  public static DataTable.Cell onOneLine(DataTable.Cell cell) {
    return cell.notes().size() < 2
        ? DataTable.Cell.of(cell.text())
        : DataTable.Cell.of(cell.text() + " (" + cell.notes().get(0) + ")");
  }

  private DataTable.Cell cell(
      Figure figure, Function<Double, String> value, Function<Figure, String> interval) {
    String n = number(figure.n());
    if (figure.value().isEmpty()) {
      return new DataTable.Cell(missing(figure), figure.n() == 0 ? List.of() : List.of(n));
    }
    String text = value.apply(figure.value().getAsDouble());
    return figure.lower().isPresent() && figure.upper().isPresent()
        ? new DataTable.Cell(text, List.of(interval.apply(figure), n))
        : new DataTable.Cell(text, List.of(n));
  }
}

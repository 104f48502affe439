// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.figures;

import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import nl.rotterdam.reporting.figure.Channel;
import nl.rotterdam.reporting.figure.Figure;
import nl.rotterdam.reporting.figure.Indicator;
import nl.rotterdam.reporting.figure.Period;
import nl.rotterdam.reporting.figure.Status;
import nl.rotterdam.reporting.office.FormulaGuard;
import nl.rotterdam.reporting.table.FigureName;
import nl.rotterdam.reporting.table.FigureRow;
import nl.rotterdam.reporting.table.Group;
import nl.rotterdam.reporting.table.Grouping;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/** The figures table as CSV, in the columns of its contract. */
public final class FiguresCsv {
  private static final String ALL = "all";
  private static final String GIVEN = "given";
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();
  private static final CSVFormat HEADED =
      FORMAT.builder().setHeader().setSkipHeaderRecord(true).get();

  /** The columns in their order; what was published before there was a source lacks that. */
  private static final Map<String, Function<FigureRow, Object>> CELLS = new LinkedHashMap<>();

  static {
    CELLS.put("figure", row -> row.name().code());
    CELLS.put("indicator", FiguresCsv::indicator);
    CELLS.put("channel", FiguresCsv::channel);
    CELLS.put("location", row -> FormulaGuard.on(row.location().orElse("")));
    CELLS.put("period", FigureRow::period);
    CELLS.put("value", row -> number(row.figure().value()));
    CELLS.put("lower", row -> number(row.figure().lower()));
    CELLS.put("upper", row -> number(row.figure().upper()));
    CELLS.put("n", row -> row.figure().n());
    CELLS.put("status", row -> row.figure().status().code());
    CELLS.put("dimension", FiguresCsv::dimension);
    CELLS.put("group", row -> FormulaGuard.on(group(row)));
    CELLS.put("source", FiguresCsv::source);
  }

  /** The columns of a table that is written now. */
  static final List<String> COLUMNS = List.copyOf(CELLS.keySet());

  private FiguresCsv() {}

  /**
   * Writes the rows; the same rows give the same characters. A name that a spreadsheet would take
   * for a formula has an apostrophe before it.
   */
  public static void write(List<FigureRow> rows, Appendable out) throws IOException {
    write(rows, COLUMNS, out);
  }

  /** Writes the rows in these columns. */
  static void write(List<FigureRow> rows, List<String> columns, Appendable out) throws IOException {
    CSVPrinter printer = new CSVPrinter(out, FORMAT);
    printer.printRecord(columns);
    for (FigureRow row : rows) {
      printer.printRecord(columns.stream().map(column -> CELLS.get(column).apply(row)));
    }
    printer.flush();
  }

  /** The columns in which a table was written. */
  static List<String> columns(Reader csv) throws IOException {
    return HEADED.parse(csv).getHeaderNames();
  }

  /**
   * Reads what was written: exactly the same rows.
   *
   * @param to the month that the table was asked for, as far as which its last year goes
   */
  static List<FigureRow> read(Reader csv, YearMonth to) throws IOException {
    return HEADED.parse(csv).stream().map(line -> row(line, to)).toList();
  }

  private static FigureRow row(CSVRecord line, YearMonth to) {
    return new FigureRow(
        FigureName.of(line.get("figure")).orElseThrow(),
        Indicator.of(line.get("indicator")),
        Channel.of(line.get("channel")),
        Optional.of(FormulaGuard.off(line.get("location"))).filter(location -> !location.isEmpty()),
        period(line.get("period"), to),
        Grouping.of(line.get("dimension"))
            .map(dimension -> new Group(dimension, FormulaGuard.off(line.get("group")))),
        new Figure(
            number(line.get("value")),
            number(line.get("lower")),
            number(line.get("upper")),
            Long.parseLong(line.get("n")),
            Status.of(line.get("status")).orElseThrow()),
        line.isMapped("source") && line.get("source").equals(GIVEN));
  }

  private static Period period(String written, YearMonth to) {
    Period period = Period.parse(written);
    boolean last = period.kind() == Period.Kind.YEAR && period.contains(to);
    return last ? Period.yearUpTo(to) : period;
  }

  static String indicator(FigureRow row) {
    return row.indicator().map(Indicator::code).orElse("");
  }

  static String channel(FigureRow row) {
    return row.channel().map(Channel::code).orElse(ALL);
  }

  static String dimension(FigureRow row) {
    return row.group().map(Group::dimension).map(Grouping::code).orElse("");
  }

  static String group(FigureRow row) {
    return row.group().map(Group::name).orElse("");
  }

  static String source(FigureRow row) {
    return row.given() ? GIVEN : "";
  }

  /** Unrounded, in the shortest decimal writing that reads back as the same number. */
  static String number(OptionalDouble number) {
    return number.isEmpty()
        ? ""
        : BigDecimal.valueOf(number.getAsDouble()).stripTrailingZeros().toPlainString();
  }

  private static OptionalDouble number(String written) {
    return written.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(Double.parseDouble(written));
  }
}

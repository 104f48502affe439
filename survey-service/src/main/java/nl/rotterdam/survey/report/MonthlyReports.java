// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.report;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.rotterdam.reporting.chart.Chart;
import nl.rotterdam.reporting.chart.ChartData;
import nl.rotterdam.reporting.chart.ChartFile;
import nl.rotterdam.reporting.chart.ChartSize;
import nl.rotterdam.reporting.document.MonthlyReport;
import nl.rotterdam.reporting.exhibit.Edition;
import nl.rotterdam.reporting.exhibit.Edition.Standing;
import nl.rotterdam.reporting.exhibit.ExhibitName;
import nl.rotterdam.reporting.exhibit.Exhibits;
import nl.rotterdam.reporting.exhibit.VerdictText;
import nl.rotterdam.reporting.table.FiguresTable;
import nl.rotterdam.survey.figures.Figures;
import nl.rotterdam.survey.text.Templates;
import nl.rotterdam.survey.text.Texts;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Makes the monthly report and its trend chart, from the figures and the texts. */
public final class MonthlyReports {
  static final String AUDIENCE = "report";
  private static final int PRINT_RESOLUTION = 300;

  private final Figures figures;
  private final Templates templates;
  private final Clock clock;
  private final ZoneId zone;

  public MonthlyReports(Figures figures, Templates templates, Clock clock, ZoneId zone) {
    FontFile.provide();
    this.figures = figures;
    this.templates = templates;
    this.clock = clock;
    this.zone = zone;
  }

  /**
   * One report.
   *
   * @param published whether its figures are those of a publication, which do not change any more
   * @param verdict the verdict that it gives, in one sentence
   */
  public record Report(
      YearMonth month, String language, boolean published, String verdict, byte[] pdf) {}

  /**
   * The files of one month by their names: the report as PDF; the trend chart as SVG, PNG and CSV,
   * where there is something to draw.
   *
   * @param language in which they are written: nl or en
   */
  public Map<String, byte[]> files(YearMonth month, String language) {
    Texts texts = texts(language);
    FiguresTable table = figures.table(month);
    ReadersWords words = new ReadersWords(texts);
    Edition edition = edition(texts, month, figures.publishedAt(month));
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("report-" + month + ".pdf", MonthlyReport.pdf(table, edition, words));
    Optional<Chart> trend =
        new Exhibits(table, edition, words).get(ExhibitName.DISSATISFACTION).chart();
    if (trend.isPresent()) {
      Chart chart = trend.get();
      String name = "trend-" + month;
      files.put(name + ".svg", ChartFile.svg(chart, ChartSize.PAGE, texts.locale()));
      files.put(name + ".png", ChartFile.png(chart, ChartSize.PAGE, PRINT_RESOLUTION));
      files.put(name + ".csv", csv(chart));
    }
    return files;
  }

  /**
   * The report of one month, as PDF.
   *
   * @param language in which it is written: nl or en
   */
  public Report report(YearMonth month, String language) {
    Texts texts = texts(language);
    ReadersWords words = new ReadersWords(texts);
    Optional<Instant> publishedAt = figures.publishedAt(month);
    FiguresTable table =
        publishedAt.isPresent()
            ? figures.publishedTable(month).orElseThrow()
            : figures.table(month);
    return new Report(
        month,
        language,
        publishedAt.isPresent(),
        new VerdictText(words).sentence(table.forThePublic().verdict(), table.goal()),
        MonthlyReport.pdf(table, edition(texts, month, publishedAt), words));
  }

  /** Whether reports can be written in this language. */
  public boolean speaks(String language) {
    return templates.texts(AUDIENCE, language).isPresent();
  }

  private Texts texts(String language) {
    return templates
        .texts(AUDIENCE, language)
        .orElseThrow(() -> new IllegalArgumentException("No report texts in " + language));
  }

  private Edition edition(Texts texts, YearMonth month, Optional<Instant> publishedAt) {
    return new Edition(
        texts.text("organisation"),
        LocalDate.ofInstant(publishedAt.orElseGet(clock::instant), zone),
        standing(month, publishedAt));
  }

  private Standing standing(YearMonth month, Optional<Instant> publishedAt) {
    if (publishedAt.isPresent()) {
      return Standing.PUBLISHED;
    }
    return figures.provisional(month) ? Standing.RUNNING : Standing.CONCEPT;
  }

  private static byte[] csv(Chart chart) {
    StringWriter written = new StringWriter();
    CSVFormat format = CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();
    try (CSVPrinter printer = new CSVPrinter(written, format)) {
      printer.printRecord(chart.data().columns().stream().map(ChartData.Column::code).toList());
      for (List<ChartData.Cell> row : chart.data().rows()) {
        printer.printRecord(row.stream().map(ChartData.Cell::plain).toList());
      }
    } catch (IOException e) {
      throw new IllegalStateException("Writing to memory failed", e);
    }
    return written.toString().getBytes(StandardCharsets.UTF_8);
  }
}

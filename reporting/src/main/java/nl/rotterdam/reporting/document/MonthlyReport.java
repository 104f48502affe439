// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.document;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.rotterdam.reporting.chart.Chart;
import nl.rotterdam.reporting.exhibit.Attention;
import nl.rotterdam.reporting.exhibit.DataTable;
import nl.rotterdam.reporting.exhibit.Edition;
import nl.rotterdam.reporting.exhibit.Exhibit;
import nl.rotterdam.reporting.exhibit.ExhibitName;
import nl.rotterdam.reporting.exhibit.Exhibits;
import nl.rotterdam.reporting.exhibit.IndicatorTiles;
import nl.rotterdam.reporting.exhibit.Notation;
import nl.rotterdam.reporting.exhibit.ShareYears;
import nl.rotterdam.reporting.exhibit.Tile;
import nl.rotterdam.reporting.exhibit.VerdictDetails;
import nl.rotterdam.reporting.exhibit.VerdictText;
import nl.rotterdam.reporting.exhibit.Words;
import nl.rotterdam.reporting.figure.Channel;
import nl.rotterdam.reporting.figure.Figure;
import nl.rotterdam.reporting.figure.Period;
import nl.rotterdam.reporting.table.FigureName;
import nl.rotterdam.reporting.table.FiguresTable;

/**
 * The monthly KPI report: one page that is read in a minute, then the figures by channel, the
 * response and how it is measured. A PDF that a screen reader can follow (PDF/UA-1) and an archive
 * can keep (PDF/A-2a).
 */
public final class MonthlyReport {
  private static final double TALLEST_CHART = 270;
  private static final double AFTER_SECTION = 22;
  private static final double HEADINGS_BELOW = 105;
  private static final double LOWEST_CHART = 140;
  private static final double AROUND_SENTENCE = 14;
  private static final double HEADING_AND_TEXT = 60;
  private static final double SHORT_TABLE = PageFlow.WHOLE_PAGE / 3;
  private static final List<String> METHOD =
      List.of(
          "question", "share", "interval", "small", "silent", "late", "work", "verdict", "change");
  private static final List<ExhibitName> SECTIONS =
      List.of(
          ExhibitName.CHANNELS,
          ExhibitName.GRADES,
          ExhibitName.RESPONSE,
          ExhibitName.FIRST_TIME_FIX,
          ExhibitName.CALLBACKS);

  private final FiguresTable table;
  private final Edition edition;
  private final Words words;
  private final Notation notation;
  private final Exhibits exhibits;
  private final PageFlow flow;

  private MonthlyReport(FiguresTable table, Edition edition, Words words) {
    this.table = table.forThePublic();
    this.edition = edition;
    this.words = words;
    this.notation = new Notation(words);
    this.exhibits = new Exhibits(table, edition, words);
    String title = words.text("report.title", values());
    this.flow =
        new PageFlow(
            new PdfInfo(
                title,
                edition.organisation(),
                words.text("report.subject"),
                words.locale(),
                edition.date()),
            words.text(
                "report.foot." + edition.standing().name().toLowerCase(Locale.ROOT), values()));
  }

  /**
   * The report about the table's last month. The same input gives the same bytes.
   *
   * @param table the figures; those that rest on too few answers are left out, whatever audience
   *     the table is for
   * @param edition whose report it is, of which date
   * @param words the texts of the language to write in
   * @return the PDF
   * @throws IllegalArgumentException if a text is missing
   */
  public static byte[] pdf(FiguresTable table, Edition edition, Words words) {
    return new MonthlyReport(table, edition, words).write();
  }

  private byte[] write() {
    writeSummary();
    flow.newPage();
    SECTIONS.forEach(this::section);
    writeConversations();
    section(ExhibitName.VISITS);
    writeCertainty();
    writeMethod();
    return flow.close();
  }

  private void writeSummary() {
    String key = "report.edition." + edition.standing().name().toLowerCase(Locale.ROOT);
    flow.paragraph(words.text(key, values()), TextStyle.QUIET);
    flow.skip(8);
    VerdictText verdict = new VerdictText(words);
    flow.heading(1, verdict.sentence(table.verdict(), table.goal()), TextStyle.HEADLINE);
    flow.skip(8);
    flow.paragraph(verdict.explanation(table.verdict(), table.goal()), TextStyle.BODY);
    flow.skip(14);
    ShareYears shares = new ShareYears(table);
    List<Tile> tiles = new IndicatorTiles(shares, words).tiles();
    List<String> attention = new Attention(shares, edition, words).lines();
    writeTrend(TileSetter.height(flow, tiles) + heightOf(attention));
    flow.skip(14);
    flow.heading(
        2, words.text("report.indicators.title", Map.of("window", window())), TextStyle.SUBSECTION);
    flow.skip(5);
    TileSetter.set(flow, tiles);
    if (!attention.isEmpty()) {
      flow.skip(10);
      flow.heading(2, words.text("report.attention.title"), TextStyle.SUBSECTION);
      flow.list(attention, TextStyle.SMALL);
    }
  }

  /** The chart takes what the tiles and the last lines leave of the first page. */
  private void writeTrend(double below) {
    Optional<Chart> trend = exhibits.get(ExhibitName.DISSATISFACTION).chart();
    if (trend.isEmpty()) {
      flow.paragraph(words.text("report.trend.none"), TextStyle.BODY);
      return;
    }
    double left = flow.room() - below - flow.wordsHeight(trend.get()) - HEADINGS_BELOW;
    flow.chart(trend.get(), Math.max(LOWEST_CHART, Math.min(TALLEST_CHART, left)));
  }

  private double heightOf(List<String> lines) {
    return lines.stream().mapToDouble(line -> flow.height(line, TextStyle.SMALL)).sum();
  }

  /** One exhibit under a heading of its own. */
  private void section(ExhibitName name) {
    Exhibit exhibit = exhibits.get(name);
    heading(exhibit);
    figure(exhibit);
    exhibit.table().ifPresent(this::table);
    flow.skip(AFTER_SECTION);
  }

  /** Chats and video calls share a table: their months are the same. */
  private void writeConversations() {
    Exhibit chats = exhibits.get(ExhibitName.CHATS);
    Exhibit calls = exhibits.get(ExhibitName.VIDEO);
    heading(chats);
    figure(chats);
    figure(calls);
    String caption = words.text("report.chats.table.caption");
    if (chats.table().isPresent() && calls.table().isPresent()) {
      table(chats.table().get().beside(calls.table().get(), caption));
    } else {
      chats.table().or(calls::table).ifPresent(this::table);
    }
    flow.skip(AFTER_SECTION);
  }

  private void heading(Exhibit exhibit) {
    // the heading goes with its sentence, the sentence with its picture and footnote
    flow.need(
        TextStyle.SECTION.leading()
            + AROUND_SENTENCE
            + flow.height(exhibit.sentence(), TextStyle.BODY)
            + exhibit
                .chart()
                .map(chart -> flow.height(chart) + flow.height(exhibit.definition()))
                .orElse(0.0));
    flow.heading(2, words.text("report." + exhibit.name().code() + ".title"), TextStyle.SECTION);
  }

  /** A sentence with its definition as a footnote, and the picture; or that there is nothing. */
  private void figure(Exhibit exhibit) {
    flow.skip(4);
    if (exhibit.chart().isEmpty() && exhibit.table().isEmpty()) {
      flow.paragraph(exhibit.sentence(), TextStyle.BODY);
      return;
    }
    flow.paragraph(exhibit.sentence(), TextStyle.BODY, exhibit.definition());
    flow.skip(10);
    exhibit.chart().ifPresent(this::chart);
  }

  private void chart(Chart chart) {
    flow.chart(chart, chart.pictureHeight());
    flow.skip(12);
  }

  /** A short table is not broken over pages; a long one goes on where it must. */
  private void table(DataTable table) {
    flow.need(Math.min(TableSetter.height(flow, table), SHORT_TABLE));
    TableSetter.set(flow, table);
  }

  private void writeCertainty() {
    List<String> sentences = new VerdictDetails(table, words).sentences();
    if (sentences.isEmpty()) {
      return;
    }
    flow.need(HEADING_AND_TEXT);
    flow.heading(2, words.text("report.certainty.title"), TextStyle.SECTION);
    for (String sentence : sentences) {
      flow.skip(5);
      flow.paragraph(sentence, TextStyle.BODY);
    }
    flow.skip(AFTER_SECTION);
  }

  private void writeMethod() {
    flow.heading(2, words.text("report.method.title"), TextStyle.SECTION);
    for (String part : METHOD) {
      method(part);
    }
    method(breaks());
    if (kiosk(FigureName.KIOSK_ANSWERS) + kiosk(FigureName.KIOSK_SET_ASIDE) > 0) {
      method("kiosk");
    }
    if (edition.restated().isPresent()) {
      method(edition.restated().getAsLong() == 0 ? "restated.none" : "restated");
    }
    edition
        .figures()
        .ifPresent(
            address -> {
              flow.skip(5);
              flow.link(words.text("report.method.figures"), address, TextStyle.SMALL);
            });
  }

  private void method(String part) {
    flow.skip(5);
    flow.paragraph(words.text("report.method." + part, values()), TextStyle.SMALL);
  }

  /** Whether the way of asking changed within the data; which months, the certainty tells. */
  private String breaks() {
    return table.definitions().versions().stream()
            .anyMatch(version -> !version.from().isAfter(table.to()))
        ? "versions"
        : "versions.none";
  }

  /** What was counted on counter screens in the month of the report. */
  private long kiosk(FigureName name) {
    return table
        .find(name, Optional.empty(), Optional.of(Channel.COUNTER), Period.month(table.to()))
        .map(Figure::n)
        .orElse(0L);
  }

  private String window() {
    return notation.period(table.currentWindow());
  }

  private Map<String, String> values() {
    Map<String, String> values = new HashMap<>();
    values.put("organisation", edition.organisation());
    values.put("month", notation.month(table.to()));
    values.put("date", notation.day(edition.date()));
    values.put("window", window());
    values.put("restated", notation.count(edition.restated().orElse(0)));
    values.put(
        "versions",
        notation.list(
            table.definitions().versions().stream()
                .filter(version -> !version.from().isAfter(table.to()))
                .map(version -> notation.month(version.from()))
                .toList()));
    values.put("kioskAnswers", notation.count(kiosk(FigureName.KIOSK_ANSWERS)));
    values.put("kioskSetAside", notation.count(kiosk(FigureName.KIOSK_SET_ASIDE)));
    values.put("threshold", notation.count(table.rule().threshold()));
    values.put("baseline", notation.period(table.goal().baseline()));
    values.put("goal", notation.change(table.goal().reduction()));
    values.put("horizon", notation.month(table.goal().horizon()));
    values.put("confirmatory", notation.period(table.goal().confirmatory()));
    return values;
  }
}

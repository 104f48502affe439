// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.exhibit;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.rotterdam.reporting.chart.ChartData;
import nl.rotterdam.reporting.chart.ChartData.Cell;
import nl.rotterdam.reporting.chart.ChartData.Column;
import nl.rotterdam.reporting.chart.ChartData.Kind;
import nl.rotterdam.reporting.chart.ChartStyle;
import nl.rotterdam.reporting.chart.ChartText;
import nl.rotterdam.reporting.chart.StackChart;
import nl.rotterdam.reporting.figure.Channel;
import nl.rotterdam.reporting.figure.Figure;
import nl.rotterdam.reporting.figure.Indicator;
import nl.rotterdam.reporting.figure.Period;
import nl.rotterdam.reporting.table.FigureName;

/** Grades for the overall score by channel, over the year so far: mean, NPS and three groups. */
final class GradesExhibit {
  private static final Optional<Indicator> OVERALL = Optional.of(Indicator.OVERALL);
  private static final List<Double> WEIGHTS = List.of(1.0, 1.3, 1.3, 0.8);

  private final Showing showing;
  private final Words words;
  private final Notation notation;
  private final FigureText text;
  private final Period year;
  private final List<Optional<Channel>> channels;
  private final Map<String, String> values;

  GradesExhibit(Showing showing) {
    this.showing = showing;
    this.words = showing.words();
    this.notation = showing.notation();
    this.text = showing.text();
    this.year = Period.yearUpTo(showing.table().to());
    this.channels = showing.channels(channel -> mean(channel).n() > 0).toList();
    this.values = showing.values();
    values.put("period", notation.yearSoFar(year));
  }

  Exhibit exhibit() {
    List<Optional<Channel>> graded = graded();
    values.put("grades", notation.list(graded.stream().map(this::inWords).toList()));
    boolean drawn = !graded.isEmpty();
    ChartText chartText =
        showing.chartText(
            title(graded),
            words.text("grades.subtitle", values),
            words.text(drawn ? "grades.description" : "grades.none", values));
    return new Exhibit(
        ExhibitName.GRADES,
        chartText,
        drawn ? sentence() : words.text("grades.none", values),
        showing.definition(ExhibitName.GRADES),
        drawn
            ? Optional.of(
                StackChart.of(
                    channels.stream().map(this::bar).toList(),
                    List.of(
                        words.text("grades.low"),
                        words.text("grades.middle"),
                        words.text("grades.high")),
                    chartText,
                    data(),
                    ChartStyle.DEFAULT))
            : Optional.empty(),
        readable(),
        data());
  }

  private String sentence() {
    List<String> tooFew =
        channels.stream()
            .filter(channel -> mean(channel).value().isEmpty())
            .map(channel -> showing.inline(showing.name(channel)))
            .toList();
    values.put("channels", notation.list(tooFew));
    return words.text("grades.sentence", values)
        + (tooFew.isEmpty() ? "" : " " + words.text("grades.sentence.too_few", values));
  }

  /** Those with enough answers, the city as a whole last. */
  private List<Optional<Channel>> graded() {
    return channels.stream().filter(channel -> mean(channel).value().isPresent()).toList();
  }

  private String title(List<Optional<Channel>> graded) {
    List<Optional<Channel>> each = graded.stream().filter(Optional::isPresent).toList();
    if (each.size() < 2) {
      return words.text("grades.title.one", values);
    }
    Comparator<Optional<Channel>> byMean =
        Comparator.comparing(channel -> mean(channel).value().orElseThrow());
    Optional<Channel> highest = each.stream().max(byMean).orElseThrow();
    Optional<Channel> lowest = each.stream().min(byMean).orElseThrow();
    values.put("highest", inWords(highest));
    values.put("lowest", inWords(lowest));
    boolean apart = mean(highest).lower().orElseThrow() > mean(lowest).upper().orElseThrow();
    return words.text(apart ? "grades.title" : "grades.title.unclear", values);
  }

  private String inWords(Optional<Channel> channel) {
    return showing.inline(showing.name(channel))
        + " "
        + notation.grade(mean(channel).value().orElseThrow());
  }

  private StackChart.Row bar(Optional<Channel> channel) {
    Figure mean = mean(channel);
    return new StackChart.Row(
        showing.name(channel),
        mean.value().isPresent() ? notation.grade(mean.value().getAsDouble()) : text.missing(mean),
        groups(channel));
  }

  /**
   * The shares of the three groups of grades. The NPS is the share of 9 and 10 less that of 6 or
   * lower, so that the two figures give all three.
   */
  private List<Double> groups(Optional<Channel> channel) {
    Figure low = find(FigureName.SHARE, channel);
    Figure nps = find(FigureName.NPS, channel);
    if (low.value().isEmpty() || nps.value().isEmpty()) {
      return List.of();
    }
    double dissatisfied = low.value().getAsDouble();
    double promoters = Math.max(0, nps.value().getAsDouble() / 100 + dissatisfied);
    return List.of(dissatisfied, Math.max(0, 1 - dissatisfied - promoters), promoters);
  }

  private Optional<DataTable> readable() {
    if (channels.isEmpty()) {
      return Optional.empty();
    }
    List<DataTable.Row> rows =
        channels.stream()
            .map(
                channel ->
                    new DataTable.Row(
                        showing.name(channel),
                        List.of(
                            FigureText.onOneLine(text.grade(mean(channel))),
                            FigureText.onOneLine(text.points(find(FigureName.NPS, channel))),
                            DataTable.Cell.of(notation.count(mean(channel).n()))),
                        channel.isEmpty()))
            .toList();
    return Optional.of(
        new DataTable(
            words.text("grades.table.caption", values),
            List.of(
                words.text("table.channel"),
                words.text("table.mean"),
                words.text("table.nps"),
                words.text("table.answers")),
            rows,
            WEIGHTS));
  }

  private ChartData data() {
    return new ChartData(
        List.of(
            new Column("channel", Kind.TEXT),
            new Column("period", Kind.TEXT),
            new Column("mean", Kind.GRADE),
            new Column("mean_lower", Kind.GRADE),
            new Column("mean_upper", Kind.GRADE),
            new Column("nps", Kind.POINTS),
            new Column("nps_lower", Kind.POINTS),
            new Column("nps_upper", Kind.POINTS),
            new Column("share_0_6", Kind.SHARE),
            new Column("share_7_8", Kind.SHARE),
            new Column("share_9_10", Kind.SHARE),
            new Column("answers", Kind.COUNT)),
        channels.stream().map(this::dataRow).toList());
  }

  private List<Cell> dataRow(Optional<Channel> channel) {
    Figure mean = mean(channel);
    Figure nps = find(FigureName.NPS, channel);
    List<Double> groups = groups(channel);
    return List.of(
        Cell.of(showing.name(channel)),
        Cell.of(year.toString()),
        Cell.of(mean.value()),
        Cell.of(mean.lower()),
        Cell.of(mean.upper()),
        Cell.of(nps.value()),
        Cell.of(nps.lower()),
        Cell.of(nps.upper()),
        Cell.of(groups, 0),
        Cell.of(groups, 1),
        Cell.of(groups, 2),
        Cell.of(mean.n()));
  }

  private Figure mean(Optional<Channel> channel) {
    return find(FigureName.MEAN, channel);
  }

  private Figure find(FigureName name, Optional<Channel> channel) {
    return showing.find(name, OVERALL, channel, year);
  }
}

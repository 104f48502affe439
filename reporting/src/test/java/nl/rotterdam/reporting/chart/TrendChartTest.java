// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import nl.rotterdam.reporting.SampleCity;
import nl.rotterdam.reporting.figure.Figure;
import nl.rotterdam.reporting.figure.Indicator;
import nl.rotterdam.reporting.figure.Status;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class TrendChartTest {
  private static final Locale DUTCH = Locale.forLanguageTag("nl");
  private static final YearMonth START = YearMonth.of(2024, 1);

  @Test
  void theTrendHasEveryMonthFromTheFirstContactOn() {
    ShareTrend trend = trendOfTheCity();
    assertThat(trend.points()).hasSize(41);
    assertThat(trend.points().get(0).rolling().value()).isEmpty();
    assertThat(trend.points().get(11).rolling().value()).isPresent();
    assertThat(trend.goal().getAsDouble()).isEqualTo(trend.baseline().getAsDouble() * 0.7);
  }

  @Test
  void monthsWithTooFewAnswersHaveNoPoint() {
    ShareTrend trend =
        ShareTrend.of(
            SampleCity.table(SampleCity.oneAnswer(SampleCity.LAST), SampleCity.LAST).forThePublic(),
            Indicator.OVERALL,
            Optional.empty());
    assertThat(trend.points()).hasSize(1);
    assertThat(trend.hasValues()).isFalse();
    assertThat(TrendDataset.of(trend).months().getItemCount(0)).isZero();
  }

  @Test
  void noLineAndNoBandCrossesAGap() {
    TrendDataset dataset = TrendDataset.of(trend(true, true, false, false, true, true, true));
    assertThat(dataset.rolling().getSeriesCount()).isEqualTo(2);
    assertThat(dataset.rolling().getItemCount(0)).isEqualTo(2);
    assertThat(dataset.rolling().getItemCount(1)).isEqualTo(3);
    assertThat(dataset.bands().getSeriesCount()).isEqualTo(2);
    assertThat(dataset.gaps())
        .containsExactly(new TrendDataset.Gap(START.plusMonths(2), START.plusMonths(3)));
  }

  @Test
  void aGapAtTheEndIsAGapAndOneAtTheStartIsNot() {
    assertThat(TrendDataset.of(trend(false, false, true, true, false)).gaps())
        .containsExactly(new TrendDataset.Gap(START.plusMonths(4), START.plusMonths(4)));
  }

  @Test
  void theGapSaysWhyItIsThere() {
    assertThat(svg(chart(trend(true, true, false, false, true)))).contains("te weinig antwoorden");
    assertThat(svg(chart(trend(true, true, true)))).doesNotContain("te weinig antwoorden");
  }

  @Test
  void theSvgIsWellFormedKeepsItsTextAndHasATitle() throws Exception {
    byte[] svg = ChartFile.svg(chart(trendOfTheCity()), ChartSize.PAGE, DUTCH);
    Document document =
        DocumentBuilderFactory.newDefaultInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(svg));
    assertThat(document.getDoctype()).isNull();
    assertThat(document.getDocumentElement().getAttribute("lang")).isEqualTo("nl");
    assertThat(document.getElementsByTagName("title").item(0).getTextContent())
        .isEqualTo("Minder ontevreden");
    assertThat(document.getElementsByTagName("desc").item(0).getTextContent())
        .startsWith("Minder ontevreden.");
    assertThat(document.getElementsByTagName("text").getLength()).isGreaterThan(10);
    assertThat(new String(svg, StandardCharsets.UTF_8))
        .contains("doel: 7,0%", "2023", "10%", "font-weight=\"bold\"")
        .doesNotContain("Dialog");
  }

  @Test
  void theSameChartGivesTheSameBytes() {
    assertThat(svg(chart(trendOfTheCity()))).isEqualTo(svg(chart(trendOfTheCity())));
    byte[] first = ChartFile.png(chart(trendOfTheCity()), ChartSize.HALF, 96);
    byte[] second = ChartFile.png(chart(trendOfTheCity()), ChartSize.HALF, 96);
    assertThat(Arrays.equals(first, second)).isTrue();
  }

  @Test
  void thePngHasTheSizeThatWasAskedFor() throws IOException {
    assertThat(read(ChartFile.png(chart(trendOfTheCity()), ChartSize.ofPixels(800, 450), 96)))
        .matches(image -> image.getWidth() == 800 && image.getHeight() == 450);
    assertThat(read(ChartFile.png(chart(trendOfTheCity()), ChartSize.ofMillimetres(160, 90), 300)))
        .matches(image -> image.getWidth() == 1890 && image.getHeight() == 1063);
  }

  @Test
  void theDataAreUnroundedAndEmptyWhereThereIsNoFigure() {
    ChartData data = chart(trend(true, false)).data();
    assertThat(data.columns()).first().extracting(ChartData.Column::code).isEqualTo("month");
    assertThat(data.rows()).hasSize(2);
    assertThat(data.rows().get(0))
        .extracting(ChartData.Cell::plain)
        .containsExactly("2024-01", "0.09", "80", "0.1", "0.08", "0.12", "900", "0.1", "0.07");
    assertThat(data.rows().get(1))
        .extracting(ChartData.Cell::plain)
        .containsExactly("2024-02", "0.09", "80", "", "", "", "3", "0.1", "0.07");
  }

  @Test
  void aVerySmallShareIsWrittenOutInTheData() {
    ShareTrend trend =
        new ShareTrend(trend(true).points(), OptionalDouble.of(0.0001), OptionalDouble.of(0.00007));
    assertThat(trend.data().rows().get(0))
        .extracting(ChartData.Cell::plain)
        .endsWith("0.0001", "0.00007");
  }

  @Test
  void aChangeInAskingIsMarkedWhereItBegan() {
    ShareTrend same = trendOfTheCity();
    ShareTrend broken =
        new ShareTrend(same.points(), same.baseline(), same.goal(), List.of(YearMonth.of(2024, 3)));
    assertThat(svg(chart(same))).doesNotContain("andere vragen");
    assertThat(svg(chart(broken))).contains(">andere vragen<");
    assertThat(svg(chart(broken.from(YearMonth.of(2024, 3))))).doesNotContain("andere vragen");
  }

  @Test
  void aTrendWithoutMonthsIsRefused() {
    ShareTrend none = new ShareTrend(List.of(), OptionalDouble.empty(), OptionalDouble.empty());
    assertThatIllegalArgumentException().isThrownBy(() -> chart(none));
  }

  @Test
  void aTrendCannotLeaveOutAMonth() {
    List<ShareTrend.Point> points = trend(true, true, true).points();
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new ShareTrend(
                    List.of(points.get(0), points.get(2)),
                    OptionalDouble.empty(),
                    OptionalDouble.empty()))
        .withMessageContaining("2024-02");
  }

  private static ShareTrend trendOfTheCity() {
    return ShareTrend.of(SampleCity.table(SampleCity.LAST), Indicator.OVERALL, Optional.empty());
  }

  /** A month each, with or without a twelve-month share. */
  private static ShareTrend trend(boolean... enough) {
    List<ShareTrend.Point> points = new ArrayList<>();
    for (int i = 0; i < enough.length; i++) {
      points.add(
          new ShareTrend.Point(
              START.plusMonths(i),
              new Figure(
                  OptionalDouble.of(0.09),
                  OptionalDouble.empty(),
                  OptionalDouble.empty(),
                  80,
                  Status.OK),
              enough[i]
                  ? new Figure(
                      OptionalDouble.of(0.1),
                      OptionalDouble.of(0.08),
                      OptionalDouble.of(0.12),
                      900,
                      Status.OK)
                  : new Figure(
                      OptionalDouble.empty(),
                      OptionalDouble.empty(),
                      OptionalDouble.empty(),
                      3,
                      Status.BELOW_PUBLICATION)));
    }
    return new ShareTrend(points, OptionalDouble.of(0.1), OptionalDouble.of(0.07));
  }

  private static Chart chart(ShareTrend trend) {
    return TrendChart.of(
        trend,
        new ChartText("Minder ontevreden", "Van de contacten", "Bron", "Minder ontevreden. Lijn."),
        new TrendLabels(
            "12 maanden: 8,0%",
            "mei: 9,0%",
            "2022: 10,0%",
            "doel: 7,0%",
            "te weinig antwoorden",
            "andere vragen",
            NumberFormat.getPercentInstance(DUTCH)),
        ChartStyle.DEFAULT);
  }

  private static String svg(Chart chart) {
    return new String(ChartFile.svg(chart, ChartSize.PAGE, DUTCH), StandardCharsets.UTF_8);
  }

  private static BufferedImage read(byte[] png) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(png));
  }
}

// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.benchmarks;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import nl.rotterdam.reporting.SampleCity;
import nl.rotterdam.reporting.chart.Chart;
import nl.rotterdam.reporting.chart.ChartFile;
import nl.rotterdam.reporting.chart.ChartSize;
import nl.rotterdam.reporting.document.MonthlyReport;
import nl.rotterdam.reporting.exhibit.Edition;
import nl.rotterdam.reporting.exhibit.Edition.Standing;
import nl.rotterdam.reporting.exhibit.ExhibitName;
import nl.rotterdam.reporting.exhibit.Exhibits;
import nl.rotterdam.reporting.exhibit.Words;
import nl.rotterdam.reporting.office.PackDocument;
import nl.rotterdam.reporting.table.FiguresTable;
import nl.rotterdam.survey.report.ReadersWords;
import nl.rotterdam.survey.text.Templates;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** What documents and charts cost, from finished figures. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class DocumentCost {
  private static final ChartSize SCREEN = ChartSize.ofPixels(800, 450);
  private static final int AUDIENCES = 20;

  private FiguresTable table;
  private Edition edition;
  private Words words;

  /** Measures everything and prints what JMH prints. */
  public static void main(String[] arguments) throws RunnerException {
    new Runner(new OptionsBuilder().include(DocumentCost.class.getName()).build()).run();
  }

  /** One chart. */
  @State(Scope.Benchmark)
  public static class Picture {
    @Param({"DISSATISFACTION", "CHANNELS", "INDICATORS", "CALLBACKS", "VISITS"})
    private ExhibitName name;

    private Chart chart;

    @Setup(Level.Trial)
    public void draw(DocumentCost cost) {
      chart = cost.exhibits().get(name).chart().orElseThrow();
    }
  }

  /** Twelve tables, one for each month of a year. */
  @State(Scope.Benchmark)
  public static class Year {
    private final List<FiguresTable> tables = new ArrayList<>();

    @Setup(Level.Trial)
    public void count() {
      for (int back = 0; back < 12; back++) {
        tables.add(SampleCity.table(SampleCity.LAST.minusMonths(back)));
      }
    }
  }

  @Setup(Level.Trial)
  public void read() {
    table = SampleCity.table(SampleCity.LAST);
    edition = new Edition("gemeente Rotterdam", LocalDate.of(2025, 6, 4), Standing.PUBLISHED);
    words = new ReadersWords(new Templates(Optional.empty()).texts("report", "nl").orElseThrow());
  }

  private Exhibits exhibits() {
    return new Exhibits(table, edition, words);
  }

  @Benchmark
  public byte[] report() {
    return MonthlyReport.pdf(table, edition, words);
  }

  @Benchmark
  public byte[] svg(Picture picture) {
    return ChartFile.svg(picture.chart, SCREEN, words.locale());
  }

  @Benchmark
  public byte[] png(Picture picture) {
    return ChartFile.png(picture.chart, SCREEN, 96);
  }

  /** The Word document of the council pack, with its pictures of 300 dots per inch. */
  @Benchmark
  public byte[] packDocument() {
    return PackDocument.docx(exhibits().all(), YearMonth.of(2025, 5), edition, words);
  }

  /** A report for every month of a year and each of twenty organisations. */
  @Benchmark
  @Warmup(iterations = 1)
  @Measurement(iterations = 2)
  public int yearForTwenty(Year year) {
    int bytes = 0;
    for (int audience = 0; audience < AUDIENCES; audience++) {
      Edition own =
          new Edition("gemeente " + audience, LocalDate.of(2025, 6, 4), Standing.PUBLISHED);
      for (FiguresTable month : year.tables) {
        bytes += MonthlyReport.pdf(month, own, words).length;
      }
    }
    return bytes;
  }
}

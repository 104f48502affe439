// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.download;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.time.YearMonth;
import nl.rotterdam.reporting.office.StableZip;
import nl.rotterdam.survey.figures.Figures;
import nl.rotterdam.survey.figures.FiguresCsv;

/** The figures table of each month with the values below publication, one in memory at a time. */
public record FiguresContents(Figures figures) implements Contents {

  @Override
  public String fileName(Order order) {
    return "figures-internal-%s-%s.zip".formatted(order.first(), order.last());
  }

  @Override
  public int steps(Order order) {
    return order.months().size();
  }

  @Override
  public void write(Order order, OutputStream out, Runnable step) throws IOException {
    StableZip zip = new StableZip(out, order.last().atEndOfMonth());
    for (YearMonth month : order.months()) {
      StringWriter csv = new StringWriter();
      FiguresCsv.write(figures.make(month).rows(), csv);
      zip.add(
          "figures-%s-internal%s.csv"
              .formatted(month, figures.provisional(month) ? "-provisional" : ""),
          csv.toString().getBytes(UTF_8));
      step.run();
    }
    zip.finish();
  }
}

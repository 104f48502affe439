// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.download;

import java.io.IOException;
import java.io.OutputStream;
import nl.rotterdam.survey.figures.Figures;
import nl.rotterdam.survey.report.CouncilPack;
import nl.rotterdam.survey.report.Issues;

/** The council pack of a month, a concept where the month is not published. */
public record PackContents(CouncilPack packs, Figures figures) implements Contents {

  @Override
  public String fileName(Order order) {
    boolean published = figures.publishedAt(order.first()).isPresent();
    return "council-pack-%s%s.zip".formatted(order.first(), published ? "" : "-concept");
  }

  @Override
  public int steps(Order order) {
    return 1;
  }

  @Override
  public void write(Order order, OutputStream out, Runnable step) throws IOException {
    packs.of(order.first(), Issues.LANGUAGES).zip(out);
    step.run();
  }
}

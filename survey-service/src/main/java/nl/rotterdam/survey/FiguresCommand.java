// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import nl.rotterdam.reporting.table.FiguresTable;
import nl.rotterdam.survey.figures.FiguresCsv;

/** {@code figures}: the figures table as CSV. */
final class FiguresCommand extends SurveyCommand {

  FiguresCommand() {
    super("figures", "Writes the figures table as CSV");
  }

  @Override
  public void configure(Subparser parser) {
    super.configure(parser);
    parser.addArgument("--to").metavar("MONTH").required(true).help("last month, as 2025-05");
    parser.addArgument("--out").metavar("FILE").required(true).help("the CSV file to write");
    parser
        .addArgument("--audience")
        .choices("public", "internal")
        .setDefault("public")
        .help("internal shows values below publication, too");
  }

  @Override
  void run(Components components, SurveyConfiguration config, Namespace arguments)
      throws IOException {
    YearMonth to = month(components, "--to", arguments.getString("to"));
    FiguresTable table = components.figures().table(to);
    boolean internal = arguments.getString("audience").equals("internal");
    Path out = Path.of(arguments.getString("out"));
    try (BufferedWriter writer = Files.newBufferedWriter(out)) {
      FiguresCsv.write((internal ? table : table.forThePublic()).rows(), writer);
    }
    System.out.printf("%d figures up to %s in %s%n", table.rows().size(), to, out);
    components
        .figures()
        .publishedAt(to)
        .ifPresent(at -> System.out.printf("They are those that were published on %s.%n", at));
    if (components.figures().provisional(to)) {
      System.out.println(to + " is not over yet: these figures are provisional.");
    }
  }
}

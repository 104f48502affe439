// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Map;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/** {@code report}: the monthly report as PDF, and its trend chart. */
final class ReportCommand extends SurveyCommand {
  static final String NAME = "report";

  ReportCommand() {
    super(NAME, "Writes the monthly KPI report and its trend chart");
  }

  @Override
  public void configure(Subparser parser) {
    super.configure(parser);
    parser.addArgument("--month").required(true).help("the month, as 2025-05");
    parser.addArgument("--out").metavar("DIR").required(true).help("the folder to write to");
    parser.addArgument("--language").choices("nl", "en").setDefault("nl").help("nl or en");
  }

  @Override
  void run(Components components, SurveyConfiguration config, Namespace arguments)
      throws IOException {
    YearMonth month = month(components, "--month", arguments.getString("month"));
    Path folder = Path.of(arguments.getString("out"));
    Files.createDirectories(folder);
    Map<String, byte[]> files = components.reports().files(month, arguments.getString("language"));
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.write(path, file.getValue());
      System.out.println(path);
    }
    if (components.figures().provisional(month)) {
      System.out.println(month + " is not over yet: the report is provisional.");
    }
  }
}

// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey;

import java.time.YearMonth;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import nl.rotterdam.survey.audit.AuditLog;
import nl.rotterdam.survey.figures.Publications.Edition;
import nl.rotterdam.survey.problem.ProblemException;

/** {@code publish}: freezes the figures of a month. */
final class PublishCommand extends SurveyCommand {
  private static final String MONTH = "--month";

  PublishCommand() {
    super("publish", "Publishes a month: its figures do not change any more");
  }

  @Override
  public void configure(Subparser parser) {
    super.configure(parser);
    parser.addArgument(MONTH).required(true).help("the month, as 2025-05");
    parser
        .addArgument("--note")
        .metavar("TEXT")
        .help("what to say about it, such as why it is late");
  }

  @Override
  void run(Components components, SurveyConfiguration config, Namespace arguments) {
    YearMonth month = month(components, MONTH, arguments.getString("month"));
    try {
      Edition edition = components.publisher().publish(MONTH, month, arguments.getString("note"));
      components.audit().note(AuditLog.COMMAND, "publication", month.toString(), "");
      System.out.printf(
          "%s is published. SHA-256 of its public table: %s%n", month, edition.sha256());
      System.out.printf("%d figures of earlier months are restated.%n", edition.restated());
    } catch (ProblemException e) {
      throw new UsageException(e.getMessage() + ".");
    }
  }
}

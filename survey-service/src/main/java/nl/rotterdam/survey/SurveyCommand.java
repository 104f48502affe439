// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey;

import ch.qos.logback.classic.Level;
import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.cli.ConfiguredCommand;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.db.ManagedDataSource;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import net.sourceforge.argparse4j.inf.Namespace;
import nl.rotterdam.survey.database.Database;
import nl.rotterdam.survey.intake.CellReader;
import nl.rotterdam.survey.problem.ProblemException;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.sqlobject.SqlObjectPlugin;
import org.slf4j.LoggerFactory;

/** A command that does one job on the same parts as the server, beside a running one. */
abstract class SurveyCommand extends ConfiguredCommand<SurveyConfiguration> {

  SurveyCommand(String name, String description) {
    super(name, description);
  }

  abstract void run(Components components, SurveyConfiguration config, Namespace arguments)
      throws Exception;

  @Override
  protected void run(
      Bootstrap<SurveyConfiguration> bootstrap, Namespace arguments, SurveyConfiguration config)
      throws Exception {
    quiet();
    work(bootstrap, config, Clock.systemUTC(), components -> run(components, config, arguments));
  }

  /** What is done with the parts. */
  @FunctionalInterface
  interface Work {
    void with(Components components) throws Exception;
  }

  /** Does a job on the same parts as the server, and lets go of the database. */
  static void work(
      Bootstrap<SurveyConfiguration> bootstrap, SurveyConfiguration config, Clock clock, Work work)
      throws Exception {
    ManagedDataSource dataSource =
        config.dataSource().build(bootstrap.getMetricRegistry(), "command");
    dataSource.start();
    try {
      Database.prepare(dataSource, config.embedded());
      Jdbi jdbi = Database.configure(Jdbi.create(dataSource).installPlugin(new SqlObjectPlugin()));
      Components components =
          Components.build(
              config,
              jdbi,
              clock,
              bootstrap.getMetricRegistry(),
              new CellReader(
                  bootstrap.getObjectMapper(), bootstrap.getValidatorFactory().getValidator()));
      components.requireHashKey();
      work.with(components);
    } finally {
      dataSource.stop();
    }
  }

  /** A month that was typed. */
  static YearMonth month(Components components, String option, String written) {
    try {
      return components.figures().month(option, written);
    } catch (ProblemException e) {
      throw new UsageException(e.getMessage() + ".");
    }
  }

  /** What a command has to say it prints itself. */
  static void quiet() {
    for (String name : List.of(org.slf4j.Logger.ROOT_LOGGER_NAME, "nl.rotterdam")) {
      ((ch.qos.logback.classic.Logger) LoggerFactory.getLogger(name)).setLevel(Level.WARN);
    }
  }

  @Override
  public void onError(Cli cli, Namespace namespace, Throwable failure) {
    cli.getStdErr().println(Failure.describe(failure));
  }
}

// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey;

import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.cli.ServerCommand;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.lifecycle.Managed;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import nl.rotterdam.reporting.figure.Period;
import nl.rotterdam.survey.demo.DemoBuild;
import nl.rotterdam.survey.demo.DemoCity;
import nl.rotterdam.survey.demo.DemoFiles;
import nl.rotterdam.survey.demo.DemoFolder;
import nl.rotterdam.survey.figures.FigureSettings;

/** {@code demo}: builds a small made-up city and shows it, on this machine only. */
final class DemoCommand extends ServerCommand<SurveyConfiguration> {
  private static final String NO_SERVE = "no_serve";

  private final Clock clock;
  private final PrintStream out = System.out;
  private DemoFolder folder;

  DemoCommand(SurveyApplication application, Clock clock) {
    super(application, "demo", "Builds a small made-up city and shows it on this machine only");
    this.clock = clock;
  }

  @Override
  public void configure(Subparser parser) {
    super.configure(parser);
    parser
        .addArgument("--no-serve")
        .dest(NO_SERVE)
        .action(Arguments.storeTrue())
        .help("end after building, without showing");
  }

  @Override
  protected void run(
      Bootstrap<SurveyConfiguration> bootstrap, Namespace arguments, SurveyConfiguration config)
      throws Exception {
    SurveyCommand.quiet();
    boolean serve = !Boolean.TRUE.equals(arguments.getBoolean(NO_SERVE));
    Loopback loopback = Loopback.of(config.getServerFactory());
    if (serve) {
      loopback.requireFree();
    }
    config.toDemo(loopback.url(), ownFigures(config));
    folder = take(config.dataDir());
    boolean served = false;
    try {
      build(bootstrap, config);
      if (serve) {
        loopback.apply();
        super.run(bootstrap, arguments, config);
        served = true;
        out.printf("%nOpen %s/ in a browser. Ctrl-C ends the demo.%n", loopback.url());
      }
    } finally {
      if (!served) {
        folder.close();
      }
    }
  }

  /** The folder stays taken for as long as the demo is shown. */
  @Override
  protected void run(Environment environment, Namespace arguments, SurveyConfiguration config)
      throws Exception {
    environment
        .lifecycle()
        .manage(
            new Managed() {
              @Override
              public void stop() throws Exception {
                folder.close();
              }
            });
    super.run(environment, arguments, config);
  }

  private void build(Bootstrap<SurveyConfiguration> bootstrap, SurveyConfiguration config)
      throws Exception {
    DemoFiles files = new DemoFiles(config.dataDir());
    YearMonth month = running(config).minusMonths(1);
    out.println("Peilschaal demo: a small made-up city. Nobody is written to for real.");
    long start = System.nanoTime();
    SurveyCommand.work(
        bootstrap,
        config,
        clock,
        parts ->
            new DemoBuild(
                    parts.histories(),
                    parts.intake(),
                    parts.senders(),
                    parts.figures(),
                    parts.reports(),
                    clock,
                    config.timeZone(),
                    files)
                .run(out));
    out.printf(
        """
        Built in %.1f seconds, in %s
          history   %s  (contacts.csv, answers.csv, callbacks.csv)
          outbox    %s  (a file a mail or text message)
          report    %s
                    %s
          figures   %s
          keys      %s  (its API_KEY opens POST /v1/contacts)
        """,
        Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0,
        files.folder(),
        files.history(),
        files.outbox(),
        files.reportPdf(month, "nl"),
        files.reportPdf(month, "en"),
        files.figures(),
        files.folder().resolve("keys"));
  }

  private static DemoFolder take(Path folder) throws IOException {
    try {
      return DemoFolder.take(folder);
    } catch (DemoFolder.TakenException e) {
      throw new UsageException(e.getMessage());
    }
  }

  private FigureSettings ownFigures(SurveyConfiguration config) {
    YearMonth running = running(config);
    YearMonth first = DemoCity.firstMonth(running);
    return config.figures().against(Period.window(first, first.plusMonths(11)), running.getYear());
  }

  private YearMonth running(SurveyConfiguration config) {
    return YearMonth.now(clock.withZone(config.timeZone()));
  }

  @Override
  public void onError(Cli cli, Namespace namespace, Throwable failure) {
    cli.getStdErr().println(Failure.describe(failure));
  }
}

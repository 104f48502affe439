// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.dropwizard.assets.AssetsBundle;
import io.dropwizard.configuration.EnvironmentVariableSubstitutor;
import io.dropwizard.configuration.FileConfigurationSourceProvider;
import io.dropwizard.configuration.SubstitutingSourceProvider;
import io.dropwizard.core.Application;
import io.dropwizard.core.server.AbstractServerFactory;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.db.ManagedDataSource;
import io.dropwizard.db.PooledDataSourceFactory;
import io.dropwizard.jdbi3.JdbiFactory;
import io.dropwizard.lifecycle.Managed;
import io.dropwizard.migrations.MigrationsBundle;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import nl.rotterdam.survey.contact.ChannelModule;
import nl.rotterdam.survey.database.Database;
import nl.rotterdam.survey.database.RoundSchedule;
import nl.rotterdam.survey.database.RoundSchedule.Round;
import nl.rotterdam.survey.intake.CellReader;
import nl.rotterdam.survey.privacy.Erasure;
import nl.rotterdam.survey.problem.BodyLimit;
import nl.rotterdam.survey.problem.CloseUnread;
import nl.rotterdam.survey.problem.JsonMapper;
import nl.rotterdam.survey.problem.ThrowableMapper;
import nl.rotterdam.survey.problem.ValidationMapper;
import nl.rotterdam.survey.text.Pages;
import nl.rotterdam.survey.text.Texts;
import org.eclipse.jetty.server.Server;
import org.glassfish.jersey.server.ServerProperties;
import org.jdbi.v3.core.Jdbi;

/** The service and its commands: bundles, and what Components built. */
public class SurveyApplication extends Application<SurveyConfiguration> {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final long BODY_LIMIT = 256 * 1024;

  private final Clock clock;

  public SurveyApplication() {
    this(Clock.systemUTC());
  }

  /** With a clock of one's own. */
  public SurveyApplication(Clock clock) {
    this.clock = clock;
  }

  /** Runs one command. */
  public static void main(String[] arguments) throws Exception {
    // the embedded database lets other processes of this machine in, and nobody else's
    System.setProperty("h2.bindAddress", "127.0.0.1");
    new SurveyApplication().run(arguments);
  }

  @Override
  public String getName() {
    return "peilschaal";
  }

  @Override
  public void initialize(Bootstrap<SurveyConfiguration> bootstrap) {
    configure(bootstrap.getObjectMapper());
    bootstrap.setConfigurationSourceProvider(
        new SubstitutingSourceProvider(
            new FileConfigurationSourceProvider(), new EnvironmentVariableSubstitutor(true, true)));
    bootstrap.setConfigurationFactoryFactory(LocatedConfigurationFactory::new);
    bootstrap.addBundle(new AssetsBundle("/templates/assets", "/assets", null));
    bootstrap.addBundle(
        new MigrationsBundle<SurveyConfiguration>() {
          @Override
          public PooledDataSourceFactory getDataSourceFactory(SurveyConfiguration config) {
            return config.dataSource();
          }

          @Override
          public String getMigrationsFileName() {
            return Database.CHANGELOG;
          }
        });
  }

  /** What is not understood is refused, not guessed at. */
  private static void configure(ObjectMapper json) {
    json.registerModule(new ChannelModule())
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
  }

  @Override
  protected void addDefaultCommands(Bootstrap<SurveyConfiguration> bootstrap) {
    bootstrap.addCommand(new ServeCommand(this));
    bootstrap.addCommand(new ImportCommand());
    bootstrap.addCommand(new FiguresCommand());
    bootstrap.addCommand(new ReportCommand());
    bootstrap.addCommand(new PublishCommand());
    bootstrap.addCommand(new PackCommand());
    bootstrap.addCommand(new DemoCommand(this, clock));
  }

  @Override
  public void run(SurveyConfiguration config, Environment environment) {
    ManagedDataSource dataSource = config.dataSource().build(environment.metrics(), "database");
    Jdbi jdbi =
        Database.configure(
            new JdbiFactory().build(environment, config.dataSource(), dataSource, "database"));
    Components components =
        Components.build(
            config,
            jdbi,
            clock,
            environment.metrics(),
            new CellReader(environment.getObjectMapper(), environment.getValidator()));
    config.requireStatements();
    // only now: a wrong setting leaves no database behind
    Database.prepare(dataSource, config.embedded());
    components.requireHashKey();
    CompletableFuture<Void> figures = components.figures().prepare();

    ((AbstractServerFactory) config.getServerFactory()).setRegisterDefaultExceptionMappers(false);
    environment.jersey().register(new ValidationMapper());
    environment.jersey().register(new JsonMapper());
    environment
        .jersey()
        .register(
            new ThrowableMapper(
                (problem, headers) -> {
                  Pages pages = components.pages();
                  return page(problem.status(), pages, pages.texts(null, headers));
                }));
    environment
        .lifecycle()
        .addServerLifecycleListener(server -> explain(server, components.pages()));
    // links lead where the resident came from, whatever stands between
    environment
        .jersey()
        .property(ServerProperties.LOCATION_HEADER_RELATIVE_URI_RESOLUTION_DISABLED, true);
    environment.jersey().register(new BodyLimit(BODY_LIMIT));
    environment.jersey().register(new CloseUnread());
    components.resources().forEach(environment.jersey()::register);
    components.carriers().forEach(environment.lifecycle()::manage);
    components.senders().forEach(environment.lifecycle()::manage);
    environment.lifecycle().manage(waitingFor(figures));
    environment
        .lifecycle()
        .manage(
            new RoundSchedule(
                dataSource,
                List.of(
                    new Round("reports", config.reports().poll(), components.reportRound()::run),
                    new Round("erasure", Erasure.POLL, components.erasure()::run)),
                environment.metrics()));
  }

  /** The port opens when the first figures are there, or take long to count. */
  private static Managed waitingFor(CompletableFuture<Void> figures) {
    return new Managed() {
      @Override
      public void start() {
        figures.completeOnTimeout(null, PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
      }
    };
  }

  private static void explain(Server server, Pages pages) {
    Texts texts = pages.texts(Optional.empty(), Optional.empty());
    server.setErrorHandler(
        new UnreadableRequests(status -> (String) page(status, pages, texts).getEntity()));
  }

  private static Response page(int status, Pages pages, Texts texts) {
    String message = status == 404 ? "missing" : status < 500 ? "refused" : "failure";
    return pages.message(status, message, texts);
  }

  @Override
  protected void onFatalError(Throwable failure) {
    System.exit(failure instanceof UsageException usage ? usage.exitCode() : 1);
  }
}

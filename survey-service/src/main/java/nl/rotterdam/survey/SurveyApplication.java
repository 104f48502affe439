// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey;

import com.codahale.metrics.health.HealthCheck;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.fasterxml.jackson.module.paramnames.ParameterNamesModule;
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
import io.dropwizard.jackson.AnnotationSensitivePropertyNamingStrategy;
import io.dropwizard.jackson.DiscoverableSubtypeResolver;
import io.dropwizard.jackson.FuzzyEnumModule;
import io.dropwizard.jackson.Jackson;
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
import java.util.function.Supplier;
import nl.rotterdam.survey.api.ApiDocument;
import nl.rotterdam.survey.api.ApiVersion;
import nl.rotterdam.survey.api.NoTrailingSlash;
import nl.rotterdam.survey.api.OpenApiResource;
import nl.rotterdam.survey.api.ReferenceResource;
import nl.rotterdam.survey.contact.ChannelModule;
import nl.rotterdam.survey.database.Database;
import nl.rotterdam.survey.database.RoundSchedule;
import nl.rotterdam.survey.database.RoundSchedule.Round;
import nl.rotterdam.survey.dialogue.Dialogues;
import nl.rotterdam.survey.intake.CellReader;
import nl.rotterdam.survey.kiosk.KioskService;
import nl.rotterdam.survey.privacy.Erasure;
import nl.rotterdam.survey.problem.BodyLimit;
import nl.rotterdam.survey.problem.CloseUnread;
import nl.rotterdam.survey.problem.JsonMapper;
import nl.rotterdam.survey.problem.ThrowableMapper;
import nl.rotterdam.survey.problem.ValidationMapper;
import nl.rotterdam.survey.report.Rehearsal;
import nl.rotterdam.survey.signal.SignalRound;
import nl.rotterdam.survey.signin.Door;
import nl.rotterdam.survey.signin.LocalAdministrator;
import nl.rotterdam.survey.signin.OpenIdProvider;
import nl.rotterdam.survey.sms.SmppCarrier;
import nl.rotterdam.survey.text.Pages;
import nl.rotterdam.survey.text.Texts;
import nl.rotterdam.survey.webhook.WebhookOutbox;
import org.eclipse.jetty.server.Server;
import org.glassfish.jersey.server.ServerProperties;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The service and its commands: bundles, and what Components built. */
public class SurveyApplication extends Application<SurveyConfiguration> {
  private static final Logger LOG = LoggerFactory.getLogger(SurveyApplication.class);
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
    if (arguments.length > 0 && arguments[0].equals(ReportCommand.NAME)) {
      Rehearsal.begin();
    }
    new SurveyApplication().run(arguments);
  }

  @Override
  public String getName() {
    return "peilschaal";
  }

  @Override
  public void initialize(Bootstrap<SurveyConfiguration> bootstrap) {
    bootstrap.setObjectMapper(mapper());
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

  /**
   * Dropwizard's own without Blackbird, which makes classes at the start to be faster at thousands
   * of objects: a command reads its settings and is done.
   */
  private static ObjectMapper mapper() {
    return Jackson.newMinimalObjectMapper()
        .registerModule(new FuzzyEnumModule())
        .registerModule(new ParameterNamesModule())
        .registerModule(new Jdk8Module())
        .registerModule(new JavaTimeModule())
        .setPropertyNamingStrategy(new AnnotationSensitivePropertyNamingStrategy())
        .setSubtypeResolver(new DiscoverableSubtypeResolver());
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
    bootstrap.addCommand(new KeysCommand());
    bootstrap.addCommand(new KioskCommand());
    bootstrap.addCommand(new PasswordCommand());
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
    components.settingsWatch().run();
    openDoor(config, components.door(), environment);
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
    environment.jersey().register(new NoTrailingSlash());
    environment.jersey().register(new ApiVersion());
    components.resources().forEach(environment.jersey()::register);
    Supplier<ApiDocument> document =
        () -> ApiDocument.of(components.resources(), config.publicUrl(), config.api());
    environment.jersey().register(new OpenApiResource(document));
    environment.jersey().register(new ReferenceResource(document, components.pages()));
    components.carriers().forEach(environment.lifecycle()::manage);
    components.carriers().stream()
        .filter(SmppCarrier.class::isInstance)
        .map(SmppCarrier.class::cast)
        .filter(SmppCarrier::receives)
        .forEach(smpp -> environment.healthChecks().register("smpp", boundCheck(smpp)));
    environment.healthChecks().register("webhooks", failingCheck(components.outbox()));
    components.senders().forEach(environment.lifecycle()::manage);
    environment.lifecycle().manage(components.replies());
    environment.lifecycle().manage(components.signalIndex());
    environment.lifecycle().manage(waitingFor(figures));
    environment
        .lifecycle()
        .manage(
            new RoundSchedule(
                dataSource,
                List.of(
                    new Round("reports", config.reports().poll(), components.reportRound()::run),
                    new Round("open-klant", config.openKlant().poll(), components.openKlant()::run),
                    new Round("dialogues", Dialogues.POLL, components.dialogues()::run),
                    new Round("webhooks", config.webhookPoll(), components.webhooks()::run),
                    new Round("erasure", Erasure.POLL, components.erasure()::run),
                    new Round("signals", SignalRound.POLL, components.signalRound()::run),
                    new Round("downloads", config.downloadPoll(), components.downloadRound()::run),
                    new Round("kiosks", KioskService.POLL, components.kioskService()::forget),
                    new Round("sign-in", Door.POLL, stopping -> components.door().forget())),
                environment.metrics()));
  }

  /** A password is told to who started the service, past the log, which may be kept elsewhere. */
  private static void openDoor(SurveyConfiguration config, Door door, Environment environment) {
    if (!config.hasWorkplace()) {
      LOG.info("signIn.issuer (OIDC_ISSUER) is not set: there is no workplace for employees");
    }
    if (config.hasLocalAdministrator()) {
      LocalAdministrator administrator = door.administrator();
      config
          .demo()
          .map(demo -> administrator.makeAnother())
          .or(administrator::makeFirst)
          .ifPresent(password -> tell(config, password));
    }
    door.provider()
        .ifPresent(
            provider -> environment.healthChecks().register("sign-in", reachableCheck(provider)));
  }

  private static void tell(SurveyConfiguration config, String password) {
    System.out.printf(
        "%nThe workplace is %s/workplace: name %s, password %s%n%s%n%n",
        config.publicUrl(),
        LocalAdministrator.NAME,
        password,
        config.demo().isPresent()
            ? "Each start of the demo makes another password."
            : "The password is shown this once; the command password makes another.");
  }

  private static HealthCheck reachableCheck(OpenIdProvider provider) {
    return new HealthCheck() {
      @Override
      protected Result check() {
        return provider.isReachable()
            ? Result.healthy()
            : Result.unhealthy("The provider of identities cannot be reached");
      }
    };
  }

  private static HealthCheck boundCheck(SmppCarrier smpp) {
    return new HealthCheck() {
      @Override
      protected Result check() {
        return smpp.isBound() ? Result.healthy() : Result.unhealthy("The session is not bound");
      }
    };
  }

  private static HealthCheck failingCheck(WebhookOutbox outbox) {
    return new HealthCheck() {
      @Override
      protected Result check() {
        List<String> failing = outbox.failing();
        return failing.isEmpty()
            ? Result.healthy()
            : Result.unhealthy("Not reached for long: " + String.join(", ", failing));
      }
    };
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

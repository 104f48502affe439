// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.dropwizard.core.Application;
import io.dropwizard.db.ManagedDataSource;
import io.dropwizard.testing.ConfigOverride;
import io.dropwizard.testing.DropwizardTestSupport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.rotterdam.survey.database.Database;
import nl.rotterdam.survey.database.DatabaseSettings;
import nl.rotterdam.survey.intake.CellReader;
import nl.rotterdam.survey.invitation.InvitationSender;
import nl.rotterdam.survey.signin.Role;
import nl.rotterdam.survey.signin.Sessions;
import nl.rotterdam.survey.signin.SignInSettings;
import nl.rotterdam.survey.sms.IncomingSms;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.sqlobject.SqlObjectPlugin;
import org.slf4j.LoggerFactory;

/** The whole service as it is started for real, on a database, folder and port of its own. */
public final class SurveyApp implements AutoCloseable {
  /** The key of the default source. */
  public static final String API_KEY = "key-of-the-default-source";

  /** 32 bytes in base64, for addresses and for links. */
  public static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

  private final DropwizardTestSupport<SurveyConfiguration> support;
  private final URI url;
  private final Jdbi jdbi;
  private final Clock clock;

  private SurveyApp(
      DropwizardTestSupport<SurveyConfiguration> support, URI url, Jdbi jdbi, Clock clock) {
    this.support = support;
    this.url = url;
    this.jdbi = jdbi;
    this.clock = clock;
  }

  /** The settings that a test changes, by their path in config.yml. */
  public static SurveyApp start(
      DatabaseSettings database, Path dataDir, Clock clock, Map<String, String> settings) {
    // each start and stop of Dropwizard sets the levels anew
    for (String chatty : List.of("liquibase", "io.zonky.test")) {
      ((Logger) LoggerFactory.getLogger(chatty)).setLevel(Level.WARN);
    }
    int port = freePort();
    URI url = URI.create("http://localhost:" + port);
    Map<String, String> all = new HashMap<>();
    all.put("dataDir", dataDir.toString());
    all.put("publicUrl", url.toString());
    all.put("database.url", database.url());
    all.put("database.user", database.user());
    all.put("database.password", database.password());
    all.put("sources[0].apiKey", API_KEY);
    all.put("keys.address", KEY);
    all.put("keys.link", KEY);
    all.put("privacy.controller", "Gemeente Rotterdam");
    all.put("privacy.officer", "Bel 14 010.");
    for (String language : List.of("nl", "en")) {
      all.put("privacy.legalBasis." + language, "Legal basis in " + language + ".");
      all.put("privacy.retention." + language, "Retention in " + language + ".");
    }
    all.put("sending.poll", "PT0.05S");
    all.put("server.applicationConnectors[0].port", String.valueOf(port));
    all.put("server.adminConnectors[0].port", "0");
    all.put("logging.level", "WARN");
    // at whatever hour a test's clock stands; one that is about quiet hours sets its own
    all.put("asking.quietHours", "off");
    // what a test stores it wants to see counted
    all.put("figures.maxAge", "PT0S");
    // a test that is about reports runs its rounds itself
    all.put("reports.poll", "PT1H");
    all.put("openKlant.poll", "PT1H");
    all.put("signals.poll", "PT0.05S");
    // nor are webhooks told before a test says so
    all.put("webhookPoll", "PT1H");
    all.put("downloadPoll", "PT1H");
    // employees can sign in on every database, and nobody asks this provider before a test does
    if (!database.embedded()) {
      all.put("signIn.issuer", "http://localhost:9/none");
      all.put("signIn.clientId", "peilschaal");
    }
    all.putAll(settings);
    all.putIfAbsent("logging.loggers.nl\\\\.rotterdam", all.get("logging.level"));
    List<ConfigOverride> overrides = new ArrayList<>();
    all.forEach((path, value) -> overrides.add(ConfigOverride.config(path, value)));
    // the embedded schema is made at start; on PostgreSQL that is db migrate's work
    var dataSource =
        database.dataSource(dataDir).build(new com.codahale.metrics.MetricRegistry(), "test");
    Database.migrate(dataSource);
    makeAdministrator(dataSource);
    DropwizardTestSupport<SurveyConfiguration> support =
        new DropwizardTestSupport<>(
            SurveyApplication.class,
            Path.of("..", "config.yml").toString(),
            overrides.toArray(ConfigOverride[]::new)) {
          @Override
          public Application<SurveyConfiguration> newApplication() {
            return new SurveyApplication(clock);
          }
        };
    try {
      support.before();
    } catch (Exception e) {
      throw new IllegalStateException("The service does not start", e);
    }
    return new SurveyApp(
        support,
        url,
        Database.configure(Jdbi.create(dataSource).installPlugin(new SqlObjectPlugin())),
        clock);
  }

  /** So that no start takes the time to make one. */
  private static void makeAdministrator(ManagedDataSource dataSource) {
    byte[] salt = new byte[16];
    Database.configure(Jdbi.create(dataSource))
        .useHandle(
            handle ->
                handle
                    .createUpdate(
                        """
                        insert into local_administrator (name, salt, rounds, password_hash, made_at)
                        values ('beheer', :salt, 1, :hash, :now)
                        on conflict do nothing
                        """)
                    .bind("salt", salt)
                    .bind("hash", salt)
                    .bind("now", Instant.EPOCH)
                    .execute());
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where it answers. */
  public URI url() {
    return url;
  }

  /** Whether this check of its health passes. */
  public boolean isHealthy(String check) {
    return support.getEnvironment().healthChecks().runHealthCheck(check).isHealthy();
  }

  /** Its database. */
  public Jdbi jdbi() {
    return jdbi;
  }

  /** The parts it is made of, once more, for what a test does without HTTP. */
  Components components() {
    return componentsAt(clock);
  }

  /** The same by a clock of their own. */
  Components componentsAt(Clock other) {
    return Components.build(
        support.getConfiguration(),
        jdbi,
        other,
        support.getEnvironment().metrics(),
        new CellReader(support.getObjectMapper(), support.getEnvironment().getValidator()));
  }

  /** Sends all that is due now, without waiting for the next round. */
  public void sendDue() {
    Components components = components();
    components.senders().forEach(InvitationSender::sendDue);
    components.replies().sendDue();
    awaitOwnSender();
  }

  /** The service's own sender may have one in hand just then; what may not go out now stays due. */
  private void awaitOwnSender() {
    Instant now = clock.instant();
    String due = "invitation where state in ('planned', 'sent') and address is not null";
    long deadline = System.nanoTime() + Duration.ofSeconds(1).toNanos();
    try {
      while (count(due + " and next_attempt_at <= timestamp with time zone '" + now + "'") > 0
          && System.nanoTime() < deadline) {
        Thread.sleep(10);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A resident sends a text message, as the carrier brings it. */
  public void take(IncomingSms message) {
    components().listener().take(message);
  }

  /** Ends the dialogues that are over, without waiting for the next round. */
  public void endDialogues() {
    components().dialogues().run(() -> false);
  }

  /** Makes the reports that are due now. */
  public void makeReports() {
    components().reportRound().run(() -> false);
  }

  /** Fetches from Open Klant what is due now, without waiting for the next round. */
  public void fetchDue() {
    components().openKlant().run(() -> false);
  }

  /** Tells webhooks all that is due now. */
  public void tellWebhooks() {
    components().webhooks().run(() -> false);
  }

  /** Lets out the open answers that may come out now. */
  public void releaseSignals() {
    components().signalRound().run(() -> false);
  }

  /** Makes what employees wait for. */
  public void makeDownloads() {
    components().downloadRound().run(() -> false);
  }

  /** Signs an employee in, past the door: the header Cookie of their browser. */
  public String signIn(Role role) {
    SignInSettings settings = support.getConfiguration().signIn();
    String token = new Sessions(jdbi, settings, clock).begin("test-" + role, "Noor", role, "nl");
    return Sessions.COOKIE + "=" + token;
  }

  /** Erases all that is due now. */
  public void erase() {
    components().erasure().run(() -> false);
  }

  /** Forgets everything, so that the next test begins with nothing. */
  public void clear() {
    jdbi.useHandle(
        handle ->
            List.of(
                    "download",
                    "sign_in_start",
                    "employee_session",
                    "source_day",
                    "event",
                    "open_klant_notice",
                    "webhook_delivery",
                    "texter",
                    "dialogue",
                    "kiosk_answer",
                    "kiosk",
                    "answer_aside",
                    "answer",
                    "signal",
                    "invitation",
                    "recipient",
                    "contact",
                    "callback_note",
                    "callback_score",
                    "month_count",
                    "counted_month",
                    "changed_month",
                    "broken_down_year",
                    "group_score",
                    "given_count",
                    "publication",
                    "api_key",
                    "report_mail",
                    "report")
                .forEach(table -> handle.execute("delete from " + table)));
  }

  /** The number of rows of a table. */
  public long count(String table) {
    return jdbi.withHandle(
        handle -> handle.createQuery("select count(*) from " + table).mapTo(Long.class).one());
  }

  @Override
  public void close() {
    support.after();
  }
}

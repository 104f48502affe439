// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.dropwizard.core.Application;
import io.dropwizard.testing.ConfigOverride;
import io.dropwizard.testing.DropwizardTestSupport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.rotterdam.survey.database.Database;
import nl.rotterdam.survey.database.DatabaseSettings;
import nl.rotterdam.survey.intake.CellReader;
import nl.rotterdam.survey.invitation.InvitationSender;
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
    all.putAll(settings);
    all.putIfAbsent("logging.loggers.nl\\\\.rotterdam", all.get("logging.level"));
    List<ConfigOverride> overrides = new ArrayList<>();
    all.forEach((path, value) -> overrides.add(ConfigOverride.config(path, value)));
    // the embedded schema is made at start; on PostgreSQL that is db migrate's work
    var dataSource =
        database.dataSource(dataDir).build(new com.codahale.metrics.MetricRegistry(), "test");
    Database.migrate(dataSource);
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

  /** Its database. */
  public Jdbi jdbi() {
    return jdbi;
  }

  /** The parts it is made of, once more, for what a test does without HTTP. */
  Components components() {
    return Components.build(
        support.getConfiguration(),
        jdbi,
        clock,
        support.getEnvironment().metrics(),
        new CellReader(support.getObjectMapper(), support.getEnvironment().getValidator()));
  }

  /** Sends all that is due now, without waiting for the next round. */
  public void sendDue() {
    components().senders().forEach(InvitationSender::sendDue);
  }

  /** Forgets everything, so that the next test begins with nothing. */
  public void clear() {
    jdbi.useHandle(
        handle ->
            List.of(
                    "answer_aside",
                    "answer",
                    "invitation",
                    "recipient",
                    "contact",
                    "callback_note",
                    "month_count",
                    "counted_month",
                    "changed_month",
                    "broken_down_year",
                    "group_score",
                    "given_count",
                    "publication",
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

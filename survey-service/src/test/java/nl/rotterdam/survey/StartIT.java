// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey;

import static org.assertj.core.api.Assertions.assertThat;

import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.util.JarLocation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A wrong setting stops the start with one sentence that names it. */
class StartIT {
  private static final String TEMPLATE = "f33517ff-2a88-4f6e-b855-c550268ce08a";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ${ASK_DELAY:-PT1H}             | tomorrow                        | delay
          ${ASK_DELAY:-PT1H}             | -PT1H                           | ASK_DELAY
          ${PORT:-8080}                  | many                            | port
          ${QUIET_HOURS:-20:00-09:00}    | at night                        | QUIET_HOURS
          ${QUIET_HOURS:-20:00-09:00}    | 20:00-20:00                     | QUIET_HOURS
          ${QUIET_DAYS:-sundays, holidays} | mondays                       | quietDays
          ${ASK_DELAY:-PT1H}             | P8D                             | MAX_CONTACT_AGE
          ${DATABASE_URL:-jdbc:h2:file:data/peilschaal} | jdbc:mysql://x/y | DATABASE_URL
          ${DATABASE_URL:-jdbc:h2:file:data/peilschaal} | jdbc:postgresql://127.0.0.1:1/x | API_KEY
          ${ADDRESS_KEY:-}               | c2hvcnQ=                        | ADDRESS_KEY
          ${BASELINE:-2022}              | 2022-13                         | BASELINE
          ${BASELINE_SHARE:-}            | 11                              | figures.baselineShare
          ${FIGURES_MAX_AGE:-PT45S}      | PT5M                            | figures.maxAge
          ${GOAL:-0.30}                  | 30                              | figures.goal
          ${CONFIRMATORY:-2026-01..2026-12} | 2022-06..2023-05             | confirmatory
          ${TIME_ZONE:-Europe/Amsterdam} | Europe/Rotterdam                | timeZone
          ${SMTP_PORT:-25}               | 70000                           | mail.port
          ${MAIL_RETURN_PATH:-}          | bounces{mark}@example.nl        | MAIL_RETURN_PATH
          ${BOUNCES_HOST:-}              | imap.example.nl                 | mail.bounces.username
          ${BOUNCES_PORT:-993}           | 70000                           | mail.bounces.port
          ${NOTIFY_API_KEY:-}            | geheim                          | NOTIFY_API_KEY
          ${NOTIFY_MAIL_TEMPLATE:-}      | f33517ff-2a88-4f6e-b855-c550268ce08a | NOTIFY_API_KEY
          ${NOTIFY_RECEIPT_TOKEN:-}      | kort                            | NOTIFY_RECEIPT_TOKEN
          ${WEBHOOK_URL:-}               | https://zaken.example.nl/       | webhooks[0].secret
          ${WEBHOOK_SECRET:-}            | kort                            | webhooks[0].secret
          ${WEBHOOK_EVENTS:-month-published} | everything                  | webhooks[0].events
          ${PUBLIC_URL:-http://localhost:${PORT:-8080}} | https://a-very-long-name.dienstverlening.rotterdam.nl | PUBLIC_URL
          [nl, en]                       | [nl, xx]                        | languages
          ${THEME:-}                     | no-such-folder                  | pages.theme (THEME)
          ${ACCESSIBILITY_STATEMENT:-}   | www.example.nl                  | accessibilityStatement
          threshold: 30                  | threshold: 0                    | threshold
          goodFriday: working            | goodFriday: maybe               | calendar.goodFriday
          liberationDayFrom: 2024        | liberationDayFrom: always       | calendar.liberationDayFrom
          closingDays: []                | closingDays: [5 May]            | calendar.closingDays
          [${REPORT_RECIPIENTS:-}]       | [a@example.org, b]              | REPORT_RECIPIENTS
          [${REPORT_RECIPIENTS:-}]       | [a@example.org, A@example.org]  | reports.recipients
          [${REPORT_LANGUAGES:-nl}]      | [nl, xx]                        | reports.languages
          ${REPORT_WORKING_DAY:-3}       | 0                               | reports.workingDay
          ${REPORT_TIME:-07:00}          | 7 uur                           | REPORT_TIME
          ${REPORT_POLL:-PT5M}           | P2D                             | reports.poll
          ${SMS_FORM:-link}              | letter                          | sms
          ${DIALOGUE_SILENCE:-PT24H}     | PT5M                            | DIALOGUE_SILENCE
          ${DIALOGUE_TOO_SOON:-PT5S}     | PT2M                            | DIALOGUE_TOO_SOON
          ${OPEN_KLANT_URL:-}            | http://openklant.example/klantinteracties/api/v1 | OPEN_KLANT_URL
          ${OPEN_KLANT_URL:-}            | https://openklant.example/klantinteracties/api/v1 | OPEN_KLANT_TOKEN
          ${OPEN_KLANT_AUTHORIZATION:-}  | kort                            | OPEN_KLANT_AUTHORIZATION
          ${OPEN_KLANT_POLL:-PT10S}      | P2D                             | openKlant.poll
          balie: counter                 | balie: desk                     | openKlant.channels
          ${OIDC_ISSUER:-}               | http://keycloak.example/realms/x | signIn.issuer (OIDC_ISSUER)
          asking:                        | asken:                          | asken
          """)
  void wrongSettingIsNamedInOneSentence(String standard, String wrong, String named)
      throws Exception {
    String said = start(Files.readString(Path.of("..", "config.yml")).replace(standard, wrong));

    assertThat(said).contains(named).doesNotContain("\tat ").doesNotContain("Exception");
    assertThat(said.lines()).hasSizeBetween(1, 5);
    assertThat(folder.resolve("data").resolve("peilschaal.mv.db")).doesNotExist();
  }

  @Test
  void databaseThatCannotBeReachedIsNamed() throws Exception {
    String settings = onAnotherDatabase().replaceAll("\\$\\{PRIVACY_[A-Z_]+:-}", "x");

    assertThat(start(settings)).contains("DATABASE_URL").doesNotContain("\tat ").hasLineCount(1);
  }

  @Test
  void privacyStatementMustBeWholeWhereResidentsAreReal() throws Exception {
    String settings = onAnotherDatabase().replace("${PRIVACY_RETENTION_NL:-}", "Een jaar.");

    assertThat(start(settings))
        .contains(
            "privacy.controller, privacy.officer, privacy.legalBasis.nl, privacy.legalBasis.en,"
                + " privacy.retention.en;")
        .hasLineCount(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SMS  | SMPP_HOST | [${REPORT_RECIPIENTS:-}] | sms.host
          MAIL | SMTP_HOST | [${REPORT_RECIPIENTS:-}] | mail.host
          MAIL | NONE      | [a@example.org]          | REPORT_RECIPIENTS
          """)
  void twoCarriersForOneMediumAreNamed(String medium, String host, String recipients, String named)
      throws Exception {
    String settings =
        Files.readString(Path.of("..", "config.yml"))
            .replace("${NOTIFY_API_KEY:-}", "key-" + TEMPLATE + "-" + TEMPLATE)
            .replace("${NOTIFY_" + medium + "_TEMPLATE:-}", TEMPLATE)
            .replace("${" + host + ":-}", "carrier.example")
            .replace("${SMPP_SYSTEM_ID:-}", "peil")
            .replace("[${REPORT_RECIPIENTS:-}]", recipients);

    assertThat(start(settings)).contains(named).doesNotContain("\tat ").hasLineCount(1);
  }

  private static String onAnotherDatabase() throws IOException {
    return Files.readString(Path.of("..", "config.yml"))
        .replace("${DATABASE_URL:-jdbc:h2:file:data/peilschaal}", "jdbc:postgresql://127.0.0.1:1/x")
        .replace("${API_KEY:-}", "key")
        .replace("${ADDRESS_KEY:-}", SurveyApp.KEY)
        .replace("${LINK_KEY:-}", SurveyApp.KEY);
  }

  @Test
  void residentsMustBeAbleToAnswerADialogue() throws Exception {
    String settings =
        Files.readString(Path.of("..", "config.yml"))
            .replace("${SMS_FORM:-link}", "dialogue")
            .replace("${SMPP_HOST:-}", "smpp.example.nl")
            .replace("${SMPP_SYSTEM_ID:-}", "peil");

    assertThat(start(settings)).contains("SMS_FORM", "SMPP_BIND", "SMPP_SENDER").hasLineCount(1);
    assertThat(start(settings.replace("${SMPP_BIND:-transmitter}", "transceiver")))
        .contains("nobody can answer a name");
  }

  @Test
  void missingFileIsNamed() throws Exception {
    assertThat(run("server", folder.resolve("nothing.yml").toString())).contains("nothing.yml");
    assertThat(run("server")).contains("config.yml");
  }

  private String start(String settings) throws Exception {
    Path config = folder.resolve("config.yml");
    Files.writeString(config, settings);
    return run("server", config.toString());
  }

  private static String run(String... arguments) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Optional<Throwable> failure = commandLine(err).run(arguments);
    assertThat(failure).as("start").isPresent();
    return err.toString(StandardCharsets.UTF_8);
  }

  /** What the jar's main class runs, with its complaints caught. */
  static Cli commandLine(ByteArrayOutputStream err) {
    SurveyApplication application = new SurveyApplication();
    Bootstrap<SurveyConfiguration> bootstrap = new Bootstrap<>(application);
    application.addDefaultCommands(bootstrap);
    application.initialize(bootstrap);
    bootstrap.registerMetrics();
    return new Cli(
        new JarLocation(SurveyApplication.class), bootstrap, new ByteArrayOutputStream(), err);
  }
}

// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.rotterdam.survey.database.TestDatabase;
import nl.rotterdam.survey.invitation.LinkToken;
import nl.rotterdam.survey.invitation.Links;
import nl.rotterdam.survey.sms.IncomingSms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

/** Whatever happens, and at the lowest level that can be set, no log line names a resident. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class LogsIT {
  private static final TestClock CLOCK = new TestClock(Instant.parse("2025-05-14T10:00:00Z"));
  private static final String EMAIL = "quirijn.zonneveld";
  private static final String NUMBER = "0612345987";
  private static final String COMMENT = "Vlinderstruik";

  @Parameter TestDatabase database;
  @TempDir Path folder;

  private SurveyClient client;

  @Test
  void noLineHoldsAnAddressATokenOrAComment() {
    Map<String, String> settings =
        Map.of(
            "sending.poll", "PT1H",
            // as config.yml has it, with LOG_LEVEL=TRACE
            "logging.level", "INFO",
            "logging.loggers.nl\\\\.rotterdam", "TRACE",
            // where no relay listens
            "mail.host", "127.0.0.1",
            "mail.port", "1",
            "webhooks[0].url", "http://127.0.0.1:1/",
            "webhooks[0].secret", SurveyApp.KEY,
            "webhooks[0].events", "answer-dissatisfied",
            "webhookHosts", "127.0.0.1");
    List<LinkToken> tokens = new ArrayList<>();
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    try (SurveyApp app = SurveyApp.start(database.fresh(), folder, CLOCK, settings)) {
      client = new SurveyClient(app.url());
      log.start();
      root.addAppender(log);
      report("a");
      reportWrongly();
      CLOCK.advance(Duration.ofHours(1));
      app.components().senders().forEach(sender -> sender.sendDue());
      LinkToken token = token(app);
      tokens.add(token);
      answerWrongly(token);
      failToStore(app, token);
      client.post("/s/" + token.value(), answer());
      askToBeCalledBack(app, token);
      // as a browser sends a form with nothing but a button
      client.post("/u/" + token.value() + "?lang=nl", Map.of());
      CLOCK.advance(Duration.ofDays(60));
      app.components().erasure().run(() -> false);
      text(app);
    } finally {
      root.detachAppender(log);
    }

    List<String> lines =
        log.list.stream()
            .filter(event -> !event.getLoggerName().contains("EmbeddedPostgres"))
            .map(LogsIT::written)
            .toList();
    assertThat(lines).anyMatch(line -> line.contains("Sending by EMAIL pauses"));
    assertThat(lines).anyMatch(line -> line.contains("tried again from"));
    assertThat(lines.stream().filter(line -> line.contains("Failure "))).hasSizeGreaterThan(2);
    LinkToken token = tokens.get(0);
    assertThat(lines)
        .noneMatch(line -> line.contains(EMAIL))
        .noneMatch(line -> line.contains(NUMBER.substring(1)))
        .noneMatch(line -> line.contains(COMMENT))
        .noneMatch(line -> line.contains(token.value()))
        .noneMatch(line -> line.contains(HexFormat.of().formatHex(token.hash())));
  }

  private static String written(ILoggingEvent event) {
    String thrown =
        event.getThrowableProxy() == null
            ? ""
            : ThrowableProxyUtil.asString(event.getThrowableProxy());
    return event.getLevel()
        + " "
        + event.getLoggerName()
        + ": "
        + event.getFormattedMessage()
        + "\n"
        + thrown;
  }

  private int report(String id) {
    Map<String, String> contact = new HashMap<>();
    contact.put("externalId", id);
    contact.put("channel", "phone");
    contact.put("startedAt", CLOCK.instant().toString());
    contact.put("email", EMAIL + "@example.org");
    contact.put("phone", NUMBER);
    return client.report(contact).status();
  }

  private void reportWrongly() {
    client.report(Map.of("externalId", "b", "email", EMAIL + " at home", "phone", NUMBER + "x"));
    client.reportRaw("{\"email\": \"" + EMAIL + "@example.org\", \"phone\": " + NUMBER + "}");
    client.reportRaw("{\"email\": \"" + EMAIL + "@example.org");
    client.get("/v1/contacts?email=" + EMAIL);
  }

  private static LinkToken token(SurveyApp app) {
    UUID invitation =
        app.jdbi()
            .withHandle(
                handle -> handle.createQuery("select id from invitation").mapTo(UUID.class).one());
    return new Links(app.url(), Base64.getDecoder().decode(SurveyApp.KEY)).token(invitation);
  }

  private static Map<String, String> answer() {
    return Map.of("overall", "3", "comment", COMMENT + " " + EMAIL + "@example.org " + NUMBER);
  }

  private void answerWrongly(LinkToken token) {
    client.get("/s/" + token.value() + "?overall=x");
    client.get("/s/" + token.value() + "/" + COMMENT);
    client.post("/s/" + token.value(), Map.of("overall", "x", "comment", COMMENT));
    client.post("/s/" + token.value() + "?lang=nl&comment=" + COMMENT, Map.of());
    client.send(
        HttpRequest.newBuilder(client.url().resolve("/s/" + token.value()))
            .header("Content-Type", "text/plain")
            .POST(BodyPublishers.ofString(COMMENT)));
  }

  /** A number that is none, that cannot be stored, and that cannot be told. */
  private void askToBeCalledBack(SurveyApp app, LinkToken token) {
    String path = "/s/" + token.value() + "/call-back";
    assertThat(client.post(path, Map.of("phone", NUMBER + "x9", "consent", "yes")).status())
        .isEqualTo(400);
    Map<String, String> form = Map.of("phone", NUMBER, "consent", "yes");
    String refused = "alter table webhook_delivery add constraint ck_none check (body is null)";
    app.jdbi().useHandle(handle -> handle.execute(refused));
    assertThat(client.post(path, form).status()).isEqualTo(500);
    app.jdbi()
        .useHandle(
            handle -> handle.execute("alter table webhook_delivery drop constraint ck_none"));
    assertThat(client.post(path, form).status()).isEqualTo(200);
    app.tellWebhooks();
  }

  /** Texts that are understood, that are not, and that cannot be stored. */
  private void text(SurveyApp app) {
    String from = "+31" + NUMBER.substring(1);
    app.take(new IncomingSms(from, "start"));
    app.sendDue();
    app.take(new IncomingSms(from, COMMENT));
    app.sendDue();
    app.jdbi().useHandle(handle -> handle.execute("alter table texter rename to hidden"));
    assertThatThrownBy(() -> app.take(new IncomingSms(from, COMMENT)))
        .satisfies(failure -> LoggerFactory.getLogger("carrier").error("Failure ", failure));
    app.jdbi().useHandle(handle -> handle.execute("alter table hidden rename to texter"));
  }

  /** A database that refuses what was bound, or has no such table, says so in its own words. */
  private void failToStore(SurveyApp app, LinkToken token) {
    app.jdbi()
        .useHandle(
            handle -> {
              handle.execute("alter table answer add constraint ck_none check (comment is null)");
              assertThat(client.post("/s/" + token.value(), answer()).status()).isEqualTo(500);
              handle.execute("alter table answer drop constraint ck_none");
              handle.execute("alter table recipient rename to hidden");
              assertThat(report("c")).isEqualTo(500);
              assertThat(client.post("/u/" + token.value(), Map.of()).status()).isEqualTo(500);
              handle.execute("alter table hidden rename to recipient");
            });
  }
}

// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.rotterdam.survey.SurveyApp;
import nl.rotterdam.survey.SurveyClient;
import nl.rotterdam.survey.SurveyClient.Response;
import nl.rotterdam.survey.TestClock;
import nl.rotterdam.survey.database.TestDatabase;
import nl.rotterdam.survey.invitation.Links;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A mail scanner opens the links of a mail and presses the buttons that it finds. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class ScannerIT {
  private static final Instant NOW = Instant.parse("2025-05-14T10:00:00Z");
  private static final TestClock CLOCK = new TestClock(NOW);
  private static SurveyApp app;
  private static SurveyClient client;

  @Parameter TestDatabase database;

  @BeforeParameterizedClassInvocation
  static void start(TestDatabase database, @TempDir Path dataDir) {
    CLOCK.set(NOW);
    app =
        SurveyApp.start(
            database.fresh(),
            dataDir,
            CLOCK,
            Map.of("sending.poll", "PT1H", "asking.channels.chat.delay", "PT0S"));
    client = new SurveyClient(app.url());
  }

  @AfterParameterizedClassInvocation
  static void stop() {
    app.close();
  }

  @Test
  void answerWithinSecondsOfTheMailIsKeptApartUntilTheResidentAnswers() {
    String survey = mailed("soon");
    CLOCK.advance(Duration.ofSeconds(9));
    Response scanner = client.post(survey, Map.of("overall", "0", "comment", "scan"));

    assertThat(scanner.status()).isEqualTo(200);
    assertThat(scanner.body()).contains("Uw antwoord kwam wel heel snel.", "value=\"0\" checked");
    assertThat(aside("soon")).containsExactly("too_soon 0");
    assertThat(answers("soon")).isEmpty();

    client.post(survey, Map.of("overall", "1"));
    assertThat(aside("soon")).as("the last one only").containsExactly("too_soon 1");

    CLOCK.advance(Duration.ofSeconds(2));
    Response resident = client.post(survey, Map.of("overall", "8"));
    assertThat(resident.body()).contains("Dank u wel");
    assertThat(answers("soon")).containsExactly(8);
    assertThat(aside("soon")).isEmpty();
    assertThat(client.post(survey, Map.of("overall", "1")).status()).isEqualTo(404);
    assertThat(answers("soon")).containsExactly(8);
  }

  @Test
  void answerAfterTheLinksOfAMailWereAllOpenedIsKeptApart() {
    String survey = mailed("burst");
    CLOCK.advance(Duration.ofHours(2));
    for (int score = 0; score <= 10; score++) {
      client.get(survey + "?overall=" + score);
    }
    client.post(survey, Map.of("overall", "10"));
    assertThat(aside("burst")).containsExactly("burst 10");

    CLOCK.advance(Duration.ofSeconds(11));
    client.get(survey + "?overall=7");
    client.post(survey, Map.of("overall", "7"));
    assertThat(answers("burst")).containsExactly(7);
    assertThat(aside("burst")).isEmpty();
  }

  @Test
  void aReminderIsScannedToo() {
    String survey = mailed("reminded");
    CLOCK.advance(Duration.ofDays(5));
    app.jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    "update invitation set reminded_at = ?, next_attempt_at = null where id in (select i.id "
                        + ABOUT.replace(":externalId", "'reminded'")
                        + ")",
                    CLOCK.instant()));
    CLOCK.advance(Duration.ofSeconds(1));
    client.post(survey, Map.of("overall", "0"));
    assertThat(aside("reminded")).containsExactly("too_soon 0");
    assertThat(answers("reminded")).isEmpty();
  }

  @Test
  void residentWhoChangesTheirMindIsNoScanner() {
    String survey = mailed("doubt");
    CLOCK.advance(Duration.ofMinutes(1));
    client.get(survey + "?overall=6");
    client.get(survey + "?overall=7");
    client.get(survey + "?overall=7&lang=en");
    client.get(survey);
    client.post(survey, Map.of("overall", "7"));
    assertThat(answers("doubt")).containsExactly(7);
  }

  @Test
  void linkThatAPersonHandsOutIsAnsweredAtOnce() {
    Map<String, Object> contact = contact("handed");
    contact.put("channel", "social");
    String survey =
        client.report(contact).json().get("surveyUrl").asText().replace(app.url().toString(), "");
    client.post(survey, Map.of("overall", "9"));
    assertThat(answers("handed")).containsExactly(9);
  }

  /** The path of a survey whose mail was accepted just now. */
  private static String mailed(String externalId) {
    Map<String, Object> contact = contact(externalId);
    contact.put("channel", "chat");
    contact.put("email", externalId + "@example.org");
    assertThat(client.report(contact).json().get("reason").asText()).isEqualTo("asked");
    app.sendDue();
    assertThat(list("select i.state " + ABOUT, externalId, String.class)).containsExactly("sent");
    UUID invitation = list("select i.id " + ABOUT, externalId, UUID.class).get(0);
    Links links = new Links(app.url(), Base64.getDecoder().decode(SurveyApp.KEY));
    return "/s/" + links.token(invitation).value();
  }

  private static Map<String, Object> contact(String externalId) {
    return new HashMap<>(Map.of("externalId", externalId, "startedAt", CLOCK.instant().toString()));
  }

  private static final String ABOUT =
      "from invitation i join contact c on c.id = i.contact_id where c.external_id = :externalId";

  private static List<Integer> answers(String externalId) {
    return list(
        "select overall from answer where invitation_id in (select i.id " + ABOUT + ")",
        externalId,
        Integer.class);
  }

  private static List<String> aside(String externalId) {
    return list(
        "select reason || ' ' || overall from answer_aside where invitation_id in (select i.id "
            + ABOUT
            + ")",
        externalId,
        String.class);
  }

  private static <T> List<T> list(String sql, String externalId, Class<T> type) {
    return app.jdbi()
        .withHandle(
            handle -> handle.createQuery(sql).bind("externalId", externalId).mapTo(type).list());
  }
}

// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey;

import static org.assertj.core.api.Assertions.assertThat;

import com.codahale.metrics.MetricRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.rotterdam.reporting.figure.Figure;
import nl.rotterdam.reporting.figure.Period;
import nl.rotterdam.reporting.table.FigureName;
import nl.rotterdam.survey.contact.ChangedMonths;
import nl.rotterdam.survey.database.TestDatabase;
import nl.rotterdam.survey.delivery.DeliveryReceipt;
import nl.rotterdam.survey.invitation.InvitationSender;
import nl.rotterdam.survey.invitation.Links;
import nl.rotterdam.survey.invitation.Receipts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Months that are over are counted once, and again when something in them changed. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class CountsIT {
  private static final Instant NOW = Instant.parse("2025-06-10T10:00:00Z");
  private static final TestClock CLOCK = new TestClock(NOW);
  private static final String CONTACT =
      """
      insert into contact (id, source, external_id, channel, language, started_at, contact_month,
          reason, received_at, fingerprint)
      select '00000000-0000-0000-0000-000000000001', source, 'raw', channel, language, started_at,
          cast('%s-01' as date), 'no_address', received_at, fingerprint
      from contact where external_id = 'c0'
      """;

  @Parameter TestDatabase database;
  @TempDir static Path folder;

  private static SurveyApp app;

  @BeforeParameterizedClassInvocation
  static void start(TestDatabase database) {
    app = SurveyApp.start(database.fresh(), folder, CLOCK, Map.of("sending.poll", "PT1H"));
  }

  @AfterParameterizedClassInvocation
  static void stop() {
    app.close();
  }

  @BeforeEach
  void clear() {
    CLOCK.set(NOW);
    app.clear();
  }

  private static Figure find(FigureName name, String to, String period) {
    return app.components()
        .figures()
        .table(YearMonth.parse(to))
        .find(name, Optional.empty(), Optional.empty(), Period.parse(period))
        .orElseThrow();
  }

  private static long contacts(String month) {
    return find(FigureName.CONTACTS, "2025-06", month).n();
  }

  private static void sql(String statement) {
    app.jdbi().useHandle(handle -> handle.execute(statement));
  }

  @Test
  void aMonthThatIsOverIsCountedOnce() throws Exception {
    new History(app, folder).month("2024-01", 9, 2, 3);
    assertThat(contacts("2024-01")).isEqualTo(9);
    assertThat(app.count("counted_month where contact_month = '2024-01-01'")).isEqualTo(1);

    sql(CONTACT.formatted("2024-01"));
    assertThat(contacts("2024-01")).as("what nobody noted as a change").isEqualTo(9);

    sql("insert into changed_month (contact_month) values ('2024-01-01')");
    assertThat(contacts("2024-01")).isEqualTo(10);
    assertThat(app.count("changed_month")).isZero();
  }

  @Test
  void monthsThatAreStillFillingAreCountedEachTime() throws Exception {
    new History(app, folder).month("2025-04", 9, 2, 3).month("2025-06", 4, 0, 0);
    assertThat(contacts("2025-04")).isEqualTo(9);
    sql(CONTACT.formatted("2025-04"));
    assertThat(contacts("2025-04")).isEqualTo(10);
    assertThat(app.count("counted_month where contact_month >= '2025-04-01'")).isZero();
    assertThat(app.count("changed_month where contact_month >= '2025-05-01'")).isZero();
  }

  @Test
  void aMonthThatEndsWhileItsAnswersComeInLosesNone() throws Exception {
    new History(app, folder).month("2025-05", 9, 2, 3);
    CLOCK.set(Instant.parse("2025-07-31T21:59:59Z"));
    assertThat(contacts("2025-05")).isEqualTo(9);
    assertThat(app.count("counted_month where contact_month = '2025-05-01'")).isZero();
    sql(CONTACT.formatted("2025-05"));
    CLOCK.set(Instant.parse("2025-07-31T22:00:00Z"));
    assertThat(contacts("2025-05")).isEqualTo(10);
    assertThat(app.count("counted_month where contact_month = '2025-05-01'")).isEqualTo(1);
  }

  @Test
  void whatComesLateIsCountedWhateverDoorItComesBy() throws Exception {
    History history = new History(app, folder).month("2024-01", 9, 2, 3);
    assertThat(find(FigureName.ANSWERS, "2025-06", "2024-01").n()).isEqualTo(5);

    history.answers("2024-01", 5, 1, 1);
    assertThat(find(FigureName.ANSWERS, "2025-06", "2024-01").n()).isEqualTo(7);

    history.month("2024-01", 3, 0, 0);
    assertThat(contacts("2024-01")).isEqualTo(12);

    new SurveyClient(app.url())
        .report(
            Map.of("externalId", "late", "channel", "phone", "startedAt", "2024-01-05T10:00:00Z"));
    assertThat(contacts("2024-01")).isEqualTo(13);
  }

  @Test
  void everyContactIsAccountedForByWhatBecameOfIt() throws Exception {
    new History(app, folder).month("2025-06", 3, 1, 1);
    report("none", "no_address", "");
    report("sent", "asked", "a@example.org");
    report("again", "asked_recently", "a@example.org");
    report("expired", "asked", "c@example.org");
    report("stopped", "asked", "d@example.org");
    sql(
        """
        update invitation set expires_at = next_attempt_at
        where contact_id = (select id from contact where external_id = 'expired')
        """);
    optOut("stopped");
    CLOCK.advance(Duration.ofHours(1));
    app.components().senders().forEach(InvitationSender::sendDue);
    report("planned", "asked", "b@example.org");

    assertThat(notInvited())
        .isEqualTo(
            Map.of(
                "no_address",
                1L,
                "asked_recently",
                1L,
                "lapsed",
                1L,
                "withdrawn",
                1L,
                "planned",
                1L));
    assertThat(find(FigureName.INVITED, "2025-06", "2025").n()).isEqualTo(4);
    assertThat(find(FigureName.CONTACTS, "2025-06", "2025").n()).isEqualTo(9);
    assertThat(find(FigureName.ANSWERED, "2025-06", "2025").n()).isEqualTo(2);
    assertThat(funnel("2025"))
        .as("of history it is not known what arrived")
        .isEqualTo(
            Map.of(
                "reachable",
                8L,
                "eligible",
                7L,
                "sampled",
                7L,
                "sent",
                4L,
                "partial",
                0L,
                "complete",
                2L));
  }

  @Test
  void everyStepFromContactToAnswerIsCounted() {
    SurveyClient client = new SurveyClient(app.url());
    List<String> surveys =
        IntStream.range(0, 4)
            .mapToObj(
                i ->
                    client
                        .report(
                            Map.of(
                                "externalId",
                                "step-" + i,
                                "channel",
                                "social",
                                "startedAt",
                                CLOCK.instant().toString()))
                        .json()
                        .get("surveyUrl")
                        .asText()
                        .substring(app.url().toString().length()))
            .toList();
    report("none", "no_address", "");
    report("back", "asked", "gone@example.org");
    CLOCK.advance(Duration.ofHours(1));
    app.components().senders().forEach(InvitationSender::sendDue);
    UUID back =
        app.jdbi()
            .withHandle(
                handle ->
                    handle
                        .select("select id from invitation where medium = 'email'")
                        .mapTo(UUID.class)
                        .one());
    ChangedMonths changed = new ChangedMonths(app.jdbi(), CLOCK, ZoneId.of("Europe/Amsterdam"));
    new Receipts(app.jdbi(), changed, CLOCK, new MetricRegistry())
        .take(back, new DeliveryReceipt(DeliveryReceipt.Outcome.FAILED, "dsn_5.2.2"));
    client.get(surveys.get(0));
    client.post(surveys.get(1) + "/opened", Map.of());
    client.post(surveys.get(1) + "/opened", Map.of());
    client.post(surveys.get(2), Map.of("overall", "8"));
    Map<String, String> all =
        Map.of("overall", "8", "friendliness", "9", "clarity", "9", "timeliness", "9");
    client.post(surveys.get(3), all);

    assertThat(funnel("2025-06"))
        .isEqualTo(
            Map.of(
                "reachable",
                5L,
                "eligible",
                5L,
                "sampled",
                5L,
                "sent",
                5L,
                "delivered",
                4L,
                "opened",
                3L,
                "partial",
                1L,
                "complete",
                1L));
    Figure response = find(FigureName.RESPONSE_RATE, "2025-06", "2025-06");
    assertThat(response.n()).as("what came back was sent").isEqualTo(5);
  }

  /** The steps of all channels in a period of 2025, by their names. */
  private static Map<String, Long> funnel(String period) {
    return app.components().figures().table(YearMonth.of(2025, 6)).rows().stream()
        .filter(row -> row.name().code().startsWith("funnel_") && row.channel().isEmpty())
        .filter(row -> row.period().toString().equals(period))
        .collect(
            Collectors.toMap(
                row -> row.name().code().replace("funnel_", ""), row -> row.figure().n()));
  }

  @Test
  void whatBecomesOfAnInvitationOfLongAgoIsCounted() {
    CLOCK.set(Instant.parse("2025-01-31T10:00:00Z"));
    report("stopped", "asked", "a@example.org");
    report("expired", "asked", "b@example.org");
    CLOCK.set(NOW);
    assertThat(notInvited()).isEqualTo(Map.of("planned", 2L));
    assertThat(app.count("counted_month where contact_month = '2025-01-01'")).isEqualTo(1);

    optOut("stopped");
    assertThat(notInvited()).isEqualTo(Map.of("planned", 1L, "withdrawn", 1L));
    app.components().senders().forEach(InvitationSender::sendDue);
    assertThat(notInvited()).isEqualTo(Map.of("lapsed", 1L, "withdrawn", 1L));
  }

  private static void report(String id, String reason, String email) {
    Map<String, String> contact =
        Map.of(
            "externalId",
            id,
            "channel",
            "phone",
            "startedAt",
            CLOCK.instant().toString(),
            "email",
            email);
    assertThat(new SurveyClient(app.url()).report(contact).json().get("reason").asText())
        .isEqualTo(reason);
  }

  private static void optOut(String externalId) {
    UUID invitation =
        app.jdbi()
            .withHandle(
                handle ->
                    handle
                        .createQuery(
                            """
                            select i.id from invitation i join contact c on c.id = i.contact_id
                            where c.external_id = ?
                            """)
                        .bind(0, externalId)
                        .mapTo(UUID.class)
                        .one());
    Links links = new Links(app.url(), Base64.getDecoder().decode(SurveyApp.KEY));
    String path = "/u/" + links.token(invitation).value();
    assertThat(new SurveyClient(app.url()).post(path, Map.of()).status()).isEqualTo(200);
  }

  /** Contacts of all channels in 2025 whose resident was not invited, by reason. */
  private static Map<String, Long> notInvited() {
    return app.components().figures().table(YearMonth.of(2025, 6)).rows().stream()
        .filter(row -> row.name() == FigureName.NOT_INVITED && row.channel().isEmpty())
        .filter(row -> row.period().toString().equals("2025"))
        .collect(
            Collectors.toMap(row -> row.group().orElseThrow().name(), row -> row.figure().n()));
  }

  @Test
  void anAnswerToAContactOfLongAgoIsCounted() {
    CLOCK.set(Instant.parse("2025-01-31T10:00:00Z"));
    SurveyClient client = new SurveyClient(app.url());
    SurveyClient.Response social =
        client.report(
            Map.of(
                "externalId", "a", "channel", "social", "startedAt", CLOCK.instant().toString()));
    String link = social.json().get("surveyUrl").asText().substring(app.url().toString().length());
    sql("update invitation set expires_at = expires_at + interval '300' day");
    CLOCK.set(NOW);
    assertThat(find(FigureName.ANSWERS, "2025-06", "2025-01").n()).isZero();
    assertThat(app.count("counted_month where contact_month = '2025-01-01'")).isEqualTo(1);

    assertThat(client.post(link, Map.of("overall", "6")).status()).isEqualTo(200);
    assertThat(find(FigureName.ANSWERS, "2025-06", "2025-01").n()).isEqualTo(1);
  }

  @Test
  void anotherCalendarCountsAgain() throws Exception {
    new History(app, folder).month("2024-01", 9, 2, 3);
    assertThat(contacts("2024-01")).isEqualTo(9);
    sql("update counted_month set calendar = 'another'");
    sql(CONTACT.formatted("2024-01"));
    assertThat(contacts("2024-01")).isEqualTo(10);
  }

  @Test
  void callbacksAreJudgedAsOfTheEndOfTheMonthAskedFor() throws Exception {
    new History(app, folder)
        .month("2024-01", 9, 0, 0)
        .callback("2024-01-31T10:00:00+01:00", "2024-02-01T12:00:00+01:00")
        .callback("2024-01-30T10:00:00+01:00", "2024-02-02T12:00:00+01:00");
    for (int time = 0; time < 2; time++) {
      assertThat(find(FigureName.CALLBACKS, "2024-01", "2024-01").n()).isEqualTo(2);
      Figure then = find(FigureName.CALLBACKS_ON_TIME, "2024-01", "2024-01");
      assertThat(then.n()).as("one is open still").isEqualTo(1);
      assertThat(then.value()).hasValue(0);
      Figure later = find(FigureName.CALLBACKS_ON_TIME, "2024-02", "2024-01");
      assertThat(later.n()).isEqualTo(2);
      assertThat(later.value()).hasValue(0.5);
    }
  }

  @Test
  void withoutDataThereAreNoRows() {
    assertThat(app.components().figures().table(YearMonth.of(2025, 5)).rows()).isEmpty();
  }
}

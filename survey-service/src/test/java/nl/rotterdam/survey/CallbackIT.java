// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import nl.rotterdam.survey.SurveyClient.Response;
import nl.rotterdam.survey.database.TestDatabase;
import nl.rotterdam.survey.intake.FileImport;
import nl.rotterdam.survey.intake.FileImport.Summary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Promises to call back: from the report that one was made to what residents say about it. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class CallbackIT {
  // a Thursday, in Amsterdam an hour later
  private static final Instant NOW = Instant.parse("2024-11-14T11:00:00Z");
  private static final TestClock CLOCK = new TestClock(NOW);
  private static final ObjectMapper JSON = new ObjectMapper();

  @Parameter TestDatabase database;
  @TempDir static Path folder;

  private static SurveyApp app;
  private static SurveyClient client;

  @BeforeParameterizedClassInvocation
  static void start(TestDatabase database) {
    app = SurveyApp.start(database.fresh(), folder, CLOCK, Map.of("sending.poll", "PT1H"));
    client = new SurveyClient(app.url());
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

  private static Response report(Map<String, String> note) {
    try {
      return client.send(
          HttpRequest.newBuilder(app.url().resolve("/v1/callbacks"))
              .header("Content-Type", "application/json")
              .header("X-Api-Key", SurveyApp.API_KEY)
              .POST(BodyPublishers.ofString(JSON.writeValueAsString(note))));
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, String> note(String... fieldsAndValues) {
    Map<String, String> note = new HashMap<>();
    note.put("externalId", "T-1");
    note.put("createdAt", "2024-11-13T10:00:00+01:00");
    for (int i = 0; i < fieldsAndValues.length; i += 2) {
      note.put(fieldsAndValues[i], fieldsAndValues[i + 1]);
    }
    return note;
  }

  @Test
  void noteIsTakenOnceAndOnceMoreWhenItIsHandled() {
    Response made = report(note());
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.json().get("deadline").asText()).isEqualTo("2024-11-14T16:00:00Z");
    assertThat(made.json().get("status").asText()).isEqualTo("open");
    Response again = report(note());
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.json()).isEqualTo(made.json());

    Response handled = report(note("handledAt", "2024-11-14T09:30:00Z"));
    assertThat(handled.status()).isEqualTo(200);
    assertThat(handled.json().get("status").asText()).isEqualTo("on_time");
    assertThat(handled.json().get("callbackId")).isEqualTo(made.json().get("callbackId"));
    assertThat(report(note()).json().get("status").asText())
        .as("still handled")
        .isEqualTo("on_time");

    Response otherwise = report(note("handledAt", "2024-11-14T10:00:00Z"));
    assertThat(otherwise.status()).isEqualTo(409);
    assertThat(otherwise.json().at("/errors/0/field").asText()).isEqualTo("handledAt");
    assertThat(report(note("cluster", "Vergunningen")).status()).isEqualTo(409);
    assertThat(report(note("createdAt", "2024-11-13T10:00:01+01:00")).status()).isEqualTo(409);
    assertThat(app.count("callback_note")).isEqualTo(1);
  }

  @Test
  void noteWithoutAnIdIsKnownByWhenItWasMade() {
    assertThat(report(note("externalId", "")).status()).isEqualTo(201);
    assertThat(report(note("externalId", " ")).status()).isEqualTo(200);
    assertThat(report(note("externalId", "", "createdAt", "2024-11-13T10:00:01+01:00")).status())
        .isEqualTo(201);
    assertThat(app.count("callback_note")).isEqualTo(2);
  }

  @Test
  void whatCannotBeIsRefusedWithTheField() {
    for (List<String> wrong :
        List.of(
            List.of("createdAt", ""),
            List.of("createdAt", "yesterday"),
            List.of("createdAt", "2024-11-20T10:00:00+01:00"),
            List.of("createdAt", "1999-12-31T10:00:00+01:00"),
            List.of("handledAt", "2024-11-13T09:59:59+01:00"),
            List.of("handledAt", "2024-11-20T10:00:00+01:00"),
            List.of("cluster", "x".repeat(201)),
            List.of("wijk", "a\u0000b"),
            List.of("buurt", "Centrum"))) {
      Response refused = report(note(wrong.get(0), wrong.get(1)));
      assertThat(refused.status()).as(wrong.toString()).isEqualTo(400);
      assertThat(refused.json().at("/errors/0/field").asText()).isEqualTo(wrong.get(0));
    }
    assertThat(app.count("callback_note")).isZero();
  }

  @Test
  void copiesThatComeTogetherAreOneNote() {
    List<Integer> statuses =
        IntStream.range(0, 40)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> report(note()).status()))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();
    assertThat(statuses).containsOnly(200, 201);
    assertThat(app.count("callback_note")).isEqualTo(1);
  }

  @Test
  void fileAndApiTellOfTheSameNotes() throws Exception {
    report(note("cluster", "Vergunningen"));
    Path file =
        Files.writeString(
            folder.resolve("callbacks.csv"),
            """
            externalId,contactId,cluster,wijk,createdAt,handledAt
            T-1,,Vergunningen,,2024-11-13T09:00:00Z,2024-11-13T12:00:00Z
            T-2,A-7,,Delfshaven,2024-11-13T09:00:00Z,
            T-2,A-7,,Delfshaven,2024-11-13T09:00:00Z,
            T-2,A-7,,Centrum,2024-11-13T09:00:00Z,
            """);
    List<String> complaints = new ArrayList<>();
    Summary summary =
        new FileImport(complaints::add, line -> {})
            .run(file, app.components().histories().callbacks("default"));
    assertThat(summary).isEqualTo(new Summary(2, 1, 1));
    assertThat(complaints)
        .containsExactly("callbacks.csv:5: externalId: is known with other content");
    assertThat(report(note("cluster", "Vergunningen")).json().get("status").asText())
        .isEqualTo("on_time");
  }

  private static List<String> figures(String month, String figure) {
    List<String> rows = new ArrayList<>();
    for (JsonNode row :
        client
            .send(
                HttpRequest.newBuilder(
                        app.url()
                            .resolve(
                                "/v1/figures?audience=internal&to=" + month + "&figure=" + figure))
                    .header("Accept", "application/json")
                    .header("X-Api-Key", SurveyApp.API_KEY))
            .json()
            .get("figures")) {
      rows.add(
          "%s %s %s of %s"
              .formatted(
                  row.get("period").asText(),
                  row.get("group").asText(),
                  row.get("value").asText(),
                  row.get("n").asText()));
    }
    return rows;
  }

  @Test
  void notesAreCountedByMonthAndYearAndTheYearByClusterAndNeighbourhood() {
    client.report(
        Map.of("externalId", "A", "channel", "phone", "startedAt", "2024-10-01T10:00:00Z"));
    report(note("handledAt", "2024-11-14T10:00:00Z", "cluster", "Vergunningen", "wijk", "Centrum"));
    report(note("externalId", "T-2", "cluster", "Vergunningen"));
    report(note("externalId", "T-3", "createdAt", "2024-10-07T10:00:00Z", "wijk", "Centrum"));
    assertThat(figures("2024-11", "callbacks"))
        .containsExactly(
            "2024-10  1.0 of 1",
            "2024-11  2.0 of 2",
            "2024  3.0 of 3",
            "2024 Centrum 2.0 of 2",
            "2024 Vergunningen 2.0 of 2");
    assertThat(figures("2024-11", "callbacks_on_time"))
        .contains("2024-11  0.5 of 2", "2024 Centrum 0.5 of 2", "2024 Vergunningen 0.5 of 2");
    assertThat(figures("2024-10", "callbacks_late"))
        .containsExactly("2024-10  1.0 of 1", "2024  1.0 of 1", "2024 Centrum 1.0 of 1");

    List<String> november = figures("2024-11", "callbacks_open");
    CLOCK.set(Instant.parse("2025-06-01T10:00:00Z"));
    assertThat(figures("2024-11", "callbacks_open")).as("kept").isEqualTo(november);
    report(note("externalId", "T-4", "createdAt", "2024-10-08T10:00:00Z", "wijk", "Noord"));
    assertThat(figures("2024-11", "callbacks"))
        .contains("2024 Noord 1.0 of 1", "2024-10  2.0 of 2");
  }

  /** A contact by telephone that is answered about. */
  private static String answered(String id, int timeliness) {
    Response reported =
        client.report(
            Map.of(
                "externalId",
                id,
                "channel",
                "phone",
                "startedAt",
                "2024-11-14T10:00:00Z",
                "email",
                id + "@example.org"));
    UUID contact = UUID.fromString(reported.json().get("contactId").asText());
    app.jdbi()
        .useHandle(
            handle -> {
              handle
                  .createUpdate(
                      """
                      update invitation set state = 'sent', invited_at = :now, answered_at = :now,
                          erase_at = :now
                      where contact_id = :contact
                      """)
                  .bind("now", CLOCK.instant())
                  .bind("contact", contact)
                  .execute();
              handle
                  .createUpdate(
                      """
                      insert into answer (invitation_id, contact_month, channel, language, overall,
                          timeliness, answered_at)
                      select id, contact_month, 'phone', 'nl', 7, :timeliness, :now
                      from invitation where contact_id = :contact
                      """)
                  .bind("timeliness", timeliness)
                  .bind("now", CLOCK.instant())
                  .bind("contact", contact)
                  .execute();
            });
    return contact.toString();
  }

  @Test
  void whatResidentsSayAboutItIsCountedAlsoWhenNobodyCanTellWhoSaidIt() {
    String given = answered("A-1", 9);
    answered("A-2", 8);
    answered("A-3", 3);
    answered("A-4", 2);
    answered("A-5", 10);
    report(note("contactId", given, "handledAt", "2024-11-14T10:00:00Z"));
    report(note("externalId", "T-2", "contactId", "A-2", "handledAt", "2024-11-14T10:00:00Z"));
    report(note("externalId", "T-3", "contactId", "A-3", "createdAt", "2024-11-08T10:00:00Z"));
    // both on time and late is late
    report(note("externalId", "T-4", "contactId", "A-4", "handledAt", "2024-11-14T10:00:00Z"));
    report(note("externalId", "T-5", "contactId", "A-4", "createdAt", "2024-11-08T10:00:00Z"));

    assertThat(figures("2024-11", "timeliness_by_callback")).as("the year runs").isEmpty();
    CLOCK.set(Instant.parse("2025-03-03T10:00:00Z"));
    List<String> tied = figures("2024-12", "timeliness_by_callback");
    assertThat(tied)
        .containsExactly("2024 difference 6.0 of 2", "2024 late 2.5 of 2", "2024 on_time 8.5 of 2");

    app.erase();
    assertThat(app.count("answer where invitation_id is not null")).isZero();
    assertThat(app.count("callback_note where contact_ref is not null")).isZero();
    assertThat(app.count("callback_score")).isEqualTo(4);
    assertThat(figures("2024-12", "timeliness_by_callback")).isEqualTo(tied);
    app.erase();
    report(note("contactId", given));
    assertThat(figures("2024-12", "timeliness_by_callback")).isEqualTo(tied);
    app.jdbi().useHandle(handle -> handle.execute("delete from counted_month"));
    assertThat(figures("2024-12", "timeliness_by_callback")).isEqualTo(tied);
    CLOCK.advance(Duration.ofDays(1));
  }
}

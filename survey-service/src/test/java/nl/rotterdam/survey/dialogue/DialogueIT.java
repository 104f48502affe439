// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.rotterdam.survey.SurveyApp;
import nl.rotterdam.survey.SurveyClient;
import nl.rotterdam.survey.TestClock;
import nl.rotterdam.survey.database.TestDatabase;
import nl.rotterdam.survey.invitation.Links;
import nl.rotterdam.survey.sms.IncomingSms;
import nl.rotterdam.survey.sms.OutboxText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Surveys by text message, as the carrier brings what residents send. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class DialogueIT {
  private static final Instant NOW = Instant.parse("2025-05-14T10:00:00Z");
  private static final TestClock CLOCK = new TestClock(NOW);
  private static final String PHONE = "+31612345678";
  private static final Duration PERSON = Duration.ofSeconds(20);

  @Parameter TestDatabase database;
  @TempDir static Path dataDir;

  private static SurveyApp app;
  private static SurveyClient client;

  private final Set<Path> read = new HashSet<>();

  @BeforeParameterizedClassInvocation
  static void start(TestDatabase database) {
    app =
        SurveyApp.start(
            database.fresh(),
            dataDir,
            CLOCK,
            Map.of(
                "sending.poll", "PT1H",
                "asking.notAgainWithin", "P0D",
                "asking.channels.phone.delay", "PT0S",
                "asking.channels.phone.sms", "dialogue"));
    client = new SurveyClient(app.url());
  }

  @AfterParameterizedClassInvocation
  static void stop() {
    app.close();
  }

  @BeforeEach
  void clear() throws IOException {
    CLOCK.set(NOW);
    app.clear();
    read.addAll(outbox());
  }

  @Test
  void wholeSurveyInDutch() throws IOException {
    report("whole", "nl");
    assertThat(sent())
        .containsExactly(
            "Gemeente Rotterdam: u had contact met ons. Mogen wij u 4 korte vragen stellen? Stuur JA."
                + " Liever niet? Stuur STOP.");
    assertThat(funnel("opened")).isZero();

    assertThat(say("Ja")).startsWith("Vraag 1 van 4.");
    assertThat(funnel("opened")).isEqualTo(1);
    assertThat(say("7")).startsWith("Vraag 2 van 4.");
    assertThat(say("acht")).startsWith("Vraag 3 van 4.");
    assertThat(say("9.")).startsWith("Vraag 4 van 4.");
    assertThat(say("10")).startsWith("Wat kunnen wij beter doen?");
    assertThat(app.count("answer")).isZero();
    assertThat(say("Bel mij op 0612345678\u0000\r\nof niet")).startsWith("Dank u wel.");

    assertThat(answers()).containsExactly("7 8 9 10 Bel mij op [phone]\nof niet");
    assertThat(app.count("dialogue")).isZero();
    assertThat(app.count("texter where address is not null or reply is not null")).isZero();
    assertThat(app.count("invitation where address is not null or not opened")).isZero();
    assertThat(app.count("invitation where answered_at is not null")).isEqualTo(1);
    assertThat(funnel("complete")).isEqualTo(1);
    assertThat(client.get("/s/" + token()).status()).isEqualTo(404);
  }

  @Test
  void wholeSurveyInEnglishWithErrors() throws IOException {
    report("errors", "en");
    assertThat(sent()).singleElement().asString().contains("Send YES.");

    assertThat(say("I am driving and will answer later")).contains("May we ask you");
    assertThat(say("I am driving and will answer later!")).isEmpty();
    assertThat(say("YES")).startsWith("Question 1 of 4.");
    assertThat(say("8/10")).contains("Send only a number from 0 to 10.");
    assertThat(say("7,5")).as("once is enough").isEmpty();
    assertThat(say("eight")).startsWith("Question 2 of 4.");
    assertThat(say("11")).as("each question once").contains("Send only a number");
    assertThat(say("0")).startsWith("Question 3 of 4.");
    assertThat(say("1")).startsWith("Question 4 of 4.");
    assertThat(say("2")).startsWith("What could we do better?");
    assertThat(say("No")).startsWith("Thank you.");
    assertThat(answers()).containsExactly("8 0 1 2 null");
  }

  @Test
  void scoreToTheFirstMessageBeginsAndCountsForNothing() throws IOException {
    report("eager", "nl");
    sent();
    assertThat(say("9")).startsWith("Vraag 1 van 4.");
    assertThat(say("3")).startsWith("Vraag 2 van 4.");
    assertThat(say("stop")).startsWith("U krijgt geen vragenlijsten per sms meer");
    assertThat(answers()).containsExactly("3 null null null null");
  }

  @Test
  void noToTheFirstMessageEndsItAndStopsNothingElse() throws IOException {
    report("no", "nl");
    sent();
    assertThat(say("nee")).startsWith("Dat is goed.");
    assertThat(app.count("dialogue")).isZero();
    assertThat(app.count("answer")).isZero();
    assertThat(report("next", "nl")).isEqualTo("asked");
  }

  @Test
  void stopInTheMiddleCountsWhatWasAnsweredAndIsTakenBackByStart() throws IOException {
    report("stop", "nl");
    sent();
    say("ja");
    say("4");
    report("planned", "nl");
    assertThat(say("STOP")).startsWith("U krijgt geen vragenlijsten per sms meer");

    assertThat(answers()).containsExactly("4 null null null null");
    assertThat(funnel("partial")).isEqualTo(1);
    assertThat(app.count("invitation where state = 'withdrawn'")).isEqualTo(1);
    assertThat(app.count("invitation where address is not null")).isZero();
    assertThat(report("refused", "nl")).isEqualTo("opted_out");
    assertThat(say("5")).as("who has stopped is not written to").isEmpty();

    assertThat(say("Start!")).startsWith("U kunt weer vragenlijsten per sms");
    assertThat(report("again", "nl")).isEqualTo("asked");
  }

  @Test
  void stopAndStartWorkForAnyNumberAndOthersAreToldOnceADayThatNothingIsOpen() throws IOException {
    assertThat(say("Hello?")).startsWith("Deze vragenlijst is gesloten.");
    assertThat(say("Is anybody there?")).isEmpty();
    assertThat(say("unsubscribe")).startsWith("U krijgt geen vragenlijsten");
    assertThat(say("start")).startsWith("U kunt weer");
    CLOCK.advance(Duration.ofHours(25));
    app.endDialogues();
    assertThat(app.count("texter")).isZero();
    assertThat(say("Hello again")).startsWith("Deze vragenlijst is gesloten.");
    assertThat(app.count("recipient")).as("only who stopped is remembered").isEqualTo(1);
  }

  @Test
  void machineThatAnswersTheLastMessageGetsNoMore() throws IOException {
    app.take(new IncomingSms(PHONE, "stop"));
    app.sendDue();
    app.take(new IncomingSms(PHONE, "start"));
    app.sendDue();
    sent();
    app.take(new IncomingSms(PHONE, "I am on holiday"));
    assertThat(sent()).as("sooner than anybody can read").isEmpty();
    CLOCK.advance(PERSON);
    app.take(new IncomingSms(PHONE, "I am on holiday"));
    assertThat(sent()).as("always the same").isEmpty();
  }

  @Test
  void messageThatTheCarrierRepeatsDoesNotAnswerTheNextQuestion() throws IOException {
    report("twice", "nl");
    sent();
    say("ja");
    CLOCK.advance(PERSON);
    app.take(new IncomingSms(PHONE, "8"));
    CLOCK.advance(Duration.ofHours(2));
    app.take(new IncomingSms(PHONE, "8"));
    assertThat(sent()).as("before the reply").singleElement().asString().startsWith("Vraag 2");
    CLOCK.advance(Duration.ofSeconds(4));
    app.take(new IncomingSms(PHONE, "8"));
    assertThat(sent()).as("sooner than it can be read").isEmpty();

    CLOCK.advance(Duration.ofSeconds(1));
    app.take(new IncomingSms(PHONE, "8"));
    assertThat(sent()).singleElement().asString().startsWith("Vraag 3");
    app.take(new IncomingSms(PHONE, "9"));
    assertThat(sent()).as("another text is none").singleElement().asString().startsWith("Vraag 4");
    assertThat(app.count("dialogue where overall = 8 and friendliness = 8 and clarity = 9"))
        .isEqualTo(1);
  }

  @Test
  void sameMessageManyTimesAtOnceCountsOnce() throws Exception {
    report("burst", "nl");
    sent();
    say("ja");
    CLOCK.advance(PERSON);
    CountDownLatch go = new CountDownLatch(1);
    ExecutorService carriers = Executors.newFixedThreadPool(4);
    List<Future<?>> taken =
        IntStream.range(0, 4)
            .<Future<?>>mapToObj(
                i ->
                    carriers.submit(
                        () -> {
                          go.await();
                          app.take(new IncomingSms(PHONE, "6"));
                          return null;
                        }))
            .toList();
    go.countDown();
    for (Future<?> one : taken) {
      one.get();
    }
    carriers.shutdown();
    assertThat(sent()).singleElement().asString().startsWith("Vraag 2");
    assertThat(app.count("dialogue where overall = 6 and friendliness is null")).isEqualTo(1);
  }

  @Test
  void twoSurveysOfOneNumberDoNotMix() throws IOException {
    report("dutch", "nl");
    CLOCK.advance(Duration.ofSeconds(1));
    report("english", "en");
    assertThat(sent()).as("the second one waits").singleElement().asString().contains("Stuur JA");
    assertThat(app.count("invitation where failure = 'dialogue_open'")).isEqualTo(1);

    assertThat(say("ja")).startsWith("Vraag 1");
    CLOCK.advance(Duration.ofMinutes(2));
    assertThat(sent()).as("still open").isEmpty();
    say("1");
    say("2");
    say("3");
    assertThat(say("4")).startsWith("Wat kunnen wij");
    assertThat(say("nee")).startsWith("Dank u");
    assertThat(answers()).containsExactly("1 2 3 4 null");

    CLOCK.advance(Duration.ofMinutes(10));
    assertThat(sent()).singleElement().asString().contains("Send YES");
    assertThat(say("ja")).as("what everybody says").startsWith("Question 1");
    assertThat(say("ten")).startsWith("Question 2");
    assertThat(say("stop")).startsWith("You will get no more surveys");
    assertThat(answers()).containsExactlyInAnyOrder("1 2 3 4 null", "10 null null null null");
  }

  @Test
  void silenceForADayStoresWhatWasAnswered() throws IOException {
    report("silent", "nl");
    sent();
    CLOCK.advance(Duration.ofDays(3));
    app.endDialogues();
    assertThat(say("ja")).as("the beginning waits until the survey ends").startsWith("Vraag 1");
    say("5");
    say("6");
    Instant last = CLOCK.instant();
    CLOCK.advance(Duration.ofHours(23));
    app.endDialogues();
    assertThat(app.count("answer")).isZero();
    CLOCK.advance(Duration.ofHours(1));
    app.endDialogues();

    assertThat(answers()).containsExactly("5 6 null null null");
    Instant answeredAt =
        app.jdbi()
            .withHandle(
                handle ->
                    handle
                        .createQuery("select answered_at from answer")
                        .mapTo(Instant.class)
                        .one());
    assertThat(answeredAt).isEqualTo(last);
    assertThat(app.count("dialogue")).isZero();
    assertThat(funnel("partial")).isEqualTo(1);
    assertThat(say("7")).startsWith("Deze vragenlijst is gesloten.");
    assertThat(answers()).hasSize(1);
  }

  @Test
  void endOfTheSurveyStoresWhatWasAnswered() throws IOException {
    report("late", "nl");
    sent();
    // fourteen days later at midnight, by Dutch time
    CLOCK.set(Instant.parse("2025-05-28T21:58:00Z"));
    say("ja");
    say("2");
    CLOCK.set(Instant.parse("2025-05-28T22:00:00Z"));
    assertThat(say("3")).as("a moment too late").startsWith("Deze vragenlijst is gesloten.");
    assertThat(answers()).containsExactly("2 null null null null");
  }

  @Test
  void whoeverOnlyBeganIsOpenedAndHasNotAnswered() throws IOException {
    report("began", "nl");
    sent();
    say("ja");
    CLOCK.advance(Duration.ofDays(1).plusMinutes(1));
    app.endDialogues();
    assertThat(app.count("dialogue")).isZero();
    assertThat(app.count("invitation where opened and answered_at is null")).isEqualTo(1);
    assertThat(app.count("answer")).isZero();
  }

  @Test
  void pageAndDialogueTakeOneAnswerTogether() throws IOException {
    report("both", "nl");
    sent();
    say("ja");
    say("8");
    client.post("/s/" + token(), Map.of("overall", "2"));
    assertThat(answers()).containsExactly("2 null null null null");
    assertThat(say("9")).startsWith("Deze vragenlijst is gesloten.");
    assertThat(answers()).containsExactly("2 null null null null");
    assertThat(app.count("dialogue")).isZero();
  }

  @Test
  void stopOnThePageEndsTheDialogue() throws IOException {
    report("page", "nl");
    sent();
    say("ja");
    say("8");
    client.post("/u/" + token(), Map.of());
    app.endDialogues();
    assertThat(answers()).containsExactly("8 null null null null");
    assertThat(say("9")).isEmpty();
  }

  @Test
  void stopIsForAllWhoShareTheNumber() throws IOException {
    report("one", "nl", "one@example.org");
    report("two", "en", "two@example.org");
    assertThat(app.count("invitation where medium = 'email' and state = 'planned'")).isEqualTo(2);
    assertThat(say("STOP")).isNotEmpty();
    assertThat(app.count("invitation where state = 'withdrawn' and address is null")).isEqualTo(2);
    assertThat(report("three", "nl", "one@example.org")).isEqualTo("opted_out");
  }

  @Test
  void openAnswerOfAnyLengthIsStoredAndOneOfNothingIsNone() throws IOException {
    for (String comment : List.of("x".repeat(9000), " \u0000")) {
      report("c" + comment.length(), "nl");
      sent();
      List.of("ja", "1", "2", "3", "4").forEach(text -> takeLater(text));
      takeLater(comment);
    }
    assertThat(answers()).containsExactlyInAnyOrder("1 2 3 4 " + "x".repeat(4000), "1 2 3 4 null");
  }

  private static void takeLater(String text) {
    CLOCK.advance(PERSON);
    app.take(new IncomingSms(PHONE, text));
  }

  @Test
  void replyThatWasInHandAtACrashIsSentOnceItsClaimHasRunOut() throws IOException {
    app.take(new IncomingSms(PHONE, "stop"));
    app.jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    "update texter set next_attempt_at = ?",
                    CLOCK.instant().plus(Duration.ofMinutes(2))));
    assertThat(sent()).isEmpty();
    CLOCK.advance(Duration.ofMinutes(2));
    assertThat(sent()).hasSize(1);
    CLOCK.advance(Duration.ofMinutes(2));
    assertThat(sent()).isEmpty();
  }

  @Test
  void replyThatWaitedForADayIsNotSent() throws IOException {
    app.take(new IncomingSms(PHONE, "stop"));
    CLOCK.advance(Duration.ofDays(1));
    assertThat(sent()).isEmpty();
    assertThat(app.count("texter where address is not null")).isZero();
  }

  /** What is said to a resident who says this; empty: nothing. */
  private String say(String text) throws IOException {
    takeLater(text);
    List<String> replies = sent();
    assertThat(replies).hasSizeLessThan(2);
    return String.join("", replies);
  }

  /** What is sent now. */
  private List<String> sent() throws IOException {
    app.sendDue();
    List<String> texts = new ArrayList<>();
    for (Path file : outbox()) {
      if (read.add(file)) {
        OutboxText text = OutboxText.read(file);
        assertThat(text.to()).isEqualTo(PHONE);
        texts.add(text.text());
      }
    }
    return texts;
  }

  private static List<Path> outbox() throws IOException {
    Path folder = dataDir.resolve("outbox");
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  private static String report(String id, String language) {
    return report(id, language, "");
  }

  private static String report(String id, String language, String email) {
    Map<String, String> contact = new HashMap<>();
    contact.put("externalId", id);
    contact.put("channel", "phone");
    contact.put("startedAt", CLOCK.instant().toString());
    contact.put("phone", PHONE);
    contact.put("email", email);
    contact.put("language", language);
    return client.report(contact).json().get("reason").asText();
  }

  private static String token() {
    UUID invitation =
        app.jdbi()
            .withHandle(
                handle -> handle.createQuery("select id from invitation").mapTo(UUID.class).one());
    return new Links(app.url(), Base64.getDecoder().decode(SurveyApp.KEY))
        .token(invitation)
        .value();
  }

  /** The answers, each as its scores and the open one. */
  private static List<String> answers() {
    return app.jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "select overall, friendliness, clarity, timeliness, comment from answer")
                    .map(
                        (row, context) ->
                            "%s %s %s %s %s"
                                .formatted(
                                    row.getObject(1),
                                    row.getObject(2),
                                    row.getObject(3),
                                    row.getObject(4),
                                    row.getString(5)))
                    .list());
  }

  /** How many contacts of this month got so far. */
  private static long funnel(String step) {
    JsonNode rows =
        client
            .send(
                HttpRequest.newBuilder(
                        app.url()
                            .resolve(
                                "/v1/figures?audience=internal&channel=phone&to=2025-05&figure=funnel_"
                                    + step))
                    .header("X-Api-Key", SurveyApp.API_KEY))
            .json()
            .get("figures");
    return rows.get(0).get("value").asLong();
  }
}

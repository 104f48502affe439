// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import com.codahale.metrics.MetricRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.rotterdam.survey.SurveyApp;
import nl.rotterdam.survey.SurveyClient;
import nl.rotterdam.survey.TestClock;
import nl.rotterdam.survey.contact.ChangedMonths;
import nl.rotterdam.survey.database.TestDatabase;
import nl.rotterdam.survey.delivery.DeliveryException;
import nl.rotterdam.survey.delivery.DeliveryException.Kind;
import nl.rotterdam.survey.invitation.InvitationSender.Carrier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Invitations are sent once, when they are due, whatever the carrier does. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class InvitationSenderIT {
  private static final Instant NOW = Instant.parse("2025-05-14T10:00:00Z");
  private static final TestClock CLOCK = new TestClock(NOW);

  /** When a morning begins. */
  private static final Instant MONDAY = Instant.parse("2025-05-19T07:00:00Z");

  @Parameter TestDatabase database;
  @TempDir static Path dataDir;

  private static SurveyApp app;
  private static SurveyClient client;

  private final Carrier carrier = mock(Carrier.class);

  @BeforeParameterizedClassInvocation
  static void start(TestDatabase database) {
    // the service's own senders stay out of the way
    app =
        SurveyApp.start(
            database.fresh(),
            dataDir,
            CLOCK,
            Map.of("sending.poll", "PT1H", "asking.quietHours", "20:00-09:00"));
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

  private static void contact(String id) {
    assertThat(report(id, id)).isEqualTo("asked");
  }

  /** The reason that a contact of this resident gets. */
  private static String report(String resident, String id) {
    Map<String, String> contact =
        Map.of(
            "externalId",
            id,
            "channel",
            "phone",
            "startedAt",
            CLOCK.instant().toString(),
            "email",
            resident + "@example.org");
    return client.report(contact).json().get("reason").asText();
  }

  private static InvitationSender sender(Carrier carrier) {
    return new InvitationSender(
        Medium.EMAIL,
        carrier,
        app.jdbi(),
        new ChangedMonths(app.jdbi(), CLOCK, ZoneId.of("Europe/Amsterdam")),
        CLOCK,
        AskingFixtures.times(AskingFixtures.settings("20:00-09:00", 1)),
        new AddressCipher(Base64.getDecoder().decode(SurveyApp.KEY)),
        new SendingSettings(
            Duration.ofSeconds(1),
            Duration.ofSeconds(30),
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(5))),
        new MetricRegistry());
  }

  private static Map<String, Object> invitation() {
    return app.jdbi()
        .withHandle(handle -> handle.createQuery("select * from invitation").mapToMap().one());
  }

  @Test
  void invitationWaitsForItsDelay() throws Exception {
    contact("a");
    InvitationSender sender = sender(carrier);

    assertThat(sender.sendDue()).isZero();
    CLOCK.advance(Duration.ofHours(1));
    assertThat(sender.sendDue()).isEqualTo(1);
    assertThat(sender.sendDue()).isZero();
    verify(carrier, times(1)).send(any(), any(), eq("a@example.org"));
    assertThat(invitation()).containsEntry("state", "sent").containsEntry("attempts", 1);
  }

  @Test
  void transientFailureIsTriedAgainLaterAndLaterAndThenEnds() throws Exception {
    doThrow(new DeliveryException(Kind.TRANSIENT, "smtp_451"))
        .when(carrier)
        .send(any(), any(), any());
    contact("a");
    InvitationSender sender = sender(carrier);

    CLOCK.advance(Duration.ofHours(1));
    sender.sendDue();
    assertThat(invitation()).containsEntry("state", "planned").containsEntry("attempts", 1);
    CLOCK.advance(Duration.ofSeconds(59));
    sender.sendDue();
    assertThat(invitation()).containsEntry("attempts", 1);
    CLOCK.advance(Duration.ofSeconds(1));
    sender.sendDue();
    CLOCK.advance(Duration.ofMinutes(5));
    sender.sendDue();

    assertThat(invitation())
        .containsEntry("state", "failed")
        .containsEntry("attempts", 3)
        .containsEntry("failure", "smtp_451")
        .containsEntry("address", null);
    verify(carrier, times(3)).send(any(), any(), any());
  }

  @Test
  void addressAtWhichNobodyIsIsNotAskedAgain() throws Exception {
    doThrow(DeliveryException.deadAddress("smtp_550_5.1.1"))
        .when(carrier)
        .send(any(), any(), any());
    contact("a");
    CLOCK.advance(Duration.ofHours(1));
    sender(carrier).sendDue();

    assertThat(invitation())
        .containsEntry("state", "returned")
        .containsEntry("failure", "smtp_550_5.1.1")
        .containsEntry("address", null);
    CLOCK.advance(Duration.ofDays(100));
    assertThat(report("a", "later")).isEqualTo("bounced");
  }

  @Test
  void permanentFailureEndsWithItsReason() throws Exception {
    doThrow(new DeliveryException(Kind.PERMANENT, "smtp_550_5.1.1"))
        .when(carrier)
        .send(any(), any(), any());
    contact("a");
    CLOCK.advance(Duration.ofHours(1));
    sender(carrier).sendDue();

    assertThat(invitation())
        .containsEntry("state", "failed")
        .containsEntry("failure", "smtp_550_5.1.1")
        .containsEntry("address", null);
  }

  @Test
  void carrierOutOfReachPausesAllAndCostsNoAttempt() throws Exception {
    doThrow(new DeliveryException(Kind.UNAVAILABLE, "smtp_unreachable"))
        .doReturn(Optional.empty())
        .when(carrier)
        .send(any(), any(), any());
    contact("a");
    contact("b");
    CLOCK.advance(Duration.ofHours(1));
    InvitationSender sender = sender(carrier);

    assertThat(sender.sendDue()).isZero();
    assertThat(sender.sendDue()).isZero();
    verify(carrier, times(1)).send(any(), any(), any());
    CLOCK.advance(Duration.ofSeconds(30));
    assertThat(sender.sendDue()).isEqualTo(2);
    verify(carrier, times(3)).send(any(), any(), any());
  }

  @Test
  void invitationIsNotSentOnceItsLinkHasExpired() throws Exception {
    contact("a");
    CLOCK.advance(Duration.ofDays(20));
    doReturn(Optional.empty()).when(carrier).send(any(), any(), any());

    assertThat(sender(carrier).sendDue()).isZero();
    verify(carrier, times(0)).send(any(), any(), any());
    assertThat(invitation()).containsEntry("state", "lapsed").containsEntry("address", null);
  }

  @Test
  void invitationIsNotSentOnceItsContactIsTooLongAgo() throws Exception {
    doThrow(new DeliveryException(Kind.UNAVAILABLE, "smtp_timeout"))
        .when(carrier)
        .send(any(), any(), any());
    contact("a");
    CLOCK.advance(Duration.ofHours(1));
    sender(carrier).sendDue();
    CLOCK.advance(Duration.ofDays(7).minusHours(1));
    sender(carrier).sendDue();
    verify(carrier, times(2)).send(any(), any(), any());
    assertThat(invitation()).containsEntry("state", "planned");

    CLOCK.advance(Duration.ofMinutes(1));
    sender(carrier).sendDue();
    verify(carrier, times(2)).send(any(), any(), any());
    assertThat(invitation()).containsEntry("state", "lapsed").containsEntry("address", null);
  }

  @Test
  void whatIsDueAtNightWaitsForTheMorning() throws Exception {
    CLOCK.set(Instant.parse("2025-05-17T18:30:00Z")); // Saturday, half past eight in the evening
    contact("a");
    InvitationSender sender = sender(carrier);

    for (String quiet : List.of("2025-05-17T21:30:00Z", "2025-05-18T10:00:00Z")) {
      CLOCK.set(Instant.parse(quiet));
      assertThat(sender.sendDue()).isZero();
    }
    CLOCK.set(Instant.parse("2025-05-19T06:59:59Z"));
    assertThat(sender.sendDue()).isZero();
    CLOCK.set(Instant.parse("2025-05-19T07:00:00Z"));
    assertThat(sender.sendDue()).isEqualTo(1);
  }

  @Test
  void queueThatRunsLateStopsForTheNight() throws Exception {
    CLOCK.set(Instant.parse("2025-05-14T16:30:00Z"));
    contact("a");
    contact("b");
    CLOCK.set(Instant.parse("2025-05-14T17:59:30Z")); // half a minute before eight
    doAnswer(
            sending -> {
              CLOCK.advance(Duration.ofMinutes(1));
              return Optional.empty();
            })
        .when(carrier)
        .send(any(), any(), any());
    InvitationSender sender = sender(carrier);

    assertThat(sender.sendDue()).isEqualTo(1);
    CLOCK.set(Instant.parse("2025-05-15T07:00:00Z"));
    assertThat(sender.sendDue()).isEqualTo(1);
  }

  @Test
  void whatIsTriedAgainWaitsForTheMorning() throws Exception {
    doThrow(new DeliveryException(Kind.TRANSIENT, "smtp_451"))
        .doReturn(Optional.empty())
        .when(carrier)
        .send(any(), any(), any());
    CLOCK.set(Instant.parse("2025-05-14T16:30:00Z"));
    contact("a");
    CLOCK.set(Instant.parse("2025-05-14T17:59:30Z"));
    sender(carrier).sendDue();

    CLOCK.set(Instant.parse("2025-05-14T18:01:00Z"));
    assertThat(sender(carrier).sendDue()).isZero();
    CLOCK.set(Instant.parse("2025-05-15T07:00:00Z"));
    assertThat(sender(carrier).sendDue()).isEqualTo(1);
  }

  @Test
  void whoWasAskedLateIsNotAskedSoonerAgain() throws Exception {
    contact("a");
    CLOCK.advance(Duration.ofDays(6));
    assertThat(sender(carrier).sendDue()).isEqualTo(1);

    CLOCK.set(NOW.plus(Duration.ofDays(92)));
    assertThat(report("a", "c1")).isEqualTo("asked_recently");
    CLOCK.set(NOW.plus(Duration.ofDays(96)));
    assertThat(report("a", "c2")).isEqualTo("asked");
  }

  /** Asked on Tuesday at one; five days later is Sunday. */
  private void askedOnTuesday(String... residents) {
    CLOCK.set(Instant.parse("2025-05-13T10:00:00Z"));
    List.of(residents).forEach(InvitationSenderIT::contact);
    CLOCK.advance(Duration.ofHours(1));
    assertThat(sender(carrier).sendDue()).isEqualTo(residents.length);
  }

  private int remind() {
    CLOCK.set(MONDAY);
    return sender(carrier).sendDue();
  }

  @Test
  void whoHasNotAnsweredIsRemindedOnceAndNotOnSunday() throws Exception {
    askedOnTuesday("a");
    CLOCK.set(Instant.parse("2025-05-18T11:00:00Z"));
    assertThat(sender(carrier).sendDue()).isZero();
    CLOCK.set(MONDAY.minusSeconds(1));
    assertThat(sender(carrier).sendDue()).isZero();

    assertThat(remind()).isEqualTo(1);
    CLOCK.advance(Duration.ofDays(5));
    assertThat(sender(carrier).sendDue()).isZero();
    verify(carrier, times(2)).send(any(), any(), eq("a@example.org"));
    assertThat(invitation()).containsEntry("state", "sent").containsEntry("attempts", 1);
    assertThat(invitation().get("reminded_at")).isNotNull();
  }

  @Test
  void whoAnsweredOrStoppedIsNotReminded() {
    askedOnTuesday("a", "b");
    List<LinkToken> tokens = tokens();
    CLOCK.advance(Duration.ofMinutes(1)); // sooner it would be a scanner's
    assertThat(client.post("/s/" + tokens.get(0).value(), Map.of("overall", "8")).status())
        .isEqualTo(200);
    assertThat(client.post("/u/" + tokens.get(1).value(), Map.of()).status()).isEqualTo(200);

    assertThat(remind()).isZero();
    assertThat(app.count("invitation where state = 'sent' and next_attempt_at is null"))
        .isEqualTo(2);
  }

  @Test
  void nobodyIsRemindedOnceTheLinkHasExpiredOrTheAddressIsGone() {
    askedOnTuesday("a");
    CLOCK.set(Instant.parse("2025-05-28T07:00:00Z"));
    assertThat(sender(carrier).sendDue()).isZero();
    assertThat(invitation()).containsEntry("state", "sent").containsEntry("next_attempt_at", null);

    app.clear();
    askedOnTuesday("b");
    app.jdbi().useHandle(handle -> handle.execute("update invitation set address = null"));
    assertThat(remind()).isZero();
  }

  @Test
  void reminderIsNoAsking() {
    askedOnTuesday("a");
    assertThat(remind()).isEqualTo(1);

    CLOCK.set(Instant.parse("2025-08-11T10:00:00Z"));
    assertThat(report("a", "later")).isEqualTo("asked");
  }

  @Test
  void refusedReminderLeavesTheInvitationSent() throws Exception {
    askedOnTuesday("a");
    doThrow(new DeliveryException(Kind.TRANSIENT, "smtp_451"))
        .doThrow(new DeliveryException(Kind.PERMANENT, "smtp_554_5.6.0"))
        .when(carrier)
        .send(any(), any(), any());

    assertThat(remind()).isZero();
    CLOCK.advance(Duration.ofDays(1));
    assertThat(sender(carrier).sendDue()).isZero();
    CLOCK.advance(Duration.ofDays(1));
    assertThat(sender(carrier).sendDue()).isZero();
    verify(carrier, times(3)).send(any(), any(), any());
    assertThat(invitation())
        .containsEntry("state", "sent")
        .containsEntry("failure", null)
        .containsEntry("reminded_at", null);
  }

  @Test
  void severalInstancesAndACrashRemindOnce() throws Exception {
    String[] residents = new String[20];
    Arrays.setAll(residents, i -> "r" + i);
    askedOnTuesday(residents);
    CLOCK.set(MONDAY);
    Carrier crashing =
        (invitation, contact, address) -> {
          throw new IllegalStateException("a crash");
        };
    assertThatIllegalStateException().isThrownBy(() -> sender(crashing).sendDue());

    assertThat(sentByFour()).hasSize(20).doesNotHaveDuplicates();
    assertThat(app.count("invitation where reminded_at is not null")).isEqualTo(20);
  }

  private static List<LinkToken> tokens() {
    Links links = new Links(app.url(), Base64.getDecoder().decode(SurveyApp.KEY));
    return app
        .jdbi()
        .withHandle(
            handle -> handle.createQuery("select id from invitation").mapTo(UUID.class).list())
        .stream()
        .map(links::token)
        .toList();
  }

  @Test
  void severalInstancesNeverSendTheSameInvitation() throws Exception {
    for (int i = 0; i < 60; i++) {
      contact("c" + i);
    }
    CLOCK.advance(Duration.ofHours(1));
    assertThat(sentByFour()).hasSize(60).doesNotHaveDuplicates();
  }

  /** What four instances send that start at once. */
  private static Queue<UUID> sentByFour() throws Exception {
    Queue<UUID> sent = new ConcurrentLinkedQueue<>();
    Carrier recording =
        (invitation, contact, address) -> {
          sent.add(invitation.id());
          return Optional.empty();
        };
    List<Callable<Integer>> instances = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      instances.add(sender(recording)::sendDue);
    }
    ExecutorService threads = Executors.newFixedThreadPool(instances.size());
    int total = 0;
    try {
      for (Future<Integer> count : threads.invokeAll(instances)) {
        total += count.get();
      }
    } finally {
      threads.shutdown();
    }
    // what one instance held while another looked is for the next round
    total += sender(recording).sendDue();

    assertThat(total).isEqualTo(sent.size());
    return sent;
  }

  @Test
  void whoOptsOutGetsNothingMore() throws Exception {
    contact("a");
    LinkToken token = tokens().get(0);
    assertThat(client.post("/u/" + token.value(), Map.of("List-Unsubscribe", "One-Click")).status())
        .isEqualTo(200);
    CLOCK.advance(Duration.ofHours(1));

    assertThat(sender(carrier).sendDue()).isZero();
    assertThat(invitation()).containsEntry("state", "withdrawn").containsEntry("address", null);
    CLOCK.advance(Duration.ofDays(200));
    assertThat(
            client
                .report(
                    Map.of(
                        "externalId", "b",
                        "channel", "counter",
                        "startedAt", CLOCK.instant().toString(),
                        "email", "A@example.org"))
                .json()
                .get("reason")
                .asText())
        .isEqualTo("opted_out");
  }
}

// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import nl.rotterdam.survey.SurveyApp;
import nl.rotterdam.survey.SurveyClient;
import nl.rotterdam.survey.TestClock;
import nl.rotterdam.survey.database.TestDatabase;
import nl.rotterdam.survey.invitation.MailMark.Letter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A mail that comes back: by the mailbox that the service reads, and by the API. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class BouncesIT {
  private static final Instant NOW = Instant.parse("2025-05-14T10:00:00Z");
  private static final TestClock CLOCK = new TestClock(NOW);
  private static final AtomicInteger CONTACTS = new AtomicInteger();

  @Parameter TestDatabase database;
  @TempDir static Path dataDir;

  private static GreenMail mailbox;
  private static GreenMailUser postmaster;
  private static SurveyApp app;
  private static SurveyClient client;

  private final MailMark marks = new MailMark(Base64.getDecoder().decode(SurveyApp.KEY));

  @BeforeParameterizedClassInvocation
  static void start(TestDatabase database) {
    mailbox = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
    mailbox.start();
    postmaster = mailbox.setUser("bounces@rotterdam.example", "bounces", "secret");
    app =
        SurveyApp.start(
            database.fresh(),
            dataDir,
            CLOCK,
            Map.of(
                "mail.bounces.host", "127.0.0.1",
                "mail.bounces.port", String.valueOf(mailbox.getImap().getPort()),
                "mail.bounces.tls", "none",
                "mail.bounces.username", "bounces",
                "mail.bounces.password", "secret",
                "mail.bounces.poll", "PT0.1S"));
    client = new SurveyClient(app.url());
  }

  @AfterParameterizedClassInvocation
  static void stop() {
    app.close();
    mailbox.stop();
  }

  @BeforeEach
  void clear() throws Exception {
    CLOCK.set(NOW);
    app.clear();
    mailbox.purgeEmailFromAllMailboxes();
  }

  /** The mark of the invitation that is sent to this resident. */
  private String sentTo(String email) throws Exception {
    assertThat(report(email, "")).isEqualTo("asked");
    CLOCK.advance(Duration.ofHours(1));
    await("invitation where state = 'sent'");
    return marks.of(invitation(), Letter.INVITATION);
  }

  private static String report(String email, String phone) {
    Map<String, String> contact = new HashMap<>();
    contact.put("externalId", "c" + CONTACTS.incrementAndGet());
    contact.put("channel", "phone");
    contact.put("startedAt", CLOCK.instant().toString());
    contact.put("email", email);
    contact.put("phone", phone);
    return client.report(contact).json().get("reason").asText();
  }

  private static UUID invitation() {
    return app.jdbi()
        .withHandle(
            handle -> handle.createQuery("select id from invitation").mapTo(UUID.class).one());
  }

  private static void await(String rows) throws InterruptedException {
    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (app.count(rows) == 0) {
      assertThat(System.nanoTime()).as("patience for " + rows).isLessThan(deadline);
      Thread.sleep(20);
    }
  }

  private static byte[] notice(String file, String mark) throws IOException {
    String notice =
        new String(
            BouncesIT.class.getResourceAsStream("/bounces/" + file + ".eml").readAllBytes(),
            StandardCharsets.US_ASCII);
    return notice.replace("MARK", mark).getBytes(StandardCharsets.US_ASCII);
  }

  private static boolean post(byte[] notice) {
    SurveyClient.Response response =
        client.send(
            HttpRequest.newBuilder(app.url().resolve("/v1/bounces"))
                .header("Content-Type", "message/rfc822")
                .header("X-Api-Key", SurveyApp.API_KEY)
                .POST(BodyPublishers.ofByteArray(notice)));
    assertThat(response.status()).as(response.body()).isEqualTo(200);
    return response.json().get("taken").asBoolean();
  }

  @Test
  void noticesInTheMailboxAreTakenAndDeletedAndOthersLeft() throws Exception {
    String mark = sentTo("gone@example.org");
    Session session = Session.getInstance(new Properties());
    for (String file : List.of("vacation-reply", "postfix-unknown-user", "postfix-delayed")) {
      postmaster.deliver(new MimeMessage(session, new ByteArrayInputStream(notice(file, mark))));
    }

    await("invitation where state = 'returned' and failure = 'dsn_5.1.1' and address is null");
    assertThat(app.count("recipient where bounced_at is not null")).isEqualTo(1);
    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (mailbox.getReceivedMessages().length > 2) {
      assertThat(System.nanoTime()).as("patience").isLessThan(deadline);
      Thread.sleep(20);
    }
    assertThat(mailbox.getReceivedMessages())
        .extracting(MimeMessage::getSubject)
        .noneMatch(subject -> subject.startsWith("Undelivered"));
  }

  @Test
  void bouncedAddressIsNotAskedAgainAndTheResidentIsByAnotherOne() throws Exception {
    assertThat(post(notice("only-in-return-path", sentTo("gone@example.org")))).isTrue();
    CLOCK.advance(Duration.ofDays(100));

    assertThat(report("GONE@example.org", "")).isEqualTo("bounced");
    assertThat(report("gone@example.org", "0612345678")).isEqualTo("asked");
    assertThat(app.count("invitation where medium = 'sms'")).isEqualTo(1);
  }

  @Test
  void mailThatFailedForAnotherReasonIsNoBounce() throws Exception {
    assertThat(post(notice("mailbox-full", sentTo("full@example.org")))).isTrue();

    assertThat(app.count("invitation where state = 'returned' and failure = 'dsn_5.2.2'")).isOne();
    assertThat(app.count("recipient where bounced_at is not null")).isZero();
    CLOCK.advance(Duration.ofDays(100));
    assertThat(report("full@example.org", "")).isEqualTo("asked");
  }

  @Test
  void forgedNoticeChangesNothing() throws Exception {
    String mark = sentTo("jan@example.org");
    String forged = mark.substring(0, 52) + (mark.endsWith("0") ? "1" : "0");

    assertThat(post(notice("postfix-unknown-user", forged))).isFalse();
    assertThat(post(notice("postfix-unknown-user", invitation().toString()))).isFalse();
    assertThat(app.count("invitation where state = 'sent'")).isOne();
    assertThat(app.count("recipient where bounced_at is not null")).isZero();
  }

  @Test
  void noticeAboutAnAnsweredInvitationIsNotBelieved() throws Exception {
    String mark = sentTo("jan@example.org");
    String token =
        new Links(app.url(), Base64.getDecoder().decode(SurveyApp.KEY)).token(invitation()).value();
    CLOCK.advance(Duration.ofMinutes(1)); // sooner it would be a scanner's
    client.post("/s/" + token, Map.of("overall", "8"));

    assertThat(post(notice("gmail-unknown-user", mark))).isTrue();
    assertThat(app.count("invitation where state = 'sent' and answered_at is not null")).isOne();
    assertThat(app.count("recipient where bounced_at is not null")).isZero();
  }

  @Test
  void reminderThatComesBackLeavesTheInvitationSent() throws Exception {
    String first = sentTo("gone@example.org");
    CLOCK.advance(Duration.ofDays(5));
    await("invitation where reminded_at is not null");
    String both = marks.of(invitation(), Letter.REMINDER) + "@rotterdam.example> <" + first;

    assertThat(post(notice("postfix-unknown-user", both))).isTrue();
    assertThat(app.count("invitation where state = 'sent'")).isOne();
    assertThat(app.count("recipient where bounced_at is not null")).isOne();
  }

  @Test
  void keyIsRequired() {
    assertThat(
            client
                .send(
                    HttpRequest.newBuilder(app.url().resolve("/v1/bounces"))
                        .header("Content-Type", "message/rfc822")
                        .POST(BodyPublishers.ofString("")))
                .status())
        .isEqualTo(401);
  }
}

// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.report;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.codahale.metrics.MetricRegistry;
import com.google.common.base.Throwables;
import io.dropwizard.db.ManagedDataSource;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import nl.rotterdam.survey.TestClock;
import nl.rotterdam.survey.database.Database;
import nl.rotterdam.survey.database.TestDatabase;
import nl.rotterdam.survey.delivery.DeliveryException;
import nl.rotterdam.survey.delivery.DeliveryException.Kind;
import nl.rotterdam.survey.invitation.SendingSettings;
import nl.rotterdam.survey.mail.Mail;
import nl.rotterdam.survey.mail.Mailer;
import nl.rotterdam.survey.report.MonthlyReports.Report;
import nl.rotterdam.survey.report.ReportResource.Mails;
import nl.rotterdam.survey.text.Templates;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.sqlobject.SqlObjectPlugin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** No reader gets a mail twice, whatever the relay does and wherever we crash. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class ReportSenderIT {
  private static final YearMonth APRIL = YearMonth.of(2025, 4);
  private static final List<String> READERS = List.of("anna@example.org", "bram@example.org");

  @Parameter TestDatabase database;

  private final TestClock clock = new TestClock(Instant.parse("2025-05-06T05:00:00Z"));
  private final Relay relay = new Relay();
  private ManagedDataSource dataSource;
  private Jdbi jdbi;
  private ReportArchive archive;
  private ReportSender sender;

  /** Takes each mail and then fails as it is told to, as a relay does or a power cut. */
  private static final class Relay implements Mailer {
    private final List<Mail> taken = new ArrayList<>();
    private final Deque<Optional<Throwable>> answers = new ArrayDeque<>();

    @Override
    public void send(Mail mail) throws DeliveryException {
      Optional<Throwable> answer = answers.isEmpty() ? Optional.empty() : answers.pop();
      if (answer.isEmpty()) {
        taken.add(mail);
      } else if (answer.get() instanceof DeliveryException refusal) {
        throw refusal;
      } else {
        taken.add(mail);
        throw (Error) answer.get();
      }
    }

    @Override
    public void close() {}

    List<String> readers() {
      return taken.stream().map(Mail::to).toList();
    }
  }

  @BeforeEach
  void connect() {
    dataSource = database.fresh().dataSource(Path.of("")).build(new MetricRegistry(), "test");
    Database.migrate(dataSource);
    jdbi = Database.configure(Jdbi.create(dataSource).installPlugin(new SqlObjectPlugin()));
    archive = new ReportArchive(jdbi, clock);
    sender =
        new ReportSender(
            jdbi,
            new ReportLetter(
                new Templates(Optional.empty()),
                archive,
                List.of("en", "nl"),
                URI.create("https://peilschaal.example")),
            relay,
            clock,
            new SendingSettings(
                Duration.ofSeconds(1), Duration.ofSeconds(30), List.of(Duration.ofMinutes(1))),
            new MetricRegistry());
    issue(Standing.CONCEPT, "nl", "en");
  }

  @AfterEach
  void disconnect() throws Exception {
    dataSource.stop();
  }

  private void issue(Standing standing, String... languages) {
    boolean published = standing == Standing.FINAL;
    List<Report> made =
        List.of(languages).stream()
            .map(
                language ->
                    new Report(
                        APRIL,
                        language,
                        published,
                        "Verdict in " + language,
                        ("%PDF " + standing + language + clock.instant()).getBytes(US_ASCII)))
            .toList();
    archive.issue(APRIL, standing, made, READERS);
  }

  private void send() {
    sender.sendDue(() -> false);
  }

  private Mails mails(MailKind kind) {
    return new MailCounts(archive.mailCounts()).of(APRIL, kind);
  }

  @Test
  void eachReaderGetsOneMailWithTheReportInEveryLanguage() {
    send();
    send();

    assertThat(relay.readers()).containsExactlyInAnyOrderElementsOf(READERS);
    Mail mail = relay.taken.get(0);
    assertThat(mail.subject()).isEqualTo("Concept: satisfaction with contact, April 2025");
    assertThat(mail.language()).isEqualTo("en");
    assertThat(mail.text()).contains("Verdict in en").doesNotContain("Verdict in nl");
    assertThat(mail.attachments())
        .extracting("name")
        .containsExactly("satisfaction-2025-04-concept.pdf", "tevredenheid-2025-04-concept.pdf");
    assertThat(mails(MailKind.CONCEPT)).isEqualTo(new Mails(2, 0, 0, 0));
  }

  @Test
  void aCrashBetweenSendingAndMarkingSendsNoSecondMail() {
    relay.answers.push(Optional.of(new InternalError("power cut")));
    assertThatThrownBy(this::send).hasMessage("power cut");
    assertThat(relay.taken).hasSize(1);

    send();
    assertThat(relay.readers()).as("the other one is not forgotten").hasSize(2);
    assertThat(mails(MailKind.CONCEPT)).isEqualTo(new Mails(1, 0, 0, 1));
    clock.advance(Duration.ofDays(1));
    send();
    assertThat(relay.readers()).containsExactlyInAnyOrderElementsOf(READERS);
    assertThat(mails(MailKind.CONCEPT)).isEqualTo(new Mails(1, 0, 0, 1));
    assertThat(states()).contains("unknown crashed");
  }

  @Test
  void whatMayHaveArrivedIsNotSentAgain() {
    relay.answers.push(
        Optional.of(
            new DeliveryException(Kind.UNAVAILABLE, "smtp_timeout").ofOneThatMayHaveArrived()));
    send();
    clock.advance(Duration.ofDays(1));
    send();

    assertThat(relay.taken).hasSize(1);
    assertThat(states()).containsExactlyInAnyOrder("unknown smtp_timeout", "sent null");
  }

  @Test
  void aRelayOutOfReachIsLeftAloneForAllAndCostsNoAttempt() {
    for (int i = 0; i < 5; i++) {
      relay.answers.add(Optional.of(new DeliveryException(Kind.UNAVAILABLE, "smtp_timeout")));
    }
    for (int i = 0; i < 5; i++) {
      send();
      assertThat(relay.answers).as("one is tried, the other waits").hasSize(4 - i);
      clock.advance(Duration.ofSeconds(30));
    }
    send();

    assertThat(relay.readers()).containsExactlyInAnyOrderElementsOf(READERS);
  }

  @Test
  void whatIsRefusedForNowIsTriedAgainLaterAndThenHasFailed() {
    for (int i = 0; i < 3; i++) {
      relay.answers.add(Optional.of(new DeliveryException(Kind.TRANSIENT, "smtp_451")));
    }
    send();
    assertThat(mails(MailKind.CONCEPT)).isEqualTo(new Mails(0, 2, 0, 0));
    clock.advance(Duration.ofSeconds(59));
    send();
    assertThat(relay.answers).hasSize(1);
    clock.advance(Duration.ofSeconds(1));
    send();

    assertThat(mails(MailKind.CONCEPT)).isEqualTo(new Mails(1, 0, 1, 0));
    assertThat(states()).containsExactlyInAnyOrder("failed smtp_451", "sent null");
  }

  @Test
  void whatIsRefusedForGoodHasFailedAndTheOthersGo() {
    relay.answers.push(Optional.of(new DeliveryException(Kind.PERMANENT, "smtp_550")));
    send();

    assertThat(mails(MailKind.CONCEPT)).isEqualTo(new Mails(1, 0, 1, 0));
  }

  @Test
  void aFinalReportTakesBackTheConceptsThatAreNotSentYet() {
    archive.remind(APRIL, READERS);
    issue(Standing.FINAL, "nl");
    send();

    assertThat(relay.taken)
        .extracting(Mail::subject)
        .containsExactly(
            "Tevredenheid over contact, april 2025", "Tevredenheid over contact, april 2025");
    assertThat(mails(MailKind.CONCEPT)).isEqualTo(new Mails(0, 0, 0, 0));
  }

  @Test
  void aReportStaysAsItWasMade() {
    String before = archive.find(APRIL, "nl", Standing.CONCEPT).orElseThrow().sha256();
    clock.advance(Duration.ofDays(1));
    issue(Standing.CONCEPT, "nl");

    assertThat(archive.find(APRIL, "nl", Standing.CONCEPT).orElseThrow().sha256())
        .isEqualTo(before);
    assertThat(archive.index().reports()).hasSize(2);
  }

  @Test
  void aReportThatWasTamperedWithIsNeitherShownNorMailed() {
    jdbi.useHandle(handle -> handle.execute("update report set sha256 = 'of something else'"));

    assertThatThrownBy(() -> archive.find(APRIL, "nl", Standing.CONCEPT))
        .hasMessageContaining("not as it was made");
    assertThatThrownBy(this::send).hasMessageContaining("not as it was made");
    assertThat(relay.taken).isEmpty();
    assertThat(mails(MailKind.CONCEPT)).isEqualTo(new Mails(0, 2, 0, 0));
  }

  @Test
  void aFailureOfTheDatabaseQuotesNoAddress() {
    jdbi.useHandle(handle -> handle.execute("drop table report_mail"));

    JdbiException failure =
        catchThrowableOfType(JdbiException.class, () -> archive.remind(APRIL, READERS));
    assertThat(Throwables.getStackTraceAsString(failure)).doesNotContain("@example.org");
  }

  private List<String> states() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select state, failure from report_mail")
                .map((row, context) -> row.getString("state") + " " + row.getString("failure"))
                .list());
  }
}

// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.report;

import com.codahale.metrics.Meter;
import com.codahale.metrics.MetricRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import nl.rotterdam.survey.database.Database;
import nl.rotterdam.survey.delivery.DeliveryException;
import nl.rotterdam.survey.delivery.DeliveryException.Kind;
import nl.rotterdam.survey.invitation.SendingSettings;
import nl.rotterdam.survey.mail.Mail;
import nl.rotterdam.survey.mail.Mailer;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the planned mails, none of them twice: each is claimed and committed first, and is free
 * again only where the relay certainly did not take it. What a crash leaves claimed is unknown: it
 * is reported and not sent again.
 */
public final class ReportSender {
  private static final Logger LOG = LoggerFactory.getLogger(ReportSender.class);

  /** Longer than any mail is in the sending. */
  private static final Duration GIVEN_UP = Duration.ofMinutes(30);

  private final ReportMailDao mails;
  private final ReportLetter letter;
  private final Mailer mailer;
  private final Clock clock;
  private final SendingSettings settings;
  private final Meter sent;
  private final Meter failed;

  /**
   * @param settings how long to leave a relay alone, and how often to try again
   */
  public ReportSender(
      Jdbi jdbi,
      ReportLetter letter,
      Mailer mailer,
      Clock clock,
      SendingSettings settings,
      MetricRegistry metrics) {
    this.mails = Database.dao(jdbi, ReportMailDao.class);
    this.letter = letter;
    this.mailer = mailer;
    this.clock = clock;
    this.settings = settings;
    this.sent = metrics.meter(MetricRegistry.name(ReportSender.class, "sent"));
    this.failed = metrics.meter(MetricRegistry.name(ReportSender.class, "failed"));
  }

  /**
   * Sends all that is due now.
   *
   * @param stopping whether to leave the rest for the next time
   */
  void sendDue(BooleanSupplier stopping) {
    mails.listLost(clock.instant().minus(GIVEN_UP)).forEach(id -> lose(id, "crashed"));
    for (ReportMail mail : mails.listDue(clock.instant())) {
      if (stopping.getAsBoolean() || !send(mail)) {
        return;
      }
    }
  }

  /** False where the relay cannot be reached, and the others wait, too. */
  private boolean send(ReportMail mail) {
    Mail written = letter.mail(mail);
    if (!mails.claim(mail.id(), clock.instant())) {
      return true;
    }
    try {
      mailer.send(written);
      mails.sent(mail.id(), clock.instant());
      sent.mark();
      return true;
    } catch (DeliveryException e) {
      notDelivered(mail, e);
      return e.kind() != Kind.UNAVAILABLE;
    }
  }

  private void notDelivered(ReportMail mail, DeliveryException failure) {
    if (failure.mayHaveArrived()) {
      lose(mail.id(), failure.reason());
      return;
    }
    int attempt = mail.attempts();
    if (failure.kind() == Kind.UNAVAILABLE) {
      // not this mail's fault, so it costs no attempt
      release(mail, attempt, settings.pause(), failure);
    } else if (failure.kind() == Kind.TRANSIENT && attempt < settings.retries().size()) {
      release(mail, attempt + 1, settings.retries().get(attempt), failure);
    } else {
      mails.fail(mail.id(), failure.reason());
      failed.mark();
      LOG.error("Report mail {} cannot be sent: {}", mail.id(), failure.reason());
    }
  }

  private void release(ReportMail mail, int attempts, Duration pause, DeliveryException failure) {
    Instant next = clock.instant().plus(pause);
    mails.release(mail.id(), attempts, next, failure.reason());
    LOG.warn("Report mail {} is tried again from {}: {}", mail.id(), next, failure.reason());
  }

  private void lose(UUID id, String reason) {
    if (mails.lose(id, reason)) {
      failed.mark();
      LOG.error(
          "Report mail {} may have gone or not ({}); it is not sent again, so ask whether it came",
          id,
          reason);
    }
  }
}

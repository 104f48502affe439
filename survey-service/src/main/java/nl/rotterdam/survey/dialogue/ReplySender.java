// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.dialogue;

import com.codahale.metrics.Meter;
import com.codahale.metrics.MetricRegistry;
import io.dropwizard.lifecycle.Managed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import nl.rotterdam.survey.database.Database;
import nl.rotterdam.survey.delivery.DeliveryException;
import nl.rotterdam.survey.invitation.AddressCipher;
import nl.rotterdam.survey.invitation.AskingTimes;
import nl.rotterdam.survey.invitation.SendingSettings;
import nl.rotterdam.survey.sms.Sms;
import nl.rotterdam.survey.sms.SmsCarrier;
import nl.rotterdam.survey.text.Pages;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the replies to residents' text messages. A reply is claimed for a while, sent, and marked,
 * and no lock is held in between, since the carrier may just then bring the next message of the
 * same resident. After a crash the one in hand is sent again once its claim has run out.
 */
public final class ReplySender implements Managed {
  private static final Logger LOG = LoggerFactory.getLogger(ReplySender.class);
  private static final int BATCH = 100;
  private static final Duration CLAIM = Duration.ofMinutes(2);

  /** For so long a reply goes out at any hour: the resident has just written. */
  private static final Duration PROMPT = Duration.ofHours(1);

  private final TexterDao texters;
  private final SmsCarrier carrier;
  private final AddressCipher cipher;
  private final Pages pages;
  private final AskingTimes times;
  private final SendingSettings settings;
  private final Clock clock;
  private final Meter sent;
  private final Meter failed;
  private final ScheduledExecutorService schedule =
      Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "send-replies"));
  private Instant pausedUntil = Instant.MIN;

  public ReplySender(
      Jdbi jdbi,
      SmsCarrier carrier,
      AddressCipher cipher,
      Pages pages,
      AskingTimes times,
      SendingSettings settings,
      Clock clock,
      MetricRegistry metrics) {
    this.texters = Database.dao(jdbi, TexterDao.class);
    this.carrier = carrier;
    this.cipher = cipher;
    this.pages = pages;
    this.times = times;
    this.settings = settings;
    this.clock = clock;
    this.sent = metrics.meter(MetricRegistry.name(ReplySender.class, "sent"));
    this.failed = metrics.meter(MetricRegistry.name(ReplySender.class, "failed"));
  }

  @Override
  public void start() {
    long poll = settings.poll().toMillis();
    schedule.scheduleWithFixedDelay(this::sendDueAndGoOn, poll, poll, TimeUnit.MILLISECONDS);
  }

  /** Lets the message in hand go out; what remains is for the next start. */
  @Override
  public void stop() throws InterruptedException {
    schedule.shutdown();
    if (!schedule.awaitTermination(30, TimeUnit.SECONDS)) {
      LOG.warn("Sending replies did not stop in time");
    }
  }

  /** A failure must not end the schedule: it is logged, and the next round tries again. */
  private void sendDueAndGoOn() {
    try {
      sendDue();
    } catch (RuntimeException e) {
      LOG.error("Sending replies failed; it goes on at the next round", e);
    }
  }

  /** Sends all replies that are due now. */
  public void sendDue() {
    List<Texter> due;
    do {
      due = isOpen() ? texters.listDue(clock.instant(), BATCH) : List.of();
      for (Texter texter : due) {
        if (isOpen()) {
          send(texter);
        }
      }
    } while (due.size() == BATCH);
  }

  private boolean isOpen() {
    return !schedule.isShutdown() && !clock.instant().isBefore(pausedUntil);
  }

  private void send(Texter due) {
    Instant now = clock.instant();
    if (!due.heardAt().plus(Texter.KEPT).isAfter(now)) {
      drop(due, "too_late");
    } else if (due.heardAt().plus(PROMPT).isBefore(now) && times.isQuiet(now)) {
      texters.postpone(due.phoneHash(), due.replyId(), due.attempts(), times.firstAllowed(now));
    } else if (texters.claim(due.phoneHash(), due.replyId(), now, now.plus(CLAIM))) {
      handOver(due);
    }
  }

  private void handOver(Texter due) {
    String text = due.reply().text(pages.texts(Optional.empty(), Optional.of(due.language())));
    try {
      String number = cipher.decrypt(due.replyId(), due.address());
      carrier.send(new Sms(due.replyId(), number, text, false));
    } catch (DeliveryException e) {
      notDelivered(due, e);
      return;
    }
    texters.said(due.phoneHash(), due.replyId(), clock.instant());
    sent.mark();
  }

  private void notDelivered(Texter due, DeliveryException failure) {
    Instant now = clock.instant();
    List<Duration> waits = settings.retries();
    switch (failure.kind()) {
      case UNAVAILABLE -> {
        pausedUntil = now.plus(settings.pause());
        texters.postpone(due.phoneHash(), due.replyId(), due.attempts(), pausedUntil);
        LOG.warn("Sending replies pauses for {}: {}", settings.pause(), failure.reason());
      }
      case TRANSIENT -> {
        if (due.attempts() < waits.size()) {
          Instant next = now.plus(waits.get(due.attempts()));
          texters.postpone(due.phoneHash(), due.replyId(), due.attempts() + 1, next);
        } else {
          drop(due, failure.reason());
        }
      }
      case PERMANENT -> drop(due, failure.reason());
    }
  }

  private void drop(Texter due, String reason) {
    texters.drop(due.phoneHash(), due.replyId());
    failed.mark();
    LOG.info("Reply {} cannot be sent: {}", due.replyId(), reason);
  }
}

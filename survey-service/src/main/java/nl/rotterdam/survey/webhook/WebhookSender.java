// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.webhook;

import com.codahale.metrics.Meter;
import com.codahale.metrics.MetricRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import nl.rotterdam.survey.database.Database;
import nl.rotterdam.survey.invitation.AddressCipher;
import nl.rotterdam.survey.invitation.SendingSettings;
import nl.rotterdam.survey.webhook.WebhookDao.Attempt;
import nl.rotterdam.survey.webhook.WebhookDao.Claimed;
import nl.rotterdam.survey.webhook.WebhookDelivery.State;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers what waits in the outbox, one at a time: each is claimed, sent and noted in one
 * transaction. Instances skip what another one holds, and a crash releases the claim, so that
 * nothing is lost and a receiver may get an event twice, with the same id.
 */
public final class WebhookSender {
  private static final Logger LOG = LoggerFactory.getLogger(WebhookSender.class);
  private static final int BATCH = 100;

  /** The longest that a receiver can ask to be left alone. */
  private static final Duration LONGEST_WAIT = Duration.ofDays(1);

  /** By how much a wait is lengthened at most, so that not all come back at once. */
  private static final double JITTER = 0.2;

  private final Jdbi jdbi;
  private final WebhookDao deliveries;
  private final List<WebhookSettings> webhooks;
  private final AddressCipher cipher;
  private final List<Duration> retries;
  private final WebhookCall call;
  private final Clock clock;
  private final Meter delivered;
  private final Meter failed;

  /**
   * @param settings after which times to try again
   */
  public WebhookSender(
      Jdbi jdbi,
      List<WebhookSettings> webhooks,
      AddressCipher cipher,
      SendingSettings settings,
      Clock clock,
      MetricRegistry metrics) {
    this.jdbi = jdbi;
    this.deliveries = Database.dao(jdbi, WebhookDao.class);
    this.webhooks = List.copyOf(webhooks);
    this.cipher = cipher;
    this.retries = settings.retries();
    this.call = new WebhookCall(clock);
    this.clock = clock;
    this.delivered = metrics.meter(MetricRegistry.name(WebhookSender.class, "delivered"));
    this.failed = metrics.meter(MetricRegistry.name(WebhookSender.class, "failed"));
  }

  /**
   * Delivers all that is due now. A webhook that fails is left alone until the next round.
   *
   * @param stopping whether to leave the rest for the next round
   */
  public void run(BooleanSupplier stopping) {
    List<String> known = webhooks.stream().map(WebhookSettings::name).toList();
    deliveries.listWaiting().stream()
        .filter(name -> !known.contains(name))
        .forEach(name -> deliveries.endRemoved(name, clock.instant()));
    webhooks.forEach(webhook -> deliverDue(webhook, stopping));
  }

  private void deliverDue(WebhookSettings webhook, BooleanSupplier stopping) {
    for (UUID id : deliveries.listDue(webhook.name(), clock.instant(), BATCH)) {
      if (stopping.getAsBoolean() || !deliver(webhook, id)) {
        return;
      }
    }
  }

  /** False where it failed. */
  private boolean deliver(WebhookSettings webhook, UUID id) {
    return jdbi.inTransaction(
        handle ->
            deliveries
                .claim(id, clock.instant())
                .map(claimed -> attempt(webhook, claimed))
                .orElse(true));
  }

  private boolean attempt(WebhookSettings webhook, Claimed claimed) {
    WebhookAnswer answer = send(webhook, claimed);
    Instant now = clock.instant();
    int attempts = claimed.attempts() + 1;
    if (answer.taken()) {
      delivered.mark();
      end(claimed.id(), State.DELIVERED, attempts, answer, now);
    } else if (answer.gone() || attempts > retries.size()) {
      failed.mark();
      LOG.error(
          "Delivery {} to webhook {} is given up after {} attempts: {}",
          claimed.id(),
          webhook.name(),
          attempts,
          answer.failure());
      end(claimed.id(), State.FAILED, attempts, answer, now);
    } else {
      Instant next = now.plus(pause(attempts, answer));
      LOG.warn(
          "Delivery {} to webhook {} is tried again from {}: {}",
          claimed.id(),
          webhook.name(),
          next,
          answer.failure());
      deliveries.note(
          new Attempt(
              claimed.id(),
              State.PLANNED,
              attempts,
              next,
              answer.status(),
              answer.failure(),
              null));
    }
    return answer.taken();
  }

  private void end(UUID id, State state, int attempts, WebhookAnswer answer, Instant now) {
    deliveries.note(new Attempt(id, state, attempts, null, answer.status(), answer.failure(), now));
  }

  /** Longer at each attempt, never just as long, and no shorter than the receiver asks. */
  private Duration pause(int attempts, WebhookAnswer answer) {
    double jitter = 1 + JITTER * ThreadLocalRandom.current().nextDouble();
    Duration pause = Duration.ofMillis((long) (retries.get(attempts - 1).toMillis() * jitter));
    return answer
        .retryAfter()
        .map(asked -> asked.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : asked)
        .filter(asked -> asked.compareTo(pause) > 0)
        .orElse(pause);
  }

  private WebhookAnswer send(WebhookSettings webhook, Claimed claimed) {
    String body;
    try {
      body = cipher.decrypt(claimed.id(), claimed.body());
    } catch (IllegalStateException e) {
      // by a key that this instance lacks; the next one may have it
      return WebhookAnswer.without("address_key_unknown");
    }
    return call.of(webhook, body);
  }
}

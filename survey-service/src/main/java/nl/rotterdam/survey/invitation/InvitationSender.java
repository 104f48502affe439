// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.invitation;

import com.codahale.metrics.MetricRegistry;
import io.dropwizard.lifecycle.Managed;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import nl.rotterdam.survey.contact.ChangedMonths;
import nl.rotterdam.survey.contact.Contact;
import nl.rotterdam.survey.database.Database;
import nl.rotterdam.survey.delivery.DeliveryException;
import nl.rotterdam.survey.invitation.Handover.Outcome;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the planned invitations of one medium and their reminders, one at a time: each is claimed,
 * handed over and marked in one transaction. Instances skip what another one holds, and a crash
 * releases the claim, so that at most the one in hand is sent twice, with the same Message-ID, and
 * none is lost.
 */
public final class InvitationSender implements Managed {
  private static final Logger LOG = LoggerFactory.getLogger(InvitationSender.class);
  private static final int BATCH = 100;
  private static final List<UUID> NONE = List.of();

  /** The carrier of one medium. */
  @FunctionalInterface
  public interface Carrier {
    /**
     * Returns once the message to this address is accepted.
     *
     * @return by what the carrier names it when it tells what became of it; empty where it does not
     */
    Optional<String> send(Invitation invitation, Contact contact, String address)
        throws DeliveryException;
  }

  private record Delivery(Invitation invitation, Outcome outcome) {}

  private final Medium medium;
  private final Jdbi jdbi;
  private final InvitationDao invitations;
  private final RecipientDao recipients;
  private final Clock clock;
  private final AskingTimes times;
  private final SendingSettings settings;
  private final Handover handover;
  private final ScheduledExecutorService schedule;
  private Instant pausedUntil = Instant.MIN;
  private volatile Instant unreachableSince;

  public InvitationSender(
      Medium medium,
      Carrier carrier,
      Jdbi jdbi,
      ChangedMonths changed,
      Clock clock,
      AskingTimes times,
      AddressCipher cipher,
      SendingSettings settings,
      MetricRegistry metrics) {
    this.medium = medium;
    this.jdbi = jdbi;
    this.invitations = Database.dao(jdbi, InvitationDao.class);
    this.recipients = Database.dao(jdbi, RecipientDao.class);
    this.clock = clock;
    this.times = times;
    this.settings = settings;
    this.handover =
        new Handover(medium, carrier, jdbi, changed, clock, times, cipher, settings, metrics);
    String name = medium.name().toLowerCase(Locale.ROOT);
    this.schedule =
        Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "send-" + name));
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
      LOG.warn("Sending by {} did not stop in time", medium);
    }
  }

  /** By what it sends. */
  public Medium medium() {
    return medium;
  }

  /** Since when the carrier cannot be reached; empty where it was at the last message. */
  public Optional<Instant> unreachableSince() {
    return Optional.ofNullable(unreachableSince);
  }

  /** A failure must not end the schedule: it is logged, and the next round tries again. */
  private void sendDueAndGoOn() {
    try {
      sendDue();
    } catch (RuntimeException e) {
      LOG.error("Sending by {} failed; it goes on at the next round", medium, e);
    }
  }

  /**
   * Sends all that is due now, in the order in which it became due.
   *
   * @return how many were sent
   */
  public int sendDue() {
    int count = 0;
    int before;
    do {
      before = count;
      for (UUID id : isOpen() ? invitations.listDue(medium, clock.instant(), BATCH) : NONE) {
        if (!isOpen()) {
          return count;
        }
        count += send(id) ? 1 : 0;
      }
      // where none was sent nothing is left, or the rest is for the next round
    } while (count > before);
    return count;
  }

  /** Asked before each: a queue that is long must not go on into the night. */
  private boolean isOpen() {
    Instant now = clock.instant();
    return !schedule.isShutdown() && !now.isBefore(pausedUntil) && !times.isQuiet(now);
  }

  private boolean send(UUID id) {
    Optional<Delivery> delivery =
        jdbi.inTransaction(handle -> invitations.claim(id, clock.instant()).map(this::handOver));
    // after the commit: others lock an address first and its invitations then
    delivery.ifPresent(this::remember);
    return delivery.filter(done -> done.outcome() == Outcome.SENT).isPresent();
  }

  private Delivery handOver(Invitation invitation) {
    return new Delivery(invitation, handover.of(invitation));
  }

  private void remember(Delivery delivery) {
    Invitation invitation = delivery.invitation();
    Instant now = clock.instant();
    boolean unreachable = delivery.outcome() == Outcome.CARRIER_UNAVAILABLE;
    unreachableSince = unreachable ? unreachableSince().orElse(now) : null;
    switch (delivery.outcome()) {
      case SENT -> {
        // a reminder is no asking
        if (!invitation.reminds()) {
          recipients.asked(invitation.addressHashes(), now);
        }
      }
      case NOBODY_THERE ->
          recipients.bounced(
              medium == Medium.SMS ? invitation.phoneHash() : invitation.emailHash(), now);
      case CARRIER_UNAVAILABLE -> pausedUntil = now.plus(settings.pause());
      case NOT_SENT -> {}
    }
  }
}

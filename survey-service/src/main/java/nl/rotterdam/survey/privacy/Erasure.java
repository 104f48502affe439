// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.privacy;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import nl.rotterdam.reporting.operation.CallbackDeadline;
import nl.rotterdam.reporting.operation.CallbackNote;
import nl.rotterdam.reporting.operation.CallbackStatus;
import nl.rotterdam.survey.database.Database;
import nl.rotterdam.survey.invitation.AskingTimes;
import nl.rotterdam.survey.privacy.ErasureDao.Due;
import nl.rotterdam.survey.privacy.ErasureDao.Promised;
import nl.rotterdam.survey.privacy.ErasureDao.Stopped;
import nl.rotterdam.survey.privacy.ErasureDao.Untied;
import nl.rotterdam.survey.scrub.Scrubber;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Erases what was only needed to ask. A survey is over once it is answered, its link has expired or
 * the resident has stopped: then the address goes. {@link #TIED} later nobody can tell any more
 * which answer was about which contact, and links and hashes go. It may be run at any time and
 * stopped anywhere: what is erased is committed in small parts, and the rest is due as before.
 */
public final class Erasure {
  /** How long an answer and its contact stay tied, and the link can still stop further surveys. */
  public static final Duration TIED = Duration.ofDays(30);

  /** How often to look. */
  public static final Duration POLL = Duration.ofMinutes(15);

  private static final Logger LOG = LoggerFactory.getLogger(Erasure.class);
  private static final int BATCH = 500;

  private final Jdbi jdbi;
  private final ErasureDao erasures;
  private final AskingTimes times;
  private final CallbackDeadline deadline;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  /**
   * @param deadline until when a resident is to be called back
   */
  public Erasure(Jdbi jdbi, AskingTimes times, CallbackDeadline deadline, Clock clock) {
    this.jdbi = jdbi;
    this.erasures = Database.dao(jdbi, ErasureDao.class);
    this.times = times;
    this.deadline = deadline;
    this.clock = clock;
  }

  /**
   * Erases all that is due.
   *
   * @param stopping whether to leave the rest for the next round
   */
  public void run(BooleanSupplier stopping) {
    Instant now = clock.instant();
    int invitations = allOf(() -> eraseSome(now), stopping);
    if (invitations > 0) {
      LOG.info("Of {} invitations was erased what is not needed any more", invitations);
    }
    int deliveries = erasures.forgetDeliveries(now.minus(TIED));
    if (deliveries > 0) {
      LOG.info("Of {} deliveries was erased that there was one", deliveries);
    }
    int addresses = allOf(() -> forgetSome(times.notAskedAfter(now)), stopping);
    if (addresses > 0) {
      LOG.info("Of {} addresses was erased that they were asked", addresses);
    }
    erasures.forgetEvents(now.minus(TIED));
  }

  private int allOf(IntSupplier batch, BooleanSupplier stopping) {
    int all = 0;
    int some = BATCH;
    while (some == BATCH && !stopping.getAsBoolean()) {
      some = jdbi.inTransaction(handle -> batch.getAsInt());
      all += some;
    }
    return all;
  }

  /** Whoever was asked so long ago may be asked again. */
  private int forgetSome(Instant askedAt) {
    List<byte[]> asked = erasures.claimAsked(askedAt, BATCH);
    erasures.forgetAsked(asked);
    return asked.size();
  }

  private int eraseSome(Instant now) {
    List<Due> due = erasures.claim(now, BATCH);
    if (due.isEmpty()) {
      return 0;
    }
    Map<UUID, Instant> stopped =
        erasures.listStopped(due.stream().map(Due::id).toList()).stream()
            .collect(toMap(Stopped::id, Stopped::optedOutAt, Erasure::earlier));
    Map<UUID, Instant> open = new LinkedHashMap<>();
    Map<UUID, Instant> over = new LinkedHashMap<>();
    List<Due> past = new ArrayList<>();
    for (Due invitation : due) {
      Instant end = end(invitation, stopped.get(invitation.id()));
      if (end.isAfter(now)) {
        open.put(invitation.id(), end);
      } else if (end.plus(TIED).isAfter(now)) {
        over.put(invitation.id(), end.plus(TIED));
      } else {
        past.add(invitation);
      }
    }
    erasures.postpone(open.keySet(), open.values());
    erasures.forgetAddresses(over.keySet(), over.values());
    cut(past);
    return due.size();
  }

  /** When the survey is over: it is answered, or else it expires or is stopped. */
  private static Instant end(Due invitation, Instant stoppedAt) {
    return invitation.answeredAt() != null
        ? invitation.answeredAt()
        : Stream.of(invitation.expiresAt(), stoppedAt)
            .filter(Objects::nonNull)
            .reduce(Erasure::earlier)
            .orElseThrow();
  }

  private void cut(List<Due> invitations) {
    if (invitations.isEmpty()) {
      return;
    }
    List<UUID> ids = invitations.stream().map(Due::id).toList();
    erasures.keepWhetherAnswered(invitations);
    countCallbacks(ids);
    erasures.untieCallbacks(ids);
    // scrubbed once more, by what has been learnt since
    erasures.untie(
        erasures.listTied(ids).stream()
            .map(tied -> new Untied(newId(), tied.invitationId(), Scrubber.scrub(tied.comment())))
            .toList());
    erasures.untieAside(ids);
    erasures.erase(ids, invitations.stream().map(Due::month).map(Erasure::begin).toList());
  }

  /** What timeliness scores say about call-backs stays counted, in numbers alone. */
  private void countCallbacks(List<UUID> ids) {
    Instant now = clock.instant();
    erasures.listPromised(ids).stream()
        .collect(groupingBy(Promised::invitationId))
        .values()
        .forEach(
            promises ->
                CallbackStatus.ofAll(
                        promises.stream().map(promise -> standing(promise, now)).toList())
                    .ifPresent(standing -> count(promises.get(0), standing)));
  }

  private CallbackStatus standing(Promised promise, Instant now) {
    return new CallbackNote(promise.createdAt(), Optional.ofNullable(promise.handledAt()))
        .status(deadline, now);
  }

  private void count(Promised answer, CallbackStatus standing) {
    if (erasures.beginCallbackScore(answer.month(), standing, answer.timeliness()) == 0) {
      erasures.addCallbackScore(answer.month(), standing, answer.timeliness());
    }
  }

  /** Below zero, where the database gives none. */
  private long newId() {
    return random.nextLong(Long.MIN_VALUE, 0);
  }

  private static Instant begin(YearMonth month) {
    return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }
}

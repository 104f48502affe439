// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.answer;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.rotterdam.survey.answer.CallBackDao.Dissatisfied;
import nl.rotterdam.survey.contact.PhoneNumber;
import nl.rotterdam.survey.database.Database;
import nl.rotterdam.survey.invitation.KeyedHash;
import nl.rotterdam.survey.invitation.LinkToken;
import nl.rotterdam.survey.webhook.EventType;
import nl.rotterdam.survey.webhook.WebhookOutbox;
import org.jdbi.v3.core.Jdbi;

/**
 * Residents who were dissatisfied and want to be called back about it. Their number goes to whoever
 * calls them, and is never kept with the answer.
 */
public final class CallBacks {
  /** The highest score that is dissatisfied. */
  private static final int DISSATISFIED = 6;

  /** How long after the answer a number can be given. */
  private static final Duration OPEN = Duration.ofHours(24);

  private final Jdbi jdbi;
  private final CallBackDao answers;
  private final WebhookOutbox outbox;
  private final KeyedHash eventId;
  private final Clock clock;

  public CallBacks(Jdbi jdbi, WebhookOutbox outbox, byte[] hashKey, Clock clock) {
    this.jdbi = jdbi;
    this.answers = Database.dao(jdbi, CallBackDao.class);
    this.outbox = outbox;
    this.eventId = new KeyedHash(hashKey, "call-back");
    this.clock = clock;
  }

  /** Whether there is anybody who calls. */
  public boolean isOffered() {
    return outbox.isHeard(EventType.ANSWER_DISSATISFIED);
  }

  /** Whether the resident of this answer is to be asked for a number. */
  boolean isOffered(Scores scores) {
    return isOffered() && scores.overall() <= DISSATISFIED;
  }

  /** Whether a number can be given by this link: lately dissatisfied, and not asked for before. */
  boolean isOpen(LinkToken token) {
    return isOffered() && find(token).isPresent() && !outbox.has(eventId(token));
  }

  /** Has the resident called back, once; false where that cannot be asked by this link. */
  boolean ask(LinkToken token, PhoneNumber phone) {
    return jdbi.inTransaction(
        handle -> {
          Optional<Dissatisfied> answer = isOffered() ? find(token) : Optional.empty();
          answer.ifPresent(
              given ->
                  outbox.add(
                      EventType.ANSWER_DISSATISFIED, eventId(token), data(given, phone.e164())));
          return answer.isPresent();
        });
  }

  private Optional<Dissatisfied> find(LinkToken token) {
    return answers.find(token.hash(), DISSATISFIED, clock.instant().minus(OPEN));
  }

  /** The same at each try, so that who presses twice is called once. */
  private UUID eventId(LinkToken token) {
    return UUID.nameUUIDFromBytes(eventId.of(token.value()));
  }

  private static Map<String, ?> data(Dissatisfied answer, String phone) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("source", answer.source());
    data.put("externalId", answer.externalId());
    data.put("channel", answer.channel().code());
    data.put("overall", answer.overall());
    data.put("answeredAt", answer.answeredAt().toString());
    data.put("phone", phone);
    return data;
  }
}

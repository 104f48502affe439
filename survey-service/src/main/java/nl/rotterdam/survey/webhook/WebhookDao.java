// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.rotterdam.survey.webhook.WebhookDelivery.State;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Deliveries in the database; the planned ones are the outbox. */
interface WebhookDao {

  /**
   * A delivery in hand.
   *
   * @param body encrypted
   * @param attempts before this one
   */
  record Claimed(UUID id, byte[] body, int attempts) {}

  /**
   * How an attempt ended.
   *
   * @param nextAttemptAt null where it was the last one
   */
  record Attempt(
      UUID id,
      State state,
      int attempts,
      Instant nextAttemptAt,
      Integer lastStatus,
      String failure,
      Instant endedAt) {}

  /** Plans a delivery, unless that webhook is told of that event already. */
  @SqlUpdate(
      """
      insert into webhook_delivery (id, event_id, event_type, webhook, made_at, next_attempt_at,
          body)
      values (:id, :eventId, :type, :webhook, :now, :now, :body)
      on conflict do nothing
      """)
  void plan(UUID id, UUID eventId, EventType type, String webhook, Instant now, byte[] body);

  @SqlQuery("select exists (select 1 from webhook_delivery where event_id = :eventId)")
  boolean exists(UUID eventId);

  @SqlQuery(
      """
      select id from webhook_delivery
      where webhook = :webhook and state = 'planned' and next_attempt_at <= :now
      order by next_attempt_at limit :limit
      """)
  List<UUID> listDue(String webhook, Instant now, int limit);

  /** Until the transaction ends; empty where it is done or in somebody else's hands. */
  @SqlQuery(
      """
      select id, body, attempts from webhook_delivery
      where id = :id and state = 'planned' and next_attempt_at <= :now
      for update skip locked
      """)
  Optional<Claimed> claim(UUID id, Instant now);

  /** What is not tried again keeps no body. */
  @SqlUpdate(
      """
      update webhook_delivery set state = :state, attempts = :attempts,
          next_attempt_at = cast(:nextAttemptAt as timestamp with time zone),
          last_status = cast(:lastStatus as smallint), failure = cast(:failure as varchar),
          ended_at = cast(:endedAt as timestamp with time zone),
          body = case when :state = 'planned' then body end
      where id = :id
      """)
  void note(@BindMethods Attempt attempt);

  /** The webhooks for which deliveries wait. */
  @SqlQuery("select distinct webhook from webhook_delivery where state = 'planned'")
  List<String> listWaiting();

  /** Ends what waits for a webhook that is not there any more. */
  @SqlUpdate(
      """
      update webhook_delivery set state = 'failed', next_attempt_at = null, body = null,
          failure = 'webhook_removed', ended_at = :now
      where webhook = :webhook and state = 'planned'
      """)
  void endRemoved(String webhook, Instant now);

  /** The webhooks that have been waited for since then, or given up since the other time. */
  @SqlQuery(
      """
      select distinct webhook from webhook_delivery
      where (state = 'planned' and attempts > 0 and made_at <= :waitingSince)
          or (state = 'failed' and failure <> 'webhook_removed' and ended_at > :failedSince)
      order by webhook
      """)
  List<String> listFailing(Instant waitingSince, Instant failedSince);

  @SqlQuery(
      """
      select id, event_id, event_type, webhook, made_at, state, attempts, next_attempt_at,
          last_status, failure, ended_at
      from webhook_delivery order by made_at desc, id desc limit :limit
      """)
  List<WebhookDelivery> list(int limit);

  /** Those that come after one of them. */
  @SqlQuery(
      """
      select d.id, d.event_id, d.event_type, d.webhook, d.made_at, d.state, d.attempts,
          d.next_attempt_at, d.last_status, d.failure, d.ended_at
      from webhook_delivery d join webhook_delivery c on c.id = :cursor
      where d.made_at < c.made_at or (d.made_at = c.made_at and d.id < c.id)
      order by d.made_at desc, d.id desc limit :limit
      """)
  List<WebhookDelivery> listAfter(UUID cursor, int limit);

  @SqlQuery("select exists (select 1 from webhook_delivery where id = :id)")
  boolean knows(UUID id);
}

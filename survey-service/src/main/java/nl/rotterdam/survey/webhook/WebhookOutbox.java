// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dropwizard.jackson.Jackson;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.rotterdam.survey.database.Database;
import nl.rotterdam.survey.invitation.AddressCipher;
import org.jdbi.v3.core.Jdbi;

/**
 * Where events wait to be told, for each webhook that hears them: written in the transaction of
 * what they tell of, and encrypted like addresses, since they may hold one.
 */
public final class WebhookOutbox {
  /** What an event is sent as. */
  static final String CONTENT_TYPE = "application/cloudevents+json";

  private static final Duration LONG = Duration.ofHours(1);
  private static final Duration LATELY = Duration.ofDays(1);
  private static final ObjectMapper JSON = Jackson.newObjectMapper();

  private final List<WebhookSettings> webhooks;
  private final WebhookDao deliveries;
  private final AddressCipher cipher;
  private final URI source;
  private final Clock clock;

  /**
   * @param source the address of this service, by which events say where they come from
   */
  public WebhookOutbox(
      Jdbi jdbi, List<WebhookSettings> webhooks, AddressCipher cipher, URI source, Clock clock) {
    this.webhooks = List.copyOf(webhooks);
    this.deliveries = Database.dao(jdbi, WebhookDao.class);
    this.cipher = cipher;
    this.source = source;
    this.clock = clock;
  }

  /** Whether anybody wants to be told of such events. */
  public boolean isHeard(EventType type) {
    return webhooks.stream().anyMatch(webhook -> webhook.hears(type));
  }

  /**
   * Adds an event for each webhook that hears it; one that was added before is not added again.
   *
   * @param id by which receivers know it again
   * @param data what it tells, as JSON
   */
  public void add(EventType type, UUID id, Map<String, ?> data) {
    Instant now = clock.instant();
    String body = written(event(type, id, now, data));
    for (WebhookSettings webhook : webhooks) {
      if (webhook.hears(type)) {
        UUID delivery = UUID.randomUUID();
        deliveries.plan(delivery, id, type, webhook.name(), now, cipher.encrypt(delivery, body));
      }
    }
  }

  /** Whether this event was added, at most 30 days ago. */
  public boolean has(UUID id) {
    return deliveries.exists(id);
  }

  /**
   * The last deliveries, newest first.
   *
   * @param cursor the one after which to begin; empty: with the newest
   * @return empty where the cursor is of no delivery
   */
  public Optional<List<WebhookDelivery>> list(Optional<UUID> cursor, int limit) {
    if (cursor.isEmpty()) {
      return Optional.of(deliveries.list(limit));
    }
    return cursor.filter(deliveries::knows).map(after -> deliveries.listAfter(after, limit));
  }

  /** The names of the webhooks that have not been reached for long. */
  public List<String> failing() {
    Instant now = clock.instant();
    return deliveries.listFailing(now.minus(LONG), now.minus(LATELY));
  }

  private Map<String, ?> event(EventType type, UUID id, Instant now, Map<String, ?> data) {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("specversion", "1.0");
    event.put("id", id.toString());
    event.put("source", source.toString());
    event.put("type", type.code());
    event.put("time", now.toString());
    event.put("datacontenttype", "application/json");
    event.put("data", data);
    return event;
  }

  private static String written(Map<String, ?> event) {
    try {
      return JSON.writeValueAsString(event);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}

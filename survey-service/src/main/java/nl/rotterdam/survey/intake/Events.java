// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.intake;

import com.fasterxml.jackson.databind.JsonNode;
import io.cloudevents.CloudEvent;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.rotterdam.survey.contact.NewCallbackNote;
import nl.rotterdam.survey.contact.NewContact;
import nl.rotterdam.survey.database.Database;
import nl.rotterdam.survey.invitation.KeyedHash;
import nl.rotterdam.survey.key.Caller;
import nl.rotterdam.survey.key.Scope;
import nl.rotterdam.survey.problem.ProblemException;
import org.jdbi.v3.core.Jdbi;

/** Takes events in, each once: it is known by its source and id. */
public final class Events {
  /** A contact ended; the data are those of POST /v1/contacts. */
  static final String CONTACT = "nl.rotterdam.peilschaal.contact-ended";

  /** A resident is to be called back, or was; the data are those of POST /v1/callbacks. */
  static final String CALLBACK = "nl.rotterdam.peilschaal.callback-noted";

  private final Jdbi jdbi;
  private final EventDao events;
  private final ContactIntake contacts;
  private final CallbackIntake callbacks;
  private final CellReader reader;
  private final EventReader cloudEvents;
  private final KeyedHash hash;
  private final Clock clock;

  public Events(
      Jdbi jdbi,
      ContactIntake contacts,
      CallbackIntake callbacks,
      CellReader reader,
      KeyedHash hash,
      Clock clock) {
    this.jdbi = jdbi;
    this.events = Database.dao(jdbi, EventDao.class);
    this.contacts = contacts;
    this.callbacks = callbacks;
    this.reader = reader;
    this.cloudEvents = new EventReader(reader.json());
    this.hash = hash;
    this.clock = clock;
  }

  /** Takes in an event whose attributes are headers. */
  EventResult takeBinary(Caller caller, Map<String, List<String>> headers, byte[] body) {
    return take(caller, cloudEvents.binary(headers, body));
  }

  /** Takes in an event that is a JSON object. */
  EventResult takeStructured(Caller caller, byte[] body) throws IOException {
    return take(caller, cloudEvents.structured(cloudEvents.tree(body)));
  }

  /** Takes in each event of a JSON array that can be; the others are not in their way. */
  List<EventResult> takeBatch(Caller caller, byte[] body) throws IOException {
    JsonNode batch = cloudEvents.tree(body);
    if (!batch.isArray()) {
      throw new ProblemException(400, "The body must be a JSON array of events");
    }
    List<EventResult> results = new ArrayList<>();
    for (JsonNode event : batch) {
      results.add(takeOrRefuse(caller, event));
    }
    return results;
  }

  private EventResult takeOrRefuse(Caller caller, JsonNode event) {
    try {
      return take(caller, cloudEvents.structured(event));
    } catch (ProblemException e) {
      return EventResult.refused(
          EventReader.text(event, "source"), EventReader.text(event, "id"), e.problem());
    }
  }

  /**
   * All or nothing: an event that is refused may come again, mended.
   *
   * @throws ProblemException 400 where it cannot be, 409 where the source sent another event by
   *     this source and id
   */
  private EventResult take(Caller caller, CloudEvent event) {
    JsonNode data = cloudEvents.data(event);
    return jdbi.inTransaction(
        handle -> {
          requireTheSame(caller.source(), event, data);
          return switch (event.getType()) {
            // what is known gives the same receipt once more
            case CONTACT -> EventResult.taken(event, contact(caller, data));
            case CALLBACK -> {
              NewCallbackNote note = reader.read(data, NewCallbackNote.class);
              yield EventResult.taken(
                  event,
                  callbacks.receive(caller.require(Scope.CALLBACKS).source(), note).receipt());
            }
            default ->
                throw ProblemException.badField(
                    "type", "must be one of " + CONTACT + ", " + CALLBACK);
          };
        });
  }

  private Receipt contact(Caller caller, JsonNode data) {
    NewContact contact = reader.read(data, NewContact.class);
    contacts.requireAllowed(caller.require(Scope.CONTACTS), contact);
    return contacts.receive(caller.source(), contact).receipt();
  }

  private void requireTheSame(String source, CloudEvent event, JsonNode data) {
    byte[] identity = hash.of(event.getSource().toString(), event.getId());
    byte[] fingerprint = hash.of(event.getType(), cloudEvents.spelling(data));
    if (events.insert(source, identity, fingerprint, clock.instant()) == 0
        && !events.isKnown(source, identity, fingerprint)) {
      throw new ProblemException(
          409, "id: another event came with this source and id before; each event needs its own");
    }
  }
}

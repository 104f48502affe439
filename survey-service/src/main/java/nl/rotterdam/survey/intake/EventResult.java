// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.cloudevents.CloudEvent;
import nl.rotterdam.survey.intake.CallbackIntake.CallbackReceipt;
import nl.rotterdam.survey.problem.Problem;

/**
 * What became of an event, the same each time that it is sent.
 *
 * @param source its source; absent where the event has none that can be read
 * @param id its id; absent likewise
 * @param status 200 where it was taken in, or the status of the problem
 * @param contact what became of the contact; absent where it is about something else
 * @param callback what became of the call-back note; absent likewise
 * @param problem why it was refused; absent where it was not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EventResult(
    String source,
    String id,
    int status,
    Receipt contact,
    CallbackReceipt callback,
    Problem problem) {

  static EventResult taken(CloudEvent event, Receipt contact) {
    return new EventResult(event.getSource().toString(), event.getId(), 200, contact, null, null);
  }

  static EventResult taken(CloudEvent event, CallbackReceipt callback) {
    return new EventResult(event.getSource().toString(), event.getId(), 200, null, callback, null);
  }

  static EventResult refused(String source, String id, Problem problem) {
    return new EventResult(source, id, problem.status(), null, null, problem);
  }
}

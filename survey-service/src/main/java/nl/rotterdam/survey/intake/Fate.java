// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;

/**
 * What a source system is told of what became of a contact that it reported.
 *
 * @param decision {@code asked} or {@code not_asked}
 * @param reason the one reason for that decision
 * @param explanation the same in words, for people
 * @param invitation absent where nobody was asked
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Fate(
    UUID contactId,
    String externalId,
    String decision,
    String reason,
    String explanation,
    Asked invitation) {

  /**
   * What became of the invitation. What the resident did is told once the link is closed, so that
   * nobody can watch the figures at the moment of an answer that they know whose it is.
   *
   * @param dueAt it is not sent before; absent unless it is still to be sent
   * @param sentAt when the carrier accepted it, or the link was handed out
   * @param delivered whether the carrier told that it arrived; absent where it did not
   * @param failure a code of why it could not be sent yet, or came back
   * @param closesAt when the link closes
   * @param reminded whether a reminder was sent; absent until the link is closed
   * @param opened whether the page was opened; absent until then
   * @param answered {@code wholly}, {@code partly} or {@code no}; absent until then
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Asked(
      String medium,
      String state,
      Instant dueAt,
      Instant sentAt,
      Boolean delivered,
      String failure,
      Instant closesAt,
      Boolean reminded,
      Boolean opened,
      String answered) {}
}

// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.invitation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Asking about one contact, once.
 *
 * @param tokenHash hash of the link's token; null for imported history, which has no link
 * @param address encrypted e-mail address or telephone number; null once it is not needed
 * @param emailHash keyed hash of the contact's e-mail address, for the opt-out
 * @param phoneHash keyed hash of the contact's telephone number, for the opt-out
 * @param attempts how often sending was tried
 * @param nextAttemptAt it, or once it is sent its reminder, is not to be sent before; null where
 *     nothing is to be sent
 * @param failure short code of the last failure; never holds an address
 * @param invitedAt when it was sent or handed out
 * @param expiresAt when its link closes
 */
public record Invitation(
    UUID id,
    UUID contactId,
    Medium medium,
    State state,
    byte[] tokenHash,
    byte[] address,
    byte[] emailHash,
    byte[] phoneHash,
    int attempts,
    Instant nextAttemptAt,
    String failure,
    Instant invitedAt,
    Instant expiresAt,
    Instant answeredAt) {

  /** Whether what is still to be sent is the reminder. */
  boolean reminds() {
    return state == State.SENT;
  }

  /** The keyed hashes of the contact's addresses, in the order in which they are locked. */
  List<byte[]> addressHashes() {
    return new AddressHashes(emailHash, phoneHash).inOrder();
  }

  /** Where it stands. */
  public enum State {
    PLANNED,
    SENT,
    HANDED_OUT,
    /** It was sent, but there was nobody at the address, or it came back. */
    RETURNED,
    /** It could not be sent. */
    FAILED,
    /** It could not be sent before it was too late for it. */
    LAPSED,
    /** The resident opted out before it was sent. */
    WITHDRAWN,
    /** History: another system asked. */
    IMPORTED
  }
}

// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.contact;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.mapper.reflect.ColumnName;

/**
 * A promise to call a resident back.
 *
 * @param externalId the source's own id of it; null where it has none
 * @param place without such an id, which one it is of those that the source made at that instant,
 *     from 1; else null
 * @param month local calendar month in which it was made
 * @param handledAt when the resident was called back; null while nobody did
 * @param contactRef the externalId of the contact that it is about; null where that is not known,
 *     or not any more
 */
public record CallbackNote(
    UUID id,
    String source,
    String externalId,
    Instant createdAt,
    Integer place,
    @ColumnName("created_month") YearMonth month,
    Instant handledAt,
    String contactRef,
    String cluster,
    String wijk) {

  /** By what a source's note is known again. */
  public record Key(String externalId, Instant createdAt, Integer place) {}

  /** By what it is known again: its own id, or when it was made. */
  public Key key() {
    return externalId == null ? new Key(null, createdAt, place) : new Key(externalId, null, null);
  }

  /**
   * Whether the source reported the same, but for when it was handled and which contact it is
   * about, which is forgotten in time.
   */
  public boolean sameAs(CallbackNote other) {
    return key().equals(other.key())
        && createdAt.equals(other.createdAt)
        && Objects.equals(cluster, other.cluster)
        && Objects.equals(wijk, other.wijk);
  }

  /** The same about this contact. */
  public CallbackNote about(String contact) {
    return new CallbackNote(
        id, source, externalId, createdAt, place, month, handledAt, contact, cluster, wijk);
  }

  /** The same, handled at this time. */
  public CallbackNote handled(Instant at) {
    return new CallbackNote(
        id, source, externalId, createdAt, place, month, at, contactRef, cluster, wijk);
  }

  /** As figures take it. */
  public nl.rotterdam.reporting.operation.CallbackNote toPromise() {
    return new nl.rotterdam.reporting.operation.CallbackNote(
        createdAt, Optional.ofNullable(handledAt));
  }
}

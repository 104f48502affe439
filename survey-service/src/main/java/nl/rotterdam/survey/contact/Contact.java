// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.contact;

import java.security.MessageDigest;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;
import java.util.UUID;
import nl.rotterdam.reporting.figure.Channel;
import org.jdbi.v3.core.mapper.reflect.ColumnName;

/**
 * A contact of a resident with the municipality, as it is kept: without an address.
 *
 * @param source the system that reported it; with the external id it is the contact's identity
 * @param month local calendar month in which it started
 * @param reason the one reason for the decision whether to ask about it
 * @param fingerprint keyed hash of all that the source sent, by which a repeat is known
 */
public record Contact(
    UUID id,
    String source,
    String externalId,
    Channel channel,
    String location,
    String product,
    String wijk,
    String cluster,
    String language,
    Instant startedAt,
    @ColumnName("contact_month") YearMonth month,
    Integer durationSeconds,
    Boolean resolvedFirstTime,
    Reason reason,
    Instant receivedAt,
    byte[] fingerprint) {

  /** The same with the one reason for the decision whether to ask about it. */
  public Contact decided(Reason one) {
    return new Contact(
        id,
        source,
        externalId,
        channel,
        location,
        product,
        wijk,
        cluster,
        language,
        startedAt,
        month,
        durationSeconds,
        resolvedFirstTime,
        one,
        receivedAt,
        fingerprint);
  }

  /** When the conversation was over, as far as the source told. */
  public Instant endedAt() {
    return startedAt.plusSeconds(Optional.ofNullable(durationSeconds).orElse(0));
  }

  /** Whether the source reported the same content, addresses included. */
  public boolean sameAs(Contact other) {
    return MessageDigest.isEqual(fingerprint, other.fingerprint);
  }
}

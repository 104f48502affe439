// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.intake;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import nl.rotterdam.survey.contact.Contact;
import nl.rotterdam.survey.contact.NewContact;
import nl.rotterdam.survey.contact.PhoneNumber;
import nl.rotterdam.survey.contact.Reason;
import nl.rotterdam.survey.invitation.KeyedHash;
import nl.rotterdam.survey.problem.ProblemException;

/** Makes a contact to keep of one that was reported, by whatever door it came. */
public final class ContactFactory {
  /** Nothing that the service is about happened before. */
  static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

  /** How far a source's clock may be ahead of ours. */
  static final Duration AHEAD = Duration.ofMinutes(10);

  private final Clock clock;
  private final ZoneId zone;
  private final KeyedHash fingerprint;
  private final NoArgGenerator ids = Generators.timeBasedEpochGenerator();

  public ContactFactory(Clock clock, ZoneId zone, KeyedHash fingerprint) {
    this.clock = clock;
    this.zone = zone;
    this.fingerprint = fingerprint;
  }

  /**
   * Whether a contact can have happened.
   *
   * @throws ProblemException 400 where it cannot
   */
  void requirePossible(NewContact reported) {
    Instant startedAt = reported.startedAt().toInstant();
    if (startedAt.isBefore(EARLIEST)) {
      throw ProblemException.badField("startedAt", "must not be before " + EARLIEST);
    }
    if (startedAt.isAfter(clock.instant().plus(AHEAD))) {
      throw ProblemException.badField("startedAt", "must not be in the future");
    }
  }

  Contact contact(String source, NewContact reported, Reason reason) {
    return new Contact(
        ids.generate(),
        source,
        reported.externalId(),
        reported.channel(),
        reported.location(),
        reported.product(),
        reported.wijk(),
        reported.cluster(),
        Optional.ofNullable(reported.language()).orElse("nl"),
        reported.startedAt().toInstant(),
        YearMonth.from(reported.startedAt().atZoneSameInstant(zone)),
        reported.durationSeconds(),
        reported.resolvedFirstTime(),
        reason,
        clock.instant(),
        fingerprint(reported));
  }

  /** The whole content, addresses included, in one spelling; keyed, so that nobody can guess it. */
  private byte[] fingerprint(NewContact reported) {
    return fingerprint.of(
        reported.channel().code(),
        reported.location(),
        reported.product(),
        reported.wijk(),
        reported.cluster(),
        reported.language(),
        reported.startedAt().toInstant().toString(),
        Objects.toString(reported.durationSeconds(), null),
        Objects.toString(reported.resolvedFirstTime(), null),
        Optional.ofNullable(reported.email())
            .map(email -> email.toLowerCase(Locale.ROOT))
            .orElse(null),
        Optional.ofNullable(reported.phone())
            .flatMap(PhoneNumber::parse)
            .map(PhoneNumber::e164)
            .orElse(null));
  }
}

// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.invitation;

import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.rotterdam.survey.contact.ChangedMonths;
import nl.rotterdam.survey.contact.PhoneNumber;
import nl.rotterdam.survey.database.Database;
import org.jdbi.v3.core.Jdbi;

/**
 * The addresses that do not want to be asked, for an employee whom a resident asked to be left
 * alone. Which they are nobody can tell: they are kept by a keyed hash.
 */
public final class StoppedAddresses {
  private static final Pattern EMAIL = Pattern.compile("[!-~&&[^@]]+@[!-~&&[^@]]+\\.[!-~&&[^@]]+");
  private static final int LONGEST = 254;

  private final Jdbi jdbi;
  private final StopDao stops;
  private final OptOuts optOuts;
  private final KeyedHash hash;
  private final ZoneId zone;

  public StoppedAddresses(
      Jdbi jdbi, ChangedMonths changed, byte[] hashKey, Clock clock, ZoneId zone) {
    this.jdbi = jdbi;
    this.stops = Database.dao(jdbi, StopDao.class);
    this.optOuts = new OptOuts(jdbi, changed, clock);
    this.hash = KeyedHash.ofAddresses(hashKey);
    this.zone = zone;
  }

  /** How many stopped in a month. */
  public record Count(YearMonth month, long number) {}

  /** By month, the newest first. */
  public List<Count> counts() {
    return stops.listByMonth(zone.getId()).stream()
        .map(row -> new Count(YearMonth.of(row.stopYear(), row.stopMonth()), row.number()))
        .toList();
  }

  /**
   * Asks this e-mail address or telephone number no more.
   *
   * @return whether it is one
   */
  public boolean stop(String written) {
    Optional<String> address = normalised(written.strip());
    address.ifPresent(
        known -> jdbi.useTransaction(handle -> optOuts.stop(List.of(hash.of(known)))));
    return address.isPresent();
  }

  private static Optional<String> normalised(String written) {
    return written.contains("@")
        ? Optional.of(written.toLowerCase(Locale.ROOT))
            .filter(email -> email.length() <= LONGEST && EMAIL.matcher(email).matches())
        : PhoneNumber.parse(written).map(PhoneNumber::e164);
  }
}

// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.kiosk;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import nl.rotterdam.survey.contact.NewContact;
import nl.rotterdam.survey.database.Database;
import nl.rotterdam.survey.invitation.Links;
import nl.rotterdam.survey.kiosk.KioskDao.Lately;
import nl.rotterdam.survey.problem.ProblemException;
import org.jdbi.v3.core.Jdbi;

/** Sets up counter screens and revokes them. */
public final class Kiosks {
  private final Jdbi jdbi;
  private final KioskDao kiosks;
  private final Links links;
  private final Clock clock;

  public Kiosks(Jdbi jdbi, Links links, Clock clock) {
    this.jdbi = jdbi;
    this.kiosks = Database.dao(jdbi, KioskDao.class);
    this.links = links;
    this.clock = clock;
  }

  /**
   * A screen as who manages it sees it.
   *
   * @param answers given on it in the last day
   * @param setAside those of them that are not counted
   */
  public record Screen(Kiosk kiosk, String link, long answers, long setAside) {}

  /**
   * Sets a screen up; one that is there already stays as it is.
   *
   * @param anyLocation also for a location at which no contact was reported yet
   * @throws ProblemException 400 where the name is another screen's, or the location is unknown
   */
  public Screen add(String name, String location, boolean anyLocation) {
    String plainName = text("--name", name, Kiosk.NAME_MAX);
    String plainLocation = text("--location", location, Kiosk.LOCATION_MAX);
    return jdbi.inTransaction(
        handle ->
            screen(
                kiosks
                    .findByName(plainName)
                    .map(known -> same(known, plainLocation))
                    .orElseGet(() -> insert(plainName, plainLocation, anyLocation))));
  }

  private Screen screen(Kiosk kiosk) {
    return new Screen(kiosk, links.kiosk(links.token(kiosk.id())), 0, 0);
  }

  private static Kiosk same(Kiosk known, String location) {
    if (known.isRevoked()) {
      throw ProblemException.badField(
          "--name", "is that of a screen that was revoked; give another name");
    }
    if (!known.location().equals(location)) {
      throw ProblemException.badField(
          "--name", "is that of a screen at " + known.location() + "; give another name");
    }
    return known;
  }

  private Kiosk insert(String name, String location, boolean anyLocation) {
    if (!anyLocation) {
      requireKnown(location);
    }
    Kiosk kiosk = new Kiosk(UUID.randomUUID(), name, location, clock.instant(), null);
    kiosks.insert(kiosk, links.token(kiosk.id()).hash());
    return kiosk;
  }

  private void requireKnown(String location) {
    List<String> known = kiosks.listLocations();
    if (!known.contains(location)) {
      throw ProblemException.badField(
          "--location",
          "must be spelled as contacts at the counter have it (%s); or say --new-location"
              .formatted(known.isEmpty() ? "there are none yet" : String.join(", ", known)));
    }
  }

  private static String text(String field, String value, int max) {
    String plain = value.strip();
    if (plain.isEmpty() || plain.length() > max || !plain.matches(NewContact.TEXT)) {
      throw ProblemException.badField(
          field, "must be 1 to %d characters, and %s".formatted(max, NewContact.TEXT_ONLY));
    }
    return plain;
  }

  /**
   * From now on the link of this screen does not work.
   *
   * @throws ProblemException 400 where there is none of this name whose link works
   */
  public void revoke(String name) {
    if (kiosks.revoke(name.strip(), clock.instant()) == 0) {
      throw ProblemException.badField("--revoke", "must be the name of a screen that works");
    }
  }

  /** All screens, by location and name. */
  public List<Screen> list() {
    Map<UUID, Lately> lately =
        kiosks.countLately(clock.instant().minus(KioskService.KEPT)).stream()
            .collect(toMap(Lately::kioskId, Function.identity()));
    return kiosks.list().stream()
        .map(
            kiosk -> {
              Lately day = lately.getOrDefault(kiosk.id(), new Lately(kiosk.id(), 0, 0));
              return new Screen(kiosk, screen(kiosk).link(), day.answers(), day.setAside());
            })
        .toList();
  }
}

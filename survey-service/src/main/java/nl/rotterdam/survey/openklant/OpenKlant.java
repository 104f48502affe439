// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.openklant;

import com.codahale.metrics.Meter;
import com.codahale.metrics.MetricRegistry;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.rotterdam.survey.contact.Contact;
import nl.rotterdam.survey.contact.ContactDao;
import nl.rotterdam.survey.contact.NewCallbackNote;
import nl.rotterdam.survey.contact.NewContact;
import nl.rotterdam.survey.database.Database;
import nl.rotterdam.survey.intake.CallbackIntake;
import nl.rotterdam.survey.intake.CellReader;
import nl.rotterdam.survey.intake.ContactIntake;
import nl.rotterdam.survey.invitation.AskingSettings;
import nl.rotterdam.survey.openklant.NoticeDao.Notice;
import nl.rotterdam.survey.problem.ProblemException;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notes at once what Open Klant tells of, and fetches it round after round until it is here. What
 * is fetched later has its people and their addresses, which follow a klantcontact by requests of
 * their own.
 */
public final class OpenKlant {
  /** The source of what comes from it. */
  public static final String SOURCE = "open-klant";

  private static final Logger LOG = LoggerFactory.getLogger(OpenKlant.class);
  private static final int BATCH = 100;
  private static final String EXPAND = "?expand=hadBetrokkenen,hadBetrokkenen.digitaleAdressen";
  private static final String ID = "/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})";

  private final OpenKlantSettings settings;
  private final NoticeDao notices;
  private final ContactDao known;
  private final Klantinteracties api;
  private final Mapping mapping;
  private final ContactIntake contacts;
  private final CallbackIntake callbacks;
  private final CellReader reader;
  private final Clock clock;
  private final Meter taken;
  private final Meter ignored;
  private final Meter failures;

  public OpenKlant(
      OpenKlantSettings settings,
      AskingSettings asking,
      Jdbi jdbi,
      ContactIntake contacts,
      CallbackIntake callbacks,
      CellReader reader,
      Clock clock,
      MetricRegistry metrics) {
    this.settings = settings;
    this.notices = Database.dao(jdbi, NoticeDao.class);
    this.known = Database.dao(jdbi, ContactDao.class);
    this.api = new Klantinteracties(settings, reader.json());
    this.mapping = new Mapping(settings, asking, reader);
    this.contacts = contacts;
    this.callbacks = callbacks;
    this.reader = reader;
    this.clock = clock;
    this.taken = metrics.meter(MetricRegistry.name(OpenKlant.class, "taken"));
    this.ignored = metrics.meter(MetricRegistry.name(OpenKlant.class, "ignored"));
    this.failures = metrics.meter(MetricRegistry.name(OpenKlant.class, "failures"));
  }

  /**
   * Notes that this is to be fetched.
   *
   * @throws ProblemException 400 where the address is not one of the Open Klant of the settings
   */
  void note(Resource resource, String address) {
    String beneath = settings.url() + "/" + resource.plural();
    Matcher id =
        Pattern.compile(Pattern.quote(beneath) + ID)
            .matcher(Optional.ofNullable(address).orElse(""));
    if (!id.matches()) {
      throw ProblemException.badField(
          "hoofdObject", "must be " + beneath + "/ and a uuid: only there is fetched");
    }
    note(resource, UUID.fromString(id.group(1)));
  }

  private void note(Resource resource, UUID id) {
    Instant dueAt = clock.instant().plus(settings.settle());
    boolean noted = false;
    // where it was struck off or noted by somebody else in between, the next turn finds it so
    while (!noted) {
      noted = notices.count(resource, id) == 1 || notices.insert(resource, id, dueAt) == 1;
    }
  }

  /**
   * Fetches what is due.
   *
   * @param stopping whether to leave the rest for the next round
   */
  public void run(BooleanSupplier stopping) {
    for (Notice notice : notices.list(clock.instant(), BATCH)) {
      if (stopping.getAsBoolean() || !take(notice)) {
        return;
      }
    }
  }

  /** Whether it makes sense to go on with the next one. */
  private boolean take(Notice notice) {
    try {
      (fetch(notice) ? taken : ignored).mark();
      notices.delete(notice);
      return true;
    } catch (NotNowException e) {
      postpone(notice, e.getMessage());
      return !e.isNothing();
    } catch (RuntimeException e) {
      // its message may quote what was fetched
      postpone(notice, e.getClass().getName());
      return true;
    }
  }

  private void postpone(Notice notice, String reason) {
    List<Duration> retries = settings.retries();
    Duration pause = retries.get(Math.min(notice.attempts(), retries.size() - 1));
    notices.postpone(notice.resource(), notice.id(), clock.instant().plus(pause));
    failures.mark();
    LOG.warn(
        "Open Klant's {} {} cannot be fetched now, again after {}: {}",
        notice.resource(),
        notice.id(),
        pause,
        reason);
  }

  private boolean fetch(Notice notice) throws NotNowException {
    return notice.resource() == Resource.KLANTCONTACT
        ? takeContact(notice.id())
        : takeCallback(notice.id());
  }

  private Optional<Contact> find(UUID klantcontact) {
    return known.list(SOURCE, List.of(klantcontact.toString())).stream().findFirst();
  }

  /** A contact cannot be changed, so that one that is known is not fetched again. */
  private boolean takeContact(UUID id) throws NotNowException {
    if (find(id).isPresent()) {
      return false;
    }
    Optional<JsonNode> found = api.fetch(Resource.KLANTCONTACT, id, EXPAND);
    Optional<Map<String, String>> cells =
        found.isPresent() ? mapping.contact(found.get()) : Optional.empty();
    if (cells.isEmpty()) {
      LOG.info(
          "Open Klant's klantcontact {} is gone, did not succeed or is of a kanaal that is not in"
              + " openKlant.channels",
          id);
      return false;
    }
    return unlessRefused(
        Resource.KLANTCONTACT,
        id,
        () -> contacts.receive(SOURCE, reader.read(cells.get(), NewContact.class)));
  }

  private boolean takeCallback(UUID id) throws NotNowException {
    Optional<JsonNode> found = api.fetch(Resource.INTERNETAAK, id, "").filter(mapping::isCallback);
    if (found.isEmpty()) {
      LOG.info("Open Klant's internetaak {} is gone or is no call-back note", id);
      return false;
    }
    Map<String, String> cells = Mapping.callback(found.get(), contactOf(found.get()));
    return unlessRefused(
        Resource.INTERNETAAK,
        id,
        () -> callbacks.receive(SOURCE, reader.read(cells, NewCallbackNote.class)));
  }

  /** The contact that led to it, which is fetched first where it is not here yet. */
  private Optional<String> contactOf(JsonNode internetaak) throws NotNowException {
    String uuid = internetaak.path("aanleidinggevendKlantcontact").path("uuid").asText();
    if (!("/" + uuid).matches(ID)) {
      return Optional.empty();
    }
    UUID klantcontact = UUID.fromString(uuid);
    takeContact(klantcontact);
    return find(klantcontact).map(contact -> contact.id().toString());
  }

  private static boolean unlessRefused(Resource resource, UUID id, Runnable intake) {
    try {
      intake.run();
      return true;
    } catch (ProblemException e) {
      if (e.problem().status() >= 500) {
        throw e;
      }
      LOG.warn("Open Klant's {} {} is not taken in: {}", resource, id, e.problem().detail());
      return false;
    }
  }
}

// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.intake;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import nl.rotterdam.survey.contact.NewContact;
import nl.rotterdam.survey.contact.Reason;
import nl.rotterdam.survey.database.Database;
import nl.rotterdam.survey.intake.Fate.Asked;
import nl.rotterdam.survey.intake.FateDao.Known;
import nl.rotterdam.survey.invitation.Invitation.State;
import nl.rotterdam.survey.problem.ProblemException;
import nl.rotterdam.survey.text.Templates;
import nl.rotterdam.survey.text.Texts;
import org.jdbi.v3.core.Jdbi;

/** Tells source systems what became of the contacts that they reported. */
public final class Fates {
  /** Whose texts these are. */
  static final String AUDIENCE = "sources";

  private static final Pattern TEXT = Pattern.compile(NewContact.TEXT);
  private static final Set<State> ARRIVED =
      EnumSet.of(State.SENT, State.HANDED_OUT, State.IMPORTED);

  private final FateDao fates;
  private final Templates templates;
  private final Clock clock;

  public Fates(Jdbi jdbi, Templates templates, Clock clock) {
    this.fates = Database.dao(jdbi, FateDao.class);
    this.templates = templates;
    this.clock = clock;
  }

  /**
   * The fate of a contact of this source, in words of this language.
   *
   * @throws ProblemException 404 where this source reported no such contact, 400 where no id is
   *     given or there are no words in the language
   */
  public Fate of(String source, String externalId, String language) {
    Texts texts =
        templates
            .texts(AUDIENCE, language)
            .orElseThrow(() -> ProblemException.badField("language", "must be nl or en"));
    if (externalId == null || externalId.isBlank()) {
      throw ProblemException.badField("externalId", "is required");
    }
    String id = externalId.strip();
    return Optional.of(id)
        .filter(written -> TEXT.matcher(written).matches())
        .flatMap(written -> fates.find(source, written))
        .map(known -> fate(id, known, texts))
        .orElseThrow(
            () -> new ProblemException(404, "externalId: this source reported no such contact"));
  }

  private Fate fate(String externalId, Known known, Texts texts) {
    Reason reason = known.reason();
    Optional<Asked> asked = Optional.ofNullable(known.state()).map(state -> asked(known));
    return new Fate(
        known.contactId(),
        externalId,
        reason.decision(),
        reason.code(),
        asked
            .map(invitation -> explanation(known.state(), invitation, texts))
            .orElseGet(() -> texts.text("reason." + reason.code())),
        asked.orElse(null));
  }

  private Asked asked(Known known) {
    boolean closed = isPast(known.expiresAt());
    return new Asked(
        code(known.medium()),
        code(known.state()),
        known.state() == State.PLANNED ? known.nextAttemptAt() : null,
        known.invitedAt(),
        known.delivered() ? true : null,
        known.failure(),
        known.expiresAt(),
        closed ? known.remindedAt() != null : null,
        closed ? known.opened() : null,
        closed ? known.answered() : null);
  }

  /** What history tells has no link that could still be open. */
  private boolean isPast(Instant expiresAt) {
    return expiresAt == null || !expiresAt.isAfter(clock.instant());
  }

  private static String explanation(State state, Asked invitation, Texts texts) {
    String sentence = texts.text("state." + code(state));
    String answered = Optional.ofNullable(invitation.answered()).orElse("open");
    return ARRIVED.contains(state) ? sentence + " " + texts.text("answered." + answered) : sentence;
  }

  private static String code(Enum<?> name) {
    return name.name().toLowerCase(Locale.ROOT);
  }
}

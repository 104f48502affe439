// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.intake;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import nl.rotterdam.survey.contact.CallbackNote;
import nl.rotterdam.survey.contact.CallbackNoteDao;
import nl.rotterdam.survey.contact.ChangedMonths;
import nl.rotterdam.survey.contact.NewCallbackNote;
import nl.rotterdam.survey.database.Database;
import nl.rotterdam.survey.problem.ProblemException;
import org.jdbi.v3.core.Jdbi;

/**
 * Call-back notes, which have no id in a file: the second note made at one instant stays the second
 * in every file. One object reads one file.
 */
public final class CallbackHistory implements History<CallbackNote> {
  private final String source;
  private final Jdbi jdbi;
  private final CallbackNoteDao notes;
  private final ZoneId zone;
  private final ChangedMonths changed;
  private final CellReader cells;
  private final NoArgGenerator ids = Generators.timeBasedEpochGenerator();
  private final Map<Instant, Integer> places = new HashMap<>();

  public CallbackHistory(
      String source, Jdbi jdbi, ZoneId zone, ChangedMonths changed, CellReader cells) {
    this.source = source;
    this.jdbi = jdbi;
    this.notes = Database.dao(jdbi, CallbackNoteDao.class);
    this.zone = zone;
    this.changed = changed;
    this.cells = cells;
  }

  private record Key(Instant createdAt, int place) {
    static Key of(CallbackNote note) {
      return new Key(note.createdAt(), note.place());
    }
  }

  @Override
  public List<String> columns() {
    return List.of("createdAt", "handledAt");
  }

  @Override
  public Set<String> required() {
    return Set.of("createdAt", "handledAt");
  }

  @Override
  public CallbackNote read(Map<String, String> line) {
    NewCallbackNote note = cells.read(line, NewCallbackNote.class);
    Instant createdAt = note.createdAt().toInstant();
    Instant handledAt = note.handledAt() == null ? null : note.handledAt().toInstant();
    // counted also where the line is refused, or those after it would change places
    int place = places.merge(createdAt, 1, Integer::sum);
    if (handledAt != null && handledAt.isBefore(createdAt)) {
      throw ProblemException.badField("handledAt", "must not be before createdAt");
    }
    return new CallbackNote(
        ids.generate(),
        source,
        createdAt,
        place,
        YearMonth.from(createdAt.atZone(zone)),
        handledAt);
  }

  @Override
  public List<Outcome> store(List<CallbackNote> lines) {
    return jdbi.inTransaction(handle -> storeAll(lines));
  }

  private List<Outcome> storeAll(List<CallbackNote> lines) {
    Map<Key, CallbackNote> known = new HashMap<>();
    notes
        .list(source, lines.stream().map(CallbackNote::createdAt).distinct().toList())
        .forEach(note -> known.put(Key.of(note), note));
    List<Outcome> outcomes = new ArrayList<>();
    List<CallbackNote> stored = new ArrayList<>();
    List<CallbackNote> handled = new ArrayList<>();
    for (CallbackNote line : lines) {
      CallbackNote before = known.get(Key.of(line));
      if (before == null) {
        outcomes.add(Outcome.STORED);
        stored.add(line);
      } else if (line.handledAt() == null || line.handledAt().equals(before.handledAt())) {
        outcomes.add(Outcome.KNOWN);
      } else if (before.handledAt() == null) {
        outcomes.add(Outcome.STORED);
        handled.add(line);
      } else {
        outcomes.add(
            Outcome.refused("handledAt", "is known as " + before.handledAt() + " for this note"));
      }
    }
    notes.insert(stored);
    notes.handle(handled);
    changed.mark(
        Stream.concat(stored.stream(), handled.stream()).map(CallbackNote::month).toList());
    return outcomes;
  }
}

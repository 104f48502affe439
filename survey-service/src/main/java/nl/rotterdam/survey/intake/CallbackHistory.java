// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.intake;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.rotterdam.survey.contact.CallbackNote;
import nl.rotterdam.survey.contact.NewCallbackNote;

/**
 * Call-back notes of the past. Without ids of their own, the second note made at one instant stays
 * the second in every file. One object reads one file.
 */
public final class CallbackHistory implements History<CallbackNote> {
  private final String source;
  private final CallbackIntake intake;
  private final CellReader cells;
  private final Map<Instant, Integer> places = new HashMap<>();

  public CallbackHistory(String source, CallbackIntake intake, CellReader cells) {
    this.source = source;
    this.intake = intake;
    this.cells = cells;
  }

  @Override
  public List<String> columns() {
    return List.of("externalId", "contactId", "cluster", "wijk", "createdAt", "handledAt");
  }

  @Override
  public Set<String> required() {
    return Set.of("createdAt", "handledAt");
  }

  @Override
  public CallbackNote read(Map<String, String> line) {
    NewCallbackNote note = cells.read(line, NewCallbackNote.class);
    // counted also where the line is refused, or those after it would change places
    int place =
        note.externalId() == null ? places.merge(note.createdAt().toInstant(), 1, Integer::sum) : 1;
    return intake.read(source, note, place);
  }

  @Override
  public List<Outcome> store(List<CallbackNote> lines) {
    return intake.store(source, lines);
  }
}

// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.figures;

import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.rotterdam.reporting.breakdown.Dimension;
import nl.rotterdam.reporting.operation.CallbackDeadline;
import nl.rotterdam.reporting.operation.CallbackStatus;
import nl.rotterdam.reporting.operation.Callbacks;
import nl.rotterdam.survey.contact.CallbackNote;
import nl.rotterdam.survey.figures.CountsDao.CallbackScore;
import nl.rotterdam.survey.figures.CountsDao.Count;

/** Counts call-back notes, and what residents say to whom one was promised, by the calendar. */
final class CallbackCounter {
  private final CountsDao counts;
  private final CallbackDeadline deadline;

  CallbackCounter(CountsDao counts, CallbackDeadline deadline) {
    this.counts = counts;
    this.deadline = deadline;
  }

  /** All that is counted of these months, as it stood at an instant. */
  List<Count> count(YearMonth from, YearMonth to, Instant asOf) {
    List<CallbackNote> notes = counts.callbacks(from, to);
    List<Count> counted = new ArrayList<>(CallbackCountRows.of(callbacks(notes.stream(), asOf)));
    counted.addAll(byGroup(Dimension.CLUSTER, notes, CallbackNote::cluster, asOf));
    counted.addAll(byGroup(Dimension.WIJK, notes, CallbackNote::wijk, asOf));
    counted.addAll(scores(counts.callbackScores(from, to), asOf));
    return counted;
  }

  private List<Callbacks> callbacks(Stream<CallbackNote> notes, Instant asOf) {
    return Callbacks.byMonth(notes.map(CallbackNote::toPromise), deadline, asOf);
  }

  private List<Count> byGroup(
      Dimension dimension,
      List<CallbackNote> notes,
      Function<CallbackNote, String> group,
      Instant asOf) {
    Map<String, List<CallbackNote>> groups =
        notes.stream().filter(note -> group.apply(note) != null).collect(groupingBy(group));
    return groups.entrySet().stream()
        .flatMap(
            entry ->
                CallbackCountRows.of(
                    dimension, entry.getKey(), callbacks(entry.getValue().stream(), asOf))
                    .stream())
        .toList();
  }

  private List<Count> scores(List<CallbackScore> found, Instant asOf) {
    List<Count> scores = new ArrayList<>();
    found.stream()
        .filter(score -> score.invitationId() == null)
        .map(score -> CallbackCountRows.score(score, score.standing(), score.number()))
        .forEach(scores::add);
    Map<UUID, List<CallbackScore>> answers =
        found.stream()
            .filter(score -> score.invitationId() != null)
            .collect(groupingBy(CallbackScore::invitationId));
    for (List<CallbackScore> promises : answers.values()) {
      CallbackStatus.ofAll(
              promises.stream().map(promise -> promise.toPromise().status(deadline, asOf)).toList())
          .map(status -> status.name().toLowerCase(Locale.ROOT))
          .map(standing -> CallbackCountRows.score(promises.get(0), standing, 1))
          .ifPresent(scores::add);
    }
    return CallbackCountRows.merged(scores);
  }
}

// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.intake;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.rotterdam.reporting.figure.Period;
import nl.rotterdam.reporting.table.GivenCount;
import nl.rotterdam.reporting.table.GivenFigure;
import nl.rotterdam.survey.contact.GivenCountDao;
import nl.rotterdam.survey.contact.GivenCountDao.Given;
import nl.rotterdam.survey.contact.NewContact;
import nl.rotterdam.survey.contact.NewCount;
import nl.rotterdam.survey.database.Database;
import nl.rotterdam.survey.problem.FieldError;
import nl.rotterdam.survey.problem.ProblemException;
import org.jdbi.v3.core.Jdbi;

/** Takes in what other systems counted; the same place and period again replaces the number. */
public final class CountIntake {
  /** What a value may be. */
  static final String VALUES = "a whole number from 0 to " + GivenCount.MAX;

  private static final YearMonth EARLIEST = YearMonth.of(2000, 1);
  private static final int LONGEST_NAME = 200;
  private static final Comparator<Given> LOCKING_ORDER =
      Comparator.comparing(Given::figure)
          .thenComparing(Given::locationKey)
          .thenComparing(Given::period);

  private final Jdbi jdbi;
  private final GivenCountDao counts;
  private final Clock clock;
  private final ZoneId zone;

  public CountIntake(Jdbi jdbi, Clock clock, ZoneId zone) {
    this.jdbi = jdbi;
    this.counts = Database.dao(jdbi, GivenCountDao.class);
    this.clock = clock;
    this.zone = zone;
  }

  /**
   * What a report says.
   *
   * @throws ProblemException 400 naming each field that cannot be
   */
  Given read(String source, NewCount count) {
    List<FieldError> errors = new ArrayList<>();
    Optional<GivenFigure> figure = Optional.ofNullable(count.figure()).flatMap(GivenFigure::of);
    if (figure.isEmpty()) {
      errors.add(new FieldError("figure", "must be one of " + figures()));
    }
    figure
        .flatMap(known -> locationError(known, count.location()))
        .ifPresent(reason -> errors.add(new FieldError("location", reason)));
    Optional<Period> period = Optional.ofNullable(count.period()).flatMap(this::period);
    if (period.isEmpty()) {
      errors.add(new FieldError("period", "must be " + periods()));
    }
    if (count.value() == null || count.value() < 0 || count.value() > GivenCount.MAX) {
      errors.add(new FieldError("value", "must be " + VALUES));
    }
    if (!errors.isEmpty()) {
      throw ProblemException.badFields(errors);
    }
    return new Given(
        figure.orElseThrow().code(),
        Optional.ofNullable(count.location()).map(GivenCount::keyOf).orElse(""),
        count.location(),
        period.orElseThrow().toString(),
        count.value(),
        source,
        clock.instant());
  }

  private static String figures() {
    return Arrays.stream(GivenFigure.values())
        .map(GivenFigure::code)
        .collect(Collectors.joining(", "));
  }

  private static Optional<String> locationError(GivenFigure figure, String location) {
    String reason = null;
    if (!figure.perLocation()) {
      reason = location == null ? null : "must be empty for " + figure.code();
    } else if (location == null) {
      reason = "is required for %s: the name of a location".formatted(figure.code());
    } else if (!location.matches(NewContact.TEXT)) {
      reason = NewContact.TEXT_ONLY;
    } else if (location.length() > LONGEST_NAME) {
      reason = "must hold at most %d characters".formatted(LONGEST_NAME);
    } else if (GivenCount.keyOf(location).isEmpty()) {
      reason = "must hold letters or digits";
    }
    return Optional.ofNullable(reason);
  }

  private String periods() {
    YearMonth running = running();
    return "a year such as 2024 or a month such as 2024-05, from %d to %d or %s to %s"
        .formatted(EARLIEST.getYear(), running.getYear(), EARLIEST, running);
  }

  private Optional<Period> period(String written) {
    try {
      return Optional.of(Period.parse(written))
          .filter(period -> period.kind() != Period.Kind.WINDOW)
          .filter(period -> !period.first().isBefore(EARLIEST))
          .filter(period -> !period.first().isAfter(running()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private YearMonth running() {
    return YearMonth.now(clock.withZone(zone));
  }

  /**
   * Stores all or none. No two of them are about the same.
   *
   * @return those that are new or replaced another number or name
   */
  Set<Given> store(List<Given> given) {
    return jdbi.inTransaction(handle -> storeAll(given));
  }

  private Set<Given> storeAll(List<Given> given) {
    Map<List<String>, Given> known =
        counts.list().stream().collect(toMap(Given::subject, Function.identity()));
    // in one order, so that of two who store the same one waits for the other
    List<Given> changed =
        given.stream()
            .filter(
                count ->
                    Optional.ofNullable(known.get(count.subject())).filter(count::sameAs).isEmpty())
            .sorted(LOCKING_ORDER)
            .toList();
    counts.insert(changed);
    counts.replace(changed);
    return Set.copyOf(changed);
  }

  /** All that is known. */
  List<Given> list() {
    return counts.list();
  }
}

// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.contact;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import nl.rotterdam.survey.contact.SourceDayDao.SourceDay;
import nl.rotterdam.survey.database.Database;
import org.jdbi.v3.core.Jdbi;

/** Remembers on which days each source reported contacts, so that one that falls silent shows. */
public final class SourceDays {
  /** For so long a source is missed. */
  private static final int MISSED = 90;

  /** A source that reported on fewer days of its last two weeks did so now and then. */
  private static final int REGULAR = 5;

  private static final int TWO_WEEKS = 14;

  private final SourceDayDao days;
  private final Clock clock;
  private final ZoneId zone;
  private final Map<String, LocalDate> noted = new ConcurrentHashMap<>();

  public SourceDays(Jdbi jdbi, Clock clock, ZoneId zone) {
    this.days = Database.dao(jdbi, SourceDayDao.class);
    this.clock = clock;
    this.zone = zone;
  }

  /**
   * A source that reported regularly and does not any more.
   *
   * @param last the last day on which it did
   */
  public record Silent(String source, LocalDate last) {}

  /** The source reported something today; it is written once a day. */
  public void note(String source) {
    LocalDate today = LocalDate.now(clock.withZone(zone));
    if (!today.equals(noted.get(source))) {
      days.insert(source, today);
      noted.put(source, today);
    }
  }

  /**
   * Those that have reported nothing since this day, and did on five days or more of the two weeks
   * before they fell silent, for three months.
   */
  public List<Silent> silentSince(LocalDate day) {
    return days.list(day.minusDays(MISSED + TWO_WEEKS)).stream()
        .collect(
            groupingBy(SourceDay::source, TreeMap::new, mapping(SourceDay::reported, toList())))
        .entrySet()
        .stream()
        .filter(source -> isSilent(source.getValue(), day))
        .map(source -> new Silent(source.getKey(), last(source.getValue())))
        .toList();
  }

  private static boolean isSilent(List<LocalDate> reported, LocalDate since) {
    LocalDate last = last(reported);
    LocalDate twoWeeks = last.minusDays(TWO_WEEKS);
    return last.isBefore(since)
        && !last.isBefore(since.minusDays(MISSED))
        && reported.stream().filter(twoWeeks::isBefore).count() >= REGULAR;
  }

  private static LocalDate last(List<LocalDate> reported) {
    return reported.get(reported.size() - 1);
  }
}

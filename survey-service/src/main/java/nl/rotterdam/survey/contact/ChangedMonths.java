// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.contact;

import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import nl.rotterdam.survey.database.Database;
import org.jdbi.v3.core.Jdbi;

/**
 * Remembers which months of long ago changed, so that they are counted again. The running month and
 * the one before change all the time and are counted each time; for them nothing is written.
 */
public final class ChangedMonths {
  private final ChangedMonthDao changes;
  private final Clock clock;
  private final ZoneId zone;

  public ChangedMonths(Jdbi jdbi, Clock clock, ZoneId zone) {
    this.changes = Database.dao(jdbi, ChangedMonthDao.class);
    this.clock = clock;
    this.zone = zone;
  }

  /** Something that is counted in these months changes with the transaction of this thread. */
  public void mark(Collection<YearMonth> months) {
    YearMonth filling = YearMonth.now(clock.withZone(zone)).minusMonths(1);
    List<YearMonth> longAgo =
        months.stream().filter(month -> month.isBefore(filling)).distinct().toList();
    if (!longAgo.isEmpty()) {
      changes.insert(longAgo);
    }
  }
}

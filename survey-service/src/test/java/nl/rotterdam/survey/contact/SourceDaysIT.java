// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.contact;

import static org.assertj.core.api.Assertions.assertThat;

import com.codahale.metrics.MetricRegistry;
import io.dropwizard.db.ManagedDataSource;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import nl.rotterdam.survey.TestClock;
import nl.rotterdam.survey.contact.SourceDays.Silent;
import nl.rotterdam.survey.database.Database;
import nl.rotterdam.survey.database.TestDatabase;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.sqlobject.SqlObjectPlugin;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SourceDaysIT {
  private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void sourceIsSilentThatReportedRegularlyAndDoesNotAnyMore(TestDatabase database) {
    ManagedDataSource dataSource =
        database.fresh().dataSource(Path.of("")).build(new MetricRegistry(), "test");
    Database.migrate(dataSource);
    Jdbi jdbi = Database.configure(Jdbi.create(dataSource).installPlugin(new SqlObjectPlugin()));
    // half past eleven in the evening by the clock of UTC is the next day here
    TestClock clock = new TestClock(Instant.parse("2025-05-01T23:30:00Z"));
    SourceDays first = new SourceDays(jdbi, clock, AMSTERDAM);
    SourceDays second = new SourceDays(jdbi, clock, AMSTERDAM);
    for (int day = 2; day <= 8; day++) {
      first.note("regular");
      first.note("regular");
      second.note("regular");
      if (day < 6) {
        first.note("seldom");
      }
      clock.advance(Duration.ofDays(1));
    }

    LocalDate last = LocalDate.parse("2025-05-08");
    assertThat(first.silentSince(last)).isEmpty();
    assertThat(first.silentSince(last.plusDays(1))).containsExactly(new Silent("regular", last));
    assertThat(first.silentSince(last.plusDays(90))).as("still").hasSize(1);
    assertThat(first.silentSince(last.plusDays(91))).as("nobody waits for it any more").isEmpty();
  }
}

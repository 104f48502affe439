// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.codahale.metrics.MetricRegistry;
import io.dropwizard.db.ManagedDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.TimeZone;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.sqlobject.SqlObjectPlugin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Schema and time, alike on both databases. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class DatabaseIT {
  @Parameter TestDatabase database;

  private final TimeZone machine = TimeZone.getDefault();
  private ManagedDataSource dataSource;

  @BeforeEach
  void connect() {
    // where the clock change repeats an hour, as on many a machine
    TimeZone.setDefault(TimeZone.getTimeZone("Europe/Amsterdam"));
    dataSource = database.fresh().dataSource(Path.of("")).build(new MetricRegistry(), "test");
  }

  @AfterEach
  void disconnect() throws Exception {
    TimeZone.setDefault(machine);
    dataSource.stop();
  }

  @Test
  void theSchemaIsUpToDateWithTheLastChangeOfTheLastFile() throws IOException {
    Path folder = Path.of("..", "sql");
    String lastFile =
        lastOf("<include file=\"([^\"]+)\"", Files.readString(folder.resolve("changelog.xml")));
    String lastChange =
        lastOf("(?m)^--changeset \\w+:(\\S+)$", Files.readString(folder.resolve(lastFile)));
    assertThat(Database.NEWEST).isEqualTo(lastChange);

    Database.prepare(dataSource, true);
    Database.prepare(dataSource, false);
    Jdbi jdbi = Database.configure(Jdbi.create(dataSource).installPlugin(new SqlObjectPlugin()));
    jdbi.useHandle(
        handle -> handle.execute("delete from databasechangelog where id = ?", Database.NEWEST));
    assertThatThrownBy(() -> Database.prepare(dataSource, false))
        .isInstanceOf(SchemaException.class);
  }

  private static String lastOf(String pattern, String text) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .reduce((earlier, later) -> later)
        .orElseThrow()
        .group(1);
  }

  @Test
  void instantsKeepTheHourThatTheClockChangeRepeats() {
    Database.migrate(dataSource);
    Jdbi jdbi = Database.configure(Jdbi.create(dataSource).installPlugin(new SqlObjectPlugin()));
    Instant[] instants = {
      Instant.parse("2025-10-26T00:30:00Z"),
      Instant.parse("2025-10-26T01:30:00Z"),
      Instant.parse("2025-03-30T01:30:00Z"),
      Instant.parse("2024-02-29T22:59:59.123456Z")
    };
    jdbi.useHandle(
        handle -> {
          for (int i = 0; i < instants.length; i++) {
            handle
                .createUpdate(
                    """
                    insert into callback_note (id, source, created_at, place, created_month)
                    values (:id, 's', :at, :place, :month)
                    """)
                .bind("id", new java.util.UUID(0, i))
                .bind("at", instants[i])
                .bind("place", i + 1)
                .bind("month", YearMonth.of(2025, 10))
                .execute();
          }
          assertThat(
                  handle
                      .createQuery("select created_at from callback_note order by place")
                      .mapTo(Instant.class)
                      .list())
              .containsExactly(instants);
          assertThat(
                  handle
                      .createQuery("select distinct created_month from callback_note")
                      .mapTo(YearMonth.class)
                      .one())
              .isEqualTo(YearMonth.of(2025, 10));
        });
  }

  @Test
  void migratingTwiceChangesNothing() {
    Database.migrate(dataSource);
    Database.migrate(dataSource);
    Database.prepare(dataSource, false);
  }

  @Test
  void missingSchemaIsSaidWhereItIsNotOursToMake() {
    if (database == TestDatabase.H2) {
      Database.prepare(dataSource, true);
      Database.prepare(dataSource, true);
    } else {
      assertThatThrownBy(() -> Database.prepare(dataSource, false))
          .isInstanceOf(SchemaException.class)
          .hasMessageContaining("db migrate");
    }
  }
}

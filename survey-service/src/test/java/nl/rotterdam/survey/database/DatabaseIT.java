// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.codahale.metrics.MetricRegistry;
import io.dropwizard.db.ManagedDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.UUID;
import java.util.regex.Pattern;
import liquibase.Scope;
import liquibase.command.CommandScope;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.ClassLoaderResourceAccessor;
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
  void dayIsTheSameWhateverTheMachinesTimeZone() {
    Database.migrate(dataSource);
    Jdbi jdbi = Database.configure(Jdbi.create(dataSource).installPlugin(new SqlObjectPlugin()));
    LocalDate day = LocalDate.parse("2025-05-18");
    String insert = "insert into source_day (source, reported_on) values (?, ?)";
    jdbi.useHandle(handle -> handle.execute(insert, "before", day));
    TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
    jdbi.useHandle(handle -> handle.execute(insert, "after", day));
    List<LocalDate> days =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery("select distinct reported_on from source_day")
                    .mapTo(LocalDate.class)
                    .list());
    assertThat(days).containsExactly(day);
  }

  @Test
  void migratingTwiceChangesNothing() {
    Database.migrate(dataSource);
    Database.migrate(dataSource);
    Database.prepare(dataSource, false);
  }

  @Test
  void whatWasSentBeforeAnUpgradeStaysWhatItWas() throws Exception {
    Database.migrate(dataSource);
    takeBack("016-carrier-reference");
    Jdbi jdbi = Database.configure(Jdbi.create(dataSource));
    String invited = "timestamp with time zone '2025-05-14 10:00:00+02'";
    for (String[] old :
        new String[][] {{"sent", invited}, {"failed", invited}, {"failed", "null"}}) {
      String id = UUID.randomUUID().toString();
      jdbi.useHandle(
          handle -> {
            handle.execute(
                """
                insert into contact (id, source, external_id, channel, language, started_at,
                    contact_month, reason, received_at, fingerprint)
                values ('%1$s', 's', '%1$s', 'phone', 'nl', %2$s, '2025-05-01', 'asked', %2$s, 'f')
                """
                    .formatted(id, invited));
            handle.execute(
                """
                insert into invitation (id, contact_id, medium, state, token_hash, expires_at,
                    invited_at, channel, contact_month)
                values ('%1$s', '%1$s', 'sms', '%2$s', '%3$s', %4$s, %5$s, 'phone', '2025-05-01')
                """
                    .formatted(id, old[0], id.substring(0, 8), invited, old[1]));
          });
    }

    Database.prepare(dataSource, true);
    Database.migrate(dataSource);

    List<String> states =
        jdbi.withHandle(
            handle ->
                handle
                    .select("select state from invitation where not delivered order by state")
                    .mapTo(String.class)
                    .list());
    assertThat(states).containsExactly("failed", "returned", "sent");
    takeBack("001-contact");
    Database.migrate(dataSource);
  }

  /** This change and all after it. */
  private void takeBack(String change) throws Exception {
    int later =
        Jdbi.create(dataSource)
            .withHandle(
                handle ->
                    handle
                        .select(
                            """
                            select count(*) from databasechangelog where orderexecuted >= (
                              select orderexecuted from databasechangelog where id = ?)
                            """,
                            change)
                        .mapTo(Integer.class)
                        .one());
    try (Connection connection = dataSource.getConnection()) {
      liquibase.database.Database schema =
          DatabaseFactory.getInstance()
              .findCorrectDatabaseImplementation(new JdbcConnection(connection));
      Scope.child(
          Map.of(Scope.Attr.resourceAccessor.name(), new ClassLoaderResourceAccessor()),
          () ->
              new CommandScope("rollbackCount")
                  .addArgumentValue("database", schema)
                  .addArgumentValue("changelogFile", Database.CHANGELOG)
                  .addArgumentValue("count", later)
                  .execute());
      connection.setAutoCommit(true);
    }
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

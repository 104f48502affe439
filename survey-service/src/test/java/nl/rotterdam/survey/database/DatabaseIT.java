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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import liquibase.Scope;
import liquibase.command.CommandScope;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.ClassLoaderResourceAccessor;
import nl.rotterdam.reporting.figure.Channel;
import nl.rotterdam.survey.contact.Contact;
import nl.rotterdam.survey.contact.NewContactDao;
import nl.rotterdam.survey.contact.Reason;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.sqlobject.SqlObjectPlugin;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
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
  void rowsThatAreStoredTogetherComeBackAsTheyWere() {
    Database.migrate(dataSource);
    Jdbi jdbi = Database.configure(Jdbi.create(dataSource).installPlugin(new SqlObjectPlugin()));
    NewContactDao contacts = Database.dao(jdbi, NewContactDao.class);
    List<Contact> stored = new ArrayList<>();
    for (String text :
        new String[] {"{\"a\",b\\}", "NULL", "", " ", "it's\n\u00e9\ud83d\ude00", null}) {
      boolean odd = stored.size() % 2 == 1;
      stored.add(
          new Contact(
              new UUID(7, stored.size()),
              "s",
              "c" + stored.size(),
              Channel.CHAT,
              text,
              text,
              text,
              text,
              "nl",
              Instant.parse("2025-10-26T01:30:00.123456Z"),
              YearMonth.of(2025, 10),
              odd ? 7 : null,
              odd ? Boolean.TRUE : null,
              Reason.TOO_OLD,
              Instant.parse("2025-10-26T00:30:00Z"),
              new byte[] {0, -1, '\\', '"', (byte) stored.size()}));
    }
    contacts.store(stored);

    List<String> ids = stored.stream().map(Contact::externalId).toList();
    assertThat(contacts.list("s", ids))
        .usingRecursiveFieldByFieldElementComparator()
        .containsExactlyInAnyOrderElementsOf(stored);
    assertThat(contacts.list("another", ids)).isEmpty();
    assertThatThrownBy(() -> contacts.store(stored)).isInstanceOf(OvertakenException.class);
    contacts.store(List.of());
  }

  @Test
  void ofTwoThatWaitForEachOtherBothAreDone() throws Exception {
    Database.migrate(dataSource);
    Jdbi jdbi = Database.configure(Jdbi.create(dataSource).installPlugin(new SqlObjectPlugin()));
    jdbi.useHandle(
        handle ->
            handle.execute(
                "insert into source_day (source, reported_on) values ('a', date '2025-05-01'),"
                    + " ('b', date '2025-05-01')"));
    CyclicBarrier bothHaveTheirFirst = new CyclicBarrier(2);
    AtomicInteger times = new AtomicInteger();
    List<CompletableFuture<Void>> both =
        Stream.of(List.of("a", "b"), List.of("b", "a"))
            .map(
                order ->
                    CompletableFuture.runAsync(
                        () ->
                            Database.useTransaction(
                                jdbi,
                                () -> {
                                  nextDay(jdbi, order.get(0));
                                  if (times.incrementAndGet() <= 2) {
                                    await(bothHaveTheirFirst);
                                  }
                                  nextDay(jdbi, order.get(1));
                                })))
            .toList();
    for (CompletableFuture<Void> one : both) {
      one.get(1, TimeUnit.MINUTES);
    }
    assertThat(times).as("one of them was done once more").hasValue(3);
    List<LocalDate> days =
        jdbi.withHandle(
            handle ->
                handle.select("select reported_on from source_day").mapTo(LocalDate.class).list());
    assertThat(days).containsOnly(LocalDate.parse("2025-05-03"));
  }

  private static void nextDay(Jdbi jdbi, String source) {
    Database.dao(jdbi, NextDay.class).next(source);
  }

  interface NextDay {
    @SqlUpdate("update source_day set reported_on = reported_on + 1 where source = :source")
    void next(String source);
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
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

// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.codahale.metrics.MetricRegistry;
import io.dropwizard.db.ManagedDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import nl.rotterdam.survey.database.Database;
import nl.rotterdam.survey.database.DatabaseSettings;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.sqlobject.SqlObjectPlugin;

/** A database in the real schema with five years of made-up contacts and answers. */
final class City implements AutoCloseable {
  /** The contacts that come after the last vacuum: nearly enough for the next. */
  private static final long AFTER_VACUUM_AT_MOST = 45_000;

  private final ManagedDataSource dataSource;
  private final Jdbi jdbi;
  private final Clock clock;
  private long open;

  private City(ManagedDataSource dataSource, Clock clock) {
    this.dataSource = dataSource;
    this.jdbi = Database.configure(Jdbi.create(dataSource).installPlugin(new SqlObjectPlugin()));
    this.clock = clock;
  }

  /** How much it was filled with. */
  record Size(long contacts, long invitations, long answers, long notes, String disk) {}

  /** Fills an empty database; one that was filled before is taken as it is. */
  static City build(DatabaseSettings settings, Clock clock, long answers) {
    ManagedDataSource dataSource =
        settings.dataSource(Path.of("")).build(new MetricRegistry(), "city");
    Database.migrate(dataSource);
    City city = new City(dataSource, clock);
    if (city.size().contacts() == 0) {
      city.fill(answers * 3 / 2);
    }
    return city;
  }

  private void fill(long contacts) {
    long vacuumed = contacts - Math.min(AFTER_VACUUM_AT_MOST, contacts * 2 / 25);
    jdbi.useHandle(
        handle -> {
          handle.execute("set synchronous_commit = off");
          handle.execute("set synchronize_seqscans = off");
          handle.execute("set work_mem = '256MB'");
          handle.execute("set maintenance_work_mem = '512MB'");
          handle.execute("select setseed(0.5)");
          Indexes indexes = Indexes.drop(handle);
          insert(handle, 1, vacuumed, contacts);
          indexes.create(handle);
          handle.execute("vacuum (freeze, analyze)");
          insert(handle, vacuumed + 1, contacts, contacts);
          handle.execute("analyze");
          handle.execute("checkpoint");
        });
  }

  private void insert(Handle handle, long from, long to, long contacts) {
    for (String table : List.of("contacts", "invitations", "answers", "callbacks")) {
      Progress.say("%s %d to %d", table, from, to);
      handle
          .createUpdate(sql(table))
          .bind("from", from)
          .bind("to", to)
          .bind("contacts", contacts)
          .bind("now", clock.instant())
          .execute();
    }
  }

  /** Makes so many more surveys that are open, and gives the number of the first. */
  long open(long surveys) {
    long first = open + 1;
    open += surveys;
    jdbi.useHandle(
        handle -> {
          for (String table : List.of("open_contacts", "open_invitations")) {
            handle
                .createUpdate(sql(table))
                .bind("from", first)
                .bind("to", open)
                .bind("now", clock.instant())
                .execute();
          }
          handle.execute("checkpoint");
        });
    return first;
  }

  Jdbi jdbi() {
    return jdbi;
  }

  /** Counts all there is. */
  Size size() {
    return jdbi.withHandle(
        handle ->
            new Size(
                count(handle, "select count(*) from contact"),
                count(handle, "select count(*) from invitation"),
                count(handle, "select count(*) from answer"),
                count(handle, "select count(*) from callback_note"),
                handle
                    .createQuery("select pg_size_pretty(pg_database_size(current_database()))")
                    .mapTo(String.class)
                    .one()));
  }

  private static long count(Handle handle, String query) {
    return handle.createQuery(query).mapTo(Long.class).one();
  }

  private static String sql(String name) {
    try (InputStream file = City.class.getResourceAsStream("/city/" + name + ".sql")) {
      return new String(file.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws Exception {
    dataSource.stop();
  }
}

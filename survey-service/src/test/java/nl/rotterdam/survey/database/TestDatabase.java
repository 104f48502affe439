// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.database;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.LoggerFactory;

/** Both real databases; each call gives an empty one. */
public enum TestDatabase {
  H2 {
    @Override
    public DatabaseSettings fresh() {
      return new DatabaseSettings("jdbc:h2:mem:" + nextName() + ";DB_CLOSE_DELAY=-1", "", "");
    }
  },
  POSTGRESQL {
    @Override
    public DatabaseSettings fresh() {
      String name = nextName();
      try (Connection connection = Server.STARTED.getPostgresDatabase().getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("create database " + name);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
      return new DatabaseSettings(
          Server.STARTED.getJdbcUrl("postgres", name), "postgres", "postgres");
    }
  };

  private static final AtomicInteger NAMES = new AtomicInteger();

  /** The settings of an empty database of this kind. */
  public abstract DatabaseSettings fresh();

  static String nextName() {
    return "test" + NAMES.incrementAndGet();
  }

  /** One server a JVM, started when it is first needed; it ends with the JVM. */
  private static final class Server {
    private static final EmbeddedPostgres STARTED = start();

    private static EmbeddedPostgres start() {
      ((Logger) LoggerFactory.getLogger("io.zonky.test")).setLevel(Level.WARN);
      try {
        return EmbeddedPostgres.builder().setServerConfig("max_connections", "300").start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}

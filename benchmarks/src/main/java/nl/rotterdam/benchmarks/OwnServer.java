// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.benchmarks;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import nl.rotterdam.survey.database.DatabaseSettings;

/** A PostgreSQL out of Maven that loses nothing, as in real life; its data go when it is closed. */
record OwnServer(EmbeddedPostgres server) implements AutoCloseable {

  static OwnServer start() throws IOException {
    return new OwnServer(
        EmbeddedPostgres.builder()
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("shared_buffers", "2GB")
            .setServerConfig("max_wal_size", "4GB")
            .start());
  }

  DatabaseSettings settings() {
    return new DatabaseSettings(server.getJdbcUrl("postgres", "postgres"), "postgres", "postgres");
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}

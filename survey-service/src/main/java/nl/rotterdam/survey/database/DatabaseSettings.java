// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.database;

import io.dropwizard.db.DataSourceFactory;
import io.dropwizard.util.Duration;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where the data live: H2 in a file unless told otherwise. */
public record DatabaseSettings(
    @NotNull
        @Pattern(
            regexp = "jdbc:(h2|postgresql):.+",
            message = "must begin with jdbc:h2: or jdbc:postgresql: (DATABASE_URL)")
        String url,
    String user,
    String password) {

  private static final String H2_FILE = "jdbc:h2:file:";

  /** PostgreSQL's dialect, and patience for a lock. */
  private static final String H2_OPTIONS =
      ";MODE=PostgreSQL;DEFAULT_NULL_ORDERING=HIGH;LOCK_TIMEOUT=20000";

  /**
   * Commands beside a running server, and nothing lost that was committed before a crash: what H2
   * writes into gaps of the file it may not find again after a kill.
   */
  private static final String H2_FILE_OPTIONS = ";AUTO_SERVER=TRUE;WRITE_DELAY=0;REUSE_SPACE=FALSE";

  /** Compiling the query that counts takes PostgreSQL longer than it saves. */
  private static final String NO_COMPILING = "set jit = off";

  /** Whether this is the embedded default, for which nothing needs to be installed or set. */
  public boolean embedded() {
    return url.startsWith("jdbc:h2:");
  }

  /** Dropwizard's view of these settings; a relative H2 file lies in the given folder. */
  public DataSourceFactory dataSource(Path folder) {
    DataSourceFactory factory = new DataSourceFactory();
    factory.setDriverClass(embedded() ? "org.h2.Driver" : "org.postgresql.Driver");
    factory.setUrl(embedded() ? embeddedUrl(folder) : url);
    factory.setUser(Optional.ofNullable(user).orElse(""));
    factory.setPassword(Optional.ofNullable(password).orElse(""));
    factory.setMinSize(1);
    factory.setInitialSize(1);
    factory.setMaxSize(16);
    factory.setMaxWaitForConnection(Duration.seconds(10));
    factory.setValidationQuery("select 1");
    // JDBI would read each statement anew each time, only to name its method
    factory.setAutoCommentsEnabled(false);
    if (!embedded()) {
      factory.setProperties(
          Map.of("reWriteBatchedInserts", "true", "logServerErrorDetail", "false"));
      factory.setInitializationQuery(NO_COMPILING);
    }
    return factory;
  }

  private String embeddedUrl(Path folder) {
    if (!url.startsWith(H2_FILE)) {
      return url + H2_OPTIONS;
    }
    String[] fileAndOptions = url.substring(H2_FILE.length()).split("(?=;)", 2);
    Path file = folder.resolve(fileAndOptions[0]).toAbsolutePath().normalize();
    String options = fileAndOptions.length > 1 ? fileAndOptions[1] : "";
    return H2_FILE + file + options + H2_OPTIONS + H2_FILE_OPTIONS;
  }

  @Override
  public String toString() {
    return "DatabaseSettings[" + url.replaceFirst("[?;].*", "") + "]";
  }
}

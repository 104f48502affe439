// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey;

import com.google.common.base.Throwables;
import io.dropwizard.configuration.ConfigurationException;
import java.net.BindException;
import java.sql.SQLException;
import java.util.stream.Collectors;
import nl.rotterdam.survey.database.SchemaException;

/** What an operator reads where the program cannot go on. */
final class Failure {
  private Failure() {}

  /** One sentence where a person can mend it; the whole stack where a developer must. */
  static String describe(Throwable failure) {
    for (Throwable cause : Throwables.getCausalChain(failure)) {
      if (cause instanceof SettingException
          || cause instanceof UsageException
          || cause instanceof SchemaException) {
        return cause.getMessage();
      }
      if (cause instanceof BindException) {
        return "PORT or ADMIN_PORT is taken: "
            + Throwables.getCausalChain(failure).stream()
                .map(Throwable::getMessage)
                .filter(message -> message != null && message.startsWith("Failed to bind"))
                .findFirst()
                .orElse(cause.getMessage())
            + ".";
      }
      if (cause instanceof SQLException refusal && unreachable(refusal)) {
        return "The database cannot be used (DATABASE_URL, DATABASE_USER, DATABASE_PASSWORD): "
            + refusal.getMessage().lines().findFirst().orElse("no reason given");
      }
      if (cause instanceof ConfigurationException wrong) {
        return wrong.getErrors().stream()
            .map(error -> "config.yml: " + error.replaceAll("\\s*\\n\\s*", " "))
            .collect(Collectors.joining(System.lineSeparator()));
      }
    }
    return Throwables.getStackTraceAsString(failure);
  }

  /** No connection, no access, no such database, or another process that holds its file. */
  private static boolean unreachable(SQLException refusal) {
    String state = String.valueOf(refusal.getSQLState());
    return state.startsWith("08")
        || state.startsWith("28")
        || state.startsWith("3D")
        || state.equals("90020");
  }
}

// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.api;

import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A command for each operation of the API, to be run as it is. */
public final class ApiExamples {
  private static final String FILE = "templates/api/examples.sh";

  private final Map<String, String> commands;

  private ApiExamples(Map<String, String> commands) {
    this.commands = commands;
  }

  /** Those in the jar. */
  public static ApiExamples read() {
    try {
      String file = Resources.toString(Resources.getResource(FILE), StandardCharsets.UTF_8);
      Map<String, String> commands = new LinkedHashMap<>();
      for (String part : file.split("(?m)^# ")) {
        String[] nameAndCommand = part.split("\n", 2);
        if (nameAndCommand.length == 2) {
          commands.put(nameAndCommand[0], nameAndCommand[1].strip());
        }
      }
      return new ApiExamples(commands);
    } catch (IOException e) {
      throw new UncheckedIOException(FILE + " cannot be read", e);
    }
  }

  /** Operation and command, in an order in which they can be run. */
  public Map<String, String> commands() {
    return commands;
  }

  /** The command for the operation of this id. */
  public Optional<String> of(String operation) {
    return Optional.ofNullable(commands.get(operation));
  }
}

// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import nl.rotterdam.survey.problem.ProblemException;

/** Which source system a request comes from. */
public final class ApiKeys {
  /** The header that carries the key. */
  public static final String HEADER = "X-Api-Key";

  private final Map<String, String> keyBySource;

  public ApiKeys(Map<String, String> keyBySource) {
    this.keyBySource = Map.copyOf(keyBySource);
  }

  /**
   * The source whose key this is.
   *
   * @throws ProblemException 401 where there is no key, or nobody's
   */
  public String source(String key) {
    if (key == null || key.isBlank()) {
      throw new ProblemException(401, HEADER + ": a key is required in this header");
    }
    byte[] given = key.getBytes(StandardCharsets.UTF_8);
    return keyBySource.entrySet().stream()
        .filter(
            source ->
                MessageDigest.isEqual(source.getValue().getBytes(StandardCharsets.UTF_8), given))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow(() -> new ProblemException(401, HEADER + ": this key is not known"));
  }
}

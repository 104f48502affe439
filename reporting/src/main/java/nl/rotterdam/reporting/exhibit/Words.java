// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.exhibit;

import java.util.Locale;
import java.util.Map;

/** The texts of one language. They live outside this module, in templates that people can edit. */
public interface Words {

  /**
   * A text with its placeholders filled in.
   *
   * @param key name of the text, such as {@code report.title}
   * @param values a value for each placeholder, such as {@code {month}}; those that the text does
   *     not use are left aside
   * @throws IllegalArgumentException if there is no such text, or it has a placeholder without a
   *     value
   */
  String text(String key, Map<String, ?> values);

  /** The language, which also decides how numbers and months are written. */
  Locale locale();

  /**
   * A text without placeholders.
   *
   * @throws IllegalArgumentException if there is no such text, or it has a placeholder
   */
  default String text(String key) {
    return text(key, Map.of());
  }
}

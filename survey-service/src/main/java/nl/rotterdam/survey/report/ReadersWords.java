// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.report;

import java.util.Locale;
import java.util.Map;
import nl.rotterdam.reporting.exhibit.Words;
import nl.rotterdam.survey.text.Texts;

/** What those who read reports read, as reporting asks for it. */
public record ReadersWords(Texts texts) implements Words {
  @Override
  public String text(String key, Map<String, ?> values) {
    return texts.text(key, values);
  }

  @Override
  public Locale locale() {
    return texts.locale();
  }
}

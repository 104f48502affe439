// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.text;

import java.awt.ComponentOrientation;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.text.StringSubstitutor;

/** All texts of one audience in one language, by key, with places to fill in written {name}. */
public final class Texts {
  private final Locale locale;
  private final Map<String, String> texts;

  Texts(Locale locale, Map<String, String> texts) {
    this.locale = locale;
    this.texts = Map.copyOf(texts);
  }

  public Locale locale() {
    return locale;
  }

  /** The language's code, as on a contact. */
  public String language() {
    return locale.getLanguage();
  }

  /** In which direction the language is written: ltr or rtl. */
  public String direction() {
    return ComponentOrientation.getOrientation(locale).isLeftToRight() ? "ltr" : "rtl";
  }

  /** The text as it stands; empty where there is none by this key. */
  public Optional<String> find(String key) {
    return Optional.ofNullable(texts.get(key));
  }

  /** The text as it stands. */
  public String text(String key) {
    return text(key, Map.of());
  }

  /**
   * The text with its places filled in.
   *
   * @throws IllegalArgumentException for an unknown key, or a place without a value
   */
  public String text(String key, Map<String, ?> values) {
    String text =
        Optional.ofNullable(texts.get(key))
            .orElseThrow(
                () -> new IllegalArgumentException("No text " + key + " in " + language()));
    return new StringSubstitutor(values, "{", "}")
        .setEnableUndefinedVariableException(true)
        .setDisableSubstitutionInValues(true)
        .replace(text);
  }
}

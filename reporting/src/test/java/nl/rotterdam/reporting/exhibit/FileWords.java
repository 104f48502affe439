// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.exhibit;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The real texts, read from the top-level folder of templates. */
public final class FileWords implements Words {
  static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");
  public static final FileWords DUTCH = new FileWords(Locale.forLanguageTag("nl"));
  public static final FileWords ENGLISH = new FileWords(Locale.forLanguageTag("en"));

  private final Properties texts = new Properties();
  private final Locale locale;

  private FileWords(Locale locale) {
    this.locale = locale;
    Path file = Path.of("..", "templates", "report_" + locale.getLanguage() + ".properties");
    try (Reader reader = Files.newBufferedReader(file)) {
      texts.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Properties texts() {
    return texts;
  }

  @Override
  public String text(String key, Map<String, ?> values) {
    String text = texts.getProperty(key);
    if (text == null) {
      throw new IllegalArgumentException("There is no text " + key);
    }
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(
            match -> {
              Object value = values.get(match.group(1));
              if (value == null) {
                throw new IllegalArgumentException("No " + match.group(1) + " for " + key);
              }
              return Matcher.quoteReplacement(value.toString());
            });
  }

  @Override
  public Locale locale() {
    return locale;
  }
}

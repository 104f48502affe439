// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.scrub;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Made-up answers, and what is to be found in each. */
record Corpus(List<Sentence> sentences) {
  private static final Pattern MARKED = Pattern.compile("\\{([a-z]+):([^}]+)\\}");

  record Sentence(String language, String text, List<Span> expected) {}

  static Corpus read() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Corpus.class.getResourceAsStream("/scrub/corpus.txt"), StandardCharsets.UTF_8))) {
      return new Corpus(
          lines.lines().filter(line -> !line.startsWith("#")).map(Corpus::sentence).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Sentence sentence(String line) {
    Matcher marked = MARKED.matcher(line.substring(3));
    StringBuilder text = new StringBuilder();
    List<Span> expected = new ArrayList<>();
    while (marked.find()) {
      marked.appendReplacement(text, "");
      int start = text.length();
      text.append(marked.group(2));
      Kind kind = Kind.valueOf(marked.group(1).toUpperCase(Locale.ROOT));
      expected.add(new Span(kind, start, text.length()));
    }
    return new Sentence(line.substring(0, 2), marked.appendTail(text).toString(), expected);
  }
}

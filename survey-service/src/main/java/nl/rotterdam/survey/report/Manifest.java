// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.google.common.hash.Hashing;
import io.dropwizard.jackson.Jackson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.rotterdam.survey.figures.Publications;

/**
 * What is in a pack, for who wants to be sure of it.
 *
 * @param standing published, concept or running
 * @param date of the edition
 * @param software version of what made it
 * @param publication where the figures come from; absent where they are not published
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Manifest(
    YearMonth month,
    String standing,
    LocalDate date,
    String software,
    Source publication,
    List<Entry> files) {
  private static final ObjectMapper JSON =
      Jackson.newObjectMapper().disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
  private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");

  /**
   * The publication of the month.
   *
   * @param software version of what computed the figures
   * @param sha256 of the figures table as CSV
   */
  record Source(Instant publishedAt, String software, String sha256) {}

  /** A file. */
  record Entry(String name, String mediaType, int bytes, String sha256) {}

  static Manifest of(Issue issue, String software, Map<String, byte[]> files) {
    return new Manifest(
        issue.month(),
        issue.edition().standing().name().toLowerCase(Locale.ROOT),
        issue.edition().date(),
        software,
        issue.publication().map(Manifest::source).orElse(null),
        files.entrySet().stream().map(file -> entry(file.getKey(), file.getValue())).toList());
  }

  private static Source source(Publications.Edition edition) {
    return new Source(edition.publishedAt(), edition.software(), edition.sha256());
  }

  private static Entry entry(String name, byte[] content) {
    String extension = name.substring(name.lastIndexOf('.') + 1);
    return new Entry(
        name,
        FileFormat.of(extension).orElseThrow().mediaType(),
        content.length,
        Hashing.sha256().hashBytes(content).toString());
  }

  /** As a file that people read, too. */
  byte[] json() {
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(LINES).withArrayIndenter(LINES);
    try {
      return (JSON.writer(printer).writeValueAsString(this) + "\n")
          .getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Writing to memory failed", e);
    }
  }
}

// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.figures;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dropwizard.jackson.Jackson;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import nl.rotterdam.reporting.table.FiguresTable;
import nl.rotterdam.reporting.table.Publication;
import nl.rotterdam.survey.database.Database;
import nl.rotterdam.survey.figures.PublicationDao.Stored;
import org.jdbi.v3.core.Jdbi;

/** What was published, frozen: a table with what it meant, kept as CSV. */
public final class Publications {
  private static final ObjectMapper JSON = Jackson.newObjectMapper();

  private final PublicationDao publications;

  public Publications(Jdbi jdbi) {
    this.publications = Database.dao(jdbi, PublicationDao.class);
  }

  /**
   * What the figures of a publication mean.
   *
   * @param figures baseline, goal, thresholds and versions of the questionnaire
   * @param calendar by which call-backs were judged
   */
  public record Meaning(FigureSettings figures, CalendarSettings calendar) {}

  /**
   * What is said of a publication.
   *
   * @param sha256 of the table as CSV, as the public sees it
   * @param restated number of figures that were published otherwise before
   */
  public record Edition(
      YearMonth month,
      Instant publishedAt,
      String software,
      String sha256,
      long restated,
      String note,
      Meaning definitions) {}

  /** The months that are published, in order. */
  public List<YearMonth> months() {
    return publications.listMonths();
  }

  /** What is said of a month's publication; empty where there is none. */
  public Optional<Edition> find(YearMonth month) {
    return publications.find(month).map(Publications::edition);
  }

  /** A month's table as it was published, for the internal audience; empty where it was not. */
  Optional<FiguresTable> findTable(YearMonth month) {
    return publications.find(month).map(Publications::table);
  }

  /**
   * A month's table as the public sees it, as CSV in the columns in which it was published: what
   * the SHA-256 is of.
   */
  Optional<String> findCsv(YearMonth month) {
    return publications
        .find(month)
        .map(stored -> csv(table(stored).forThePublic(), columns(stored)));
  }

  /** What that publication restated, as CSV. */
  Optional<String> findRestated(YearMonth month) {
    return publications.find(month).map(stored -> unpacked(stored.restated()));
  }

  /** Freezes a table; empty where its month is published already. */
  Optional<Edition> add(
      Publication publication, Meaning meaning, String software, String note, Instant now) {
    FiguresTable table = publication.table();
    Stored stored =
        new Stored(
            table.to(),
            now,
            software,
            written(meaning),
            note,
            sha256(table),
            packed(csv(table, FiguresCsv.COLUMNS)),
            packed(RestatedCsv.of(publication.restated())));
    return publications.insert(stored) ? Optional.of(edition(stored)) : Optional.empty();
  }

  /** Of a table as CSV, as the public would see it if it were published now. */
  static String sha256(FiguresTable table) {
    return sha256(csv(table.forThePublic(), FiguresCsv.COLUMNS));
  }

  private static Edition edition(Stored stored) {
    return new Edition(
        stored.month(),
        stored.publishedAt(),
        stored.software(),
        stored.sha256(),
        unpacked(stored.restated()).lines().count() - 1,
        stored.note(),
        meaning(stored));
  }

  /**
   * @throws IllegalStateException where what is stored is not what was published
   */
  private static FiguresTable table(Stored stored) {
    try {
      FiguresTable table =
          FiguresTable.ofRows(
              FiguresCsv.read(new StringReader(unpacked(stored.figures())), stored.month()),
              meaning(stored).figures().toDefinitions(),
              stored.month());
      if (!sha256(csv(table.forThePublic(), columns(stored))).equals(stored.sha256())) {
        throw new IllegalStateException(
            "The publication of " + stored.month() + " is not as it was published");
      }
      return table;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> columns(Stored stored) {
    try {
      return FiguresCsv.columns(new StringReader(unpacked(stored.figures())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String csv(FiguresTable table, List<String> columns) {
    StringWriter csv = new StringWriter();
    try {
      FiguresCsv.write(table.rows(), columns, csv);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return csv.toString();
  }

  private static Meaning meaning(Stored stored) {
    try {
      return JSON.readValue(stored.definitions(), Meaning.class);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String written(Meaning meaning) {
    try {
      return JSON.writeValueAsString(meaning);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JVM has SHA-256", e);
    }
  }

  private static byte[] packed(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static String unpacked(byte[] bytes) {
    try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return new String(gzip.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

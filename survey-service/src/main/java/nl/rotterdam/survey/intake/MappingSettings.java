// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.intake;

import jakarta.validation.constraints.NotNull;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How a file of another system is to be read.
 *
 * @param separator one character; a comma where nothing is said
 * @param encoding such as windows-1252; UTF-8 where nothing is said
 * @param dateFormat such as dd-MM-yyyy HH:mm; with an offset (ISO 8601) where nothing is said
 * @param decimalComma whether numbers have a comma, and points for thousands
 * @param columns the column of each field; several are joined by " + "
 * @param values by field, what its values mean
 * @param constants fields that are the same on every line
 */
public record MappingSettings(
    String separator,
    String encoding,
    String dateFormat,
    boolean decimalComma,
    @NotNull(message = "must say which column each field is") Map<String, String> columns,
    Map<String, Map<String, String>> values,
    Map<String, String> constants) {
  private static final Set<String> FIELDS =
      Set.of(
          "externalId",
          "channel",
          "location",
          "product",
          "wijk",
          "cluster",
          "language",
          "startedAt",
          "durationSeconds",
          "resolvedFirstTime",
          "email",
          "phone",
          "emailOrPhone",
          "contactId",
          "createdAt",
          "handledAt",
          "overall",
          "friendliness",
          "clarity",
          "timeliness",
          "answeredAt",
          "comment",
          "figure",
          "period",
          "value");

  public MappingSettings {
    separator = Objects.requireNonNullElse(separator, ",");
    encoding = Objects.requireNonNullElse(encoding, "UTF-8");
    dateFormat = Objects.requireNonNullElse(dateFormat, "");
    values = Objects.requireNonNullElse(values, Map.of());
    constants = Objects.requireNonNullElse(constants, Map.of());
  }

  /**
   * The mapping.
   *
   * @throws IllegalArgumentException naming the setting and what it allows
   */
  public CsvMapping toMapping(ZoneId zone) {
    Stream.of(columns, values, constants).forEach(map -> requireFields(map.keySet()));
    if (columns.isEmpty()) {
      throw new IllegalArgumentException("columns must say which column each field is");
    }
    columns.keySet().stream()
        .filter(constants::containsKey)
        .findFirst()
        .ifPresent(
            field -> {
              throw new IllegalArgumentException(
                  "constants holds %s, which is a column, too".formatted(field));
            });
    Map<String, List<String>> named = new HashMap<>();
    columns.forEach(
        (field, written) ->
            named.put(field, Arrays.stream(written.split(" \\+ ")).map(String::strip).toList()));
    return new CsvMapping(
        delimiter(), charset(), format(), zone, decimalComma, named, values, constants);
  }

  private static void requireFields(Set<String> fields) {
    fields.stream()
        .filter(field -> !FIELDS.contains(field))
        .findFirst()
        .ifPresent(
            field -> {
              throw new IllegalArgumentException(
                  "%s is no field; the fields are %s"
                      .formatted(field, String.join(", ", FIELDS.stream().sorted().toList())));
            });
  }

  private char delimiter() {
    String one = separator.equals("\\t") ? "\t" : separator;
    if (one.length() != 1 || "\"\r\n".contains(one)) {
      throw new IllegalArgumentException(
          "separator must be one character such as ; or \\t, and no quotation mark");
    }
    return one.charAt(0);
  }

  private Charset charset() {
    try {
      Charset charset = Charset.forName(encoding);
      if (Arrays.equals("\n;".getBytes(charset), "\n;".getBytes(StandardCharsets.US_ASCII))) {
        return charset;
      }
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      // told below, with what is allowed
    }
    throw new IllegalArgumentException(
        "encoding must be one that is ASCII for the letters of ASCII, such as UTF-8 or windows-1252");
  }

  private Optional<DateTimeFormatter> format() {
    if (dateFormat.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          DateTimeFormatter.ofPattern(dateFormat.replace("yyyy", "uuuu"))
              .withResolverStyle(ResolverStyle.STRICT));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "dateFormat must be a pattern of date and time such as dd-MM-yyyy HH:mm", e);
    }
  }
}

// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.intake;

import static java.util.stream.Collectors.toMap;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.rotterdam.survey.problem.ProblemException;

/**
 * How a CSV file of another system is read: which of its columns is which field, and how it writes
 * times, numbers and names.
 *
 * @param separator between cells
 * @param encoding in which a line feed is one byte
 * @param times how it writes times, by the clock of the zone; empty: with their offset (ISO 8601)
 * @param zone whose clock
 * @param decimalComma whether it writes 1.234,5 for what is 1234.5
 * @param columns for each field the names of its columns, whose cells are joined by a space; empty:
 *     the fields' own names, and no other columns
 * @param values by field what its values mean
 * @param constants fields that are the same on every line
 */
public record CsvMapping(
    char separator,
    Charset encoding,
    Optional<DateTimeFormatter> times,
    ZoneId zone,
    boolean decimalComma,
    Map<String, List<String>> columns,
    Map<String, Map<String, String>> values,
    Map<String, String> constants) {

  /** The service's own files. */
  public static final CsvMapping OWN =
      new CsvMapping(
          ',',
          StandardCharsets.UTF_8,
          Optional.empty(),
          ZoneId.of("UTC"),
          false,
          Map.of(),
          Map.of(),
          Map.of());

  /** Fields that are times. */
  static final Set<String> TIMES = Set.of("startedAt", "createdAt", "handledAt", "answeredAt");

  /** Fields that are numbers. */
  static final Set<String> NUMBERS =
      Set.of("durationSeconds", "overall", "friendliness", "clarity", "timeliness", "value");

  /** Whether the file has the fields' own names for columns. */
  boolean isOwn() {
    return columns.isEmpty();
  }

  /**
   * The columns of the file for each of these fields that it has.
   *
   * @throws BadFileException where the header does not name what is needed
   */
  Map<String, int[]> places(List<String> header, List<String> fields, Set<String> required) {
    requireNamed(header, fields, required);
    return fields.stream()
        .filter(field -> isOwn() ? header.contains(field) : columns.containsKey(field))
        .collect(
            toMap(
                field -> field,
                field -> names(field).stream().mapToInt(header::indexOf).toArray()));
  }

  private List<String> names(String field) {
    return isOwn() ? List.of(field) : columns.get(field);
  }

  private void requireNamed(List<String> header, List<String> fields, Set<String> required) {
    List<String> missing =
        required.stream()
            .filter(field -> !constants.containsKey(field))
            .filter(field -> isOwn() ? !header.contains(field) : !columns.containsKey(field))
            .sorted()
            .toList();
    List<String> absent =
        columns.values().stream()
            .flatMap(List::stream)
            .filter(name -> !header.contains(name))
            .sorted()
            .toList();
    List<String> unknown =
        isOwn()
            ? header.stream().filter(name -> !fields.contains(name)).sorted().toList()
            : List.of();
    if (!missing.isEmpty() || !unknown.isEmpty()) {
      throw new BadFileException(
          "the header must name the columns %s%s%s"
              .formatted(
                  String.join(", ", fields),
                  list("; it lacks ", missing),
                  list("; not known are ", unknown)));
    }
    if (!absent.isEmpty()) {
      throw new BadFileException("the header lacks " + String.join(", ", absent));
    }
    header.stream()
        .filter(
            name -> isOwn() || columns.values().stream().anyMatch(names -> names.contains(name)))
        .filter(name -> header.indexOf(name) != header.lastIndexOf(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw new BadFileException("the header names the column " + name + " twice");
            });
  }

  private static String list(String before, List<String> names) {
    return names.isEmpty() ? "" : before + String.join(", ", names);
  }

  /**
   * The field's value as the service writes it; empty where the cells are.
   *
   * @throws ProblemException 400 where it cannot be told
   */
  Optional<String> value(String field, String[] cells, int[] places) {
    String written =
        places.length == 1
            ? cells[places[0]].strip()
            : Arrays.stream(places)
                .mapToObj(place -> cells[place].strip())
                .filter(cell -> !cell.isEmpty())
                .collect(Collectors.joining(" "));
    if (written.isEmpty()) {
      return Optional.empty();
    }
    String value = values.getOrDefault(field, Map.of()).getOrDefault(written, written);
    if (times.isPresent() && TIMES.contains(field)) {
      return Optional.of(time(field, value, times.get()));
    }
    return Optional.of(decimalComma && NUMBERS.contains(field) ? number(value) : value);
  }

  /** An hour that the clock repeats is taken for the first, one that it leaves out for the next. */
  private String time(String field, String value, DateTimeFormatter format) {
    try {
      return LocalDateTime.parse(value, format).atZone(zone).toOffsetDateTime().toString();
    } catch (DateTimeException e) {
      throw ProblemException.badField(field, "must be a time as the mapping's dateFormat says");
    }
  }

  private static String number(String value) {
    return value.replace(".", "").replaceFirst(",0*$", "").replace(',', '.');
  }

  /** The field as its file names it, for who reads what is wrong with it. */
  String named(String field) {
    return isOwn() || !columns.containsKey(field)
        ? field
        : "%s (%s)".formatted(field, String.join(" + ", columns.get(field)));
  }
}

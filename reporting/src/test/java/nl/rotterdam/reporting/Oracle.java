// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.rotterdam.reporting.figure.ConfidenceLevel;
import nl.rotterdam.reporting.figure.Share;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** One row of a file of inputs and expected values. */
public record Oracle(CSVRecord row) {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

  /** All rows of a file among the test resources. */
  public static Stream<Oracle> rowsOf(String file) {
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(Oracle.class.getResourceAsStream(file), file),
            StandardCharsets.UTF_8)) {
      return FORMAT.parse(reader).getRecords().stream().map(Oracle::new);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String text(String column) {
    return row.get(column);
  }

  public OptionalDouble number(String column) {
    return text(column).isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(Double.parseDouble(text(column)));
  }

  public long count(String column) {
    return Long.parseLong(text(column));
  }

  public List<String> list(String column) {
    return Arrays.asList(text(column).split(";", -1));
  }

  /** Two lists of counts as shares: those that count, and all. */
  public List<Share> shares(String counts, String all) {
    List<String> n = list(all);
    return IntStream.range(0, n.size())
        .mapToObj(i -> new Share(Long.parseLong(list(counts).get(i)), Long.parseLong(n.get(i))))
        .toList();
  }

  public ConfidenceLevel confidence() {
    return new ConfidenceLevel(number("conf").orElseThrow());
  }

  /** Asserts that the value is that of the column, to 1e-10; that both are absent where one is. */
  public void agrees(String column, OptionalDouble actual) {
    agrees(column, actual, 1e-10);
  }

  /** Likewise, to another tolerance, absolute or relative, whichever is the wider. */
  public void agrees(String column, OptionalDouble actual, double tolerance) {
    OptionalDouble expected = number(column);
    assertThat(actual.isPresent()).as("%s present", column).isEqualTo(expected.isPresent());
    if (expected.isPresent()) {
      double value = expected.getAsDouble();
      assertThat(actual.getAsDouble())
          .as(column)
          .isCloseTo(value, within(tolerance * Math.max(1, Math.abs(value))));
    }
  }

  /** Likewise. */
  public void agrees(String column, Optional<Double> actual) {
    agrees(column, actual.map(OptionalDouble::of).orElseGet(OptionalDouble::empty));
  }

  @Override
  public String toString() {
    return String.join(",", row.values());
  }
}

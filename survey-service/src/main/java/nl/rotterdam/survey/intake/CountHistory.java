// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.intake;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.rotterdam.survey.contact.GivenCountDao.Given;
import nl.rotterdam.survey.contact.NewCount;
import nl.rotterdam.survey.problem.ProblemException;

/** What other systems counted. One object reads one file. */
public final class CountHistory implements History<Given> {
  private static final String NUMBER = "\\d{1,10}";

  private final String source;
  private final CountIntake intake;
  private final Set<List<String>> read = new HashSet<>();

  public CountHistory(String source, CountIntake intake) {
    this.source = source;
    this.intake = intake;
  }

  @Override
  public List<String> columns() {
    return List.of("figure", "location", "period", "value");
  }

  @Override
  public Set<String> required() {
    return Set.copyOf(columns());
  }

  @Override
  public Given read(Map<String, String> line) {
    Given given =
        intake.read(
            source,
            new NewCount(
                line.get("figure"), line.get("location"), line.get("period"), value(line)));
    if (!read.add(given.subject())) {
      throw ProblemException.badField(
          "period", "is given on an earlier line for the same figure and location");
    }
    return given;
  }

  private static Integer value(Map<String, String> line) {
    String written = line.getOrDefault("value", "");
    if (!written.matches(NUMBER) || Long.parseLong(written) > Integer.MAX_VALUE) {
      throw ProblemException.badField(
          "value",
          "must be %s, without points for thousands: 448285, not 448.285"
              .formatted(CountIntake.VALUES));
    }
    return Integer.valueOf(written);
  }

  @Override
  public List<Outcome> store(List<Given> lines) {
    Set<Given> changed = intake.store(lines);
    return lines.stream()
        .map(line -> changed.contains(line) ? Outcome.STORED : Outcome.KNOWN)
        .toList();
  }
}

// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.trend;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import nl.rotterdam.reporting.figure.Period;
import nl.rotterdam.reporting.figure.PublicationRule;

/**
 * What the figures mean: all that is agreed and not counted.
 *
 * @param goal baseline and promise
 * @param rule when a figure is public
 * @param versions the versions of the questionnaire, in the order of their months; may be empty
 */
public record Definitions(Goal goal, PublicationRule rule, List<Version> versions) {

  /**
   * What was asked and how: wording, scale, delay, medium, reminders and sampling together.
   *
   * @param name how it is known
   * @param from month of the contacts that were the first to be asked about in this way
   */
  public record Version(String name, YearMonth from) {}

  public Definitions {
    versions = versions.stream().sorted(Comparator.comparing(Version::from)).toList();
  }

  /** Definitions without versions of the questionnaire. */
  public Definitions(Goal goal, PublicationRule rule) {
    this(goal, rule, List.of());
  }

  /**
   * The versions that began within the period, after its first month: each is a possible break in a
   * figure that spans it.
   */
  public List<Version> breaksIn(Period period) {
    return versions.stream()
        .filter(version -> period.contains(version.from()))
        .filter(version -> !version.from().equals(period.first()))
        .toList();
  }
}

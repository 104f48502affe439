// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.workplace;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import nl.rotterdam.survey.signin.Employee;
import nl.rotterdam.survey.signin.Role;

/** What the navigation leads to. */
public enum Section {
  OVERVIEW("/workplace", Role.READER),
  FIGURES("/workplace/channels", Role.READER),
  CHARTS("/workplace/charts", Role.READER),
  REPORTS("/workplace/reports", Role.READER),
  SIGNALS("/workplace/signals", Role.READER),
  ADMINISTRATION("/workplace/administration", Role.ADMINISTRATOR);

  private final String path;
  private final Role role;

  Section(String path, Role role) {
    this.path = path;
    this.role = role;
  }

  /** Where it begins. */
  public String path() {
    return path;
  }

  /** The name in texts. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Those that an employee may see. */
  static List<Section> of(Employee employee) {
    return Arrays.stream(values()).filter(section -> employee.may(section.role)).toList();
  }
}

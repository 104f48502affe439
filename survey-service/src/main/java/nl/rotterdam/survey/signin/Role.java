// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.signin;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an employee may; each may all that those before it may. */
public enum Role {
  /** Sees figures, charts, reports and signals. */
  READER,
  /** Takes what is not published: internal figures and concepts. */
  WRITER,
  /** Publishes a month. */
  PUBLISHER,
  /** Looks after sources, sending and settings. */
  ADMINISTRATOR;

  /** Whether this role may what that one may. */
  public boolean may(Role other) {
    return compareTo(other) >= 0;
  }

  /** As it is written. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The role that is written so. */
  public static Optional<Role> of(String code) {
    return Arrays.stream(values()).filter(role -> role.code().equals(code)).findFirst();
  }
}

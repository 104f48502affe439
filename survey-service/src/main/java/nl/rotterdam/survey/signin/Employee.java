// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.signin;

import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;

/**
 * An employee who is signed in.
 *
 * @param subject who it is, as whoever let them in calls them for good
 * @param name as people call them
 * @param language in which pages are shown to them
 * @param csrf what each of their forms must hold
 */
public record Employee(String subject, String name, Role role, String language, String csrf)
    implements Principal {

  /** Who made this request, which the filter let in. */
  public static Employee of(SecurityContext request) {
    return (Employee) request.getUserPrincipal();
  }

  /** The subject, as frameworks call it. */
  @Override
  public String getName() {
    return subject;
  }

  /** Whether the employee may what that role may. */
  public boolean may(Role other) {
    return role.may(other);
  }

  /** Leaves out what makes a form theirs. */
  @Override
  public String toString() {
    return "Employee[" + subject + ", " + role.code() + "]";
  }
}

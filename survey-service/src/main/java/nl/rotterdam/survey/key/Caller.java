// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.key;

import static java.util.stream.Collectors.joining;

import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.util.Arrays;
import java.util.Set;
import nl.rotterdam.survey.problem.ProblemException;

/**
 * Whom a request comes from.
 *
 * @param source the source system
 * @param scopes what its key opens
 */
public record Caller(String source, Set<Scope> scopes) implements Principal {
  public Caller {
    scopes = Set.copyOf(scopes);
  }

  /** Who made this request, which the filter let in. */
  public static Caller of(SecurityContext request) {
    return (Caller) request.getUserPrincipal();
  }

  /** The source, as frameworks call it. */
  @Override
  public String getName() {
    return source;
  }

  /**
   * Lets nobody go on whose key opens none of these.
   *
   * @throws ProblemException 403 where it does not
   */
  public Caller require(Scope... wanted) {
    if (Arrays.stream(wanted).noneMatch(scopes::contains)) {
      throw new ProblemException(
          403,
          "%s: this key lacks the scope %s; it has %s"
              .formatted(
                  ApiKeys.HEADER,
                  Arrays.stream(wanted).map(Scope::code).collect(joining(" or ")),
                  Scope.write(scopes)));
    }
    return this;
  }
}

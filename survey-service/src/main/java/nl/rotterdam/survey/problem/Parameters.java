// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.problem;

import jakarta.ws.rs.core.UriInfo;
import java.util.List;

/** The parameters of a request. */
public final class Parameters {
  private Parameters() {}

  /**
   * A parameter that is not understood, or given twice, is not passed over in silence.
   *
   * @throws ProblemException 400 where the request has one that is not among those known, or one
   *     with several values
   */
  public static void requireKnown(UriInfo request, List<String> known) {
    request
        .getQueryParameters()
        .forEach(
            (parameter, values) -> {
              if (!known.contains(parameter)) {
                throw ProblemException.badField(
                    parameter, "is not known; known are " + String.join(", ", known));
              }
              if (values.size() > 1) {
                throw ProblemException.badField(parameter, "must be given once");
              }
            });
  }
}

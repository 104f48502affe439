// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.signin;

import jakarta.annotation.Priority;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;
import nl.rotterdam.survey.problem.ProblemException;
import org.glassfish.jersey.server.ContainerRequest;

/**
 * Takes changes by forms of the employee's own session only, which hold what no other page knows.
 * It reads the body, so it comes after the filter that limits it.
 */
@RoleRequired(Role.READER)
@Priority(Priorities.ENTITY_CODER + 1)
public final class OwnFormFilter implements ContainerRequestFilter {
  /** The field that makes a form theirs. */
  public static final String FIELD = "csrf";

  static final Set<String> LOOKING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

  @Override
  public void filter(ContainerRequestContext context) {
    ContainerRequest request = (ContainerRequest) context;
    if (LOOKING.contains(request.getMethod())) {
      return;
    }
    if (!MediaType.APPLICATION_FORM_URLENCODED_TYPE.isCompatible(request.getMediaType())) {
      throw new ProblemException(415, "Only forms are taken here");
    }
    request.bufferEntity();
    String given = request.readEntity(Form.class).asMap().getFirst(FIELD);
    String own = Employee.of(request.getSecurityContext()).csrf();
    if (given == null || !MessageDigest.isEqual(bytes(given), bytes(own))) {
      throw new ProblemException(403, "This form is not one of this session");
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

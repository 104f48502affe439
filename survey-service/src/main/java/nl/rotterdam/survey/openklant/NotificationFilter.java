// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.openklant;

import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import jakarta.annotation.Priority;
import jakarta.ws.rs.NameBinding;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import nl.rotterdam.survey.openklant.NotificationFilter.FromOpenKlant;
import nl.rotterdam.survey.problem.ProblemException;

/**
 * Lets in who shows what the subscription was told, before a byte of the body is read. All others
 * get a 403, by which Open Notificaties knows that a callback is protected.
 */
@FromOpenKlant
@Priority(Priorities.AUTHENTICATION)
public final class NotificationFilter implements ContainerRequestFilter {
  /** What the API's description calls it. */
  public static final String SCHEME = "openKlantAuthorization";

  private final byte[] expected;

  /** Only for notifications of Open Klant. */
  @NameBinding
  @Target({ElementType.TYPE, ElementType.METHOD})
  @SecurityRequirement(name = SCHEME)
  @Retention(RetentionPolicy.RUNTIME)
  @interface FromOpenKlant {}

  public NotificationFilter(String authorization) {
    this.expected = authorization.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void filter(ContainerRequestContext request) {
    String given = request.getHeaderString(HttpHeaders.AUTHORIZATION);
    if (given == null || !MessageDigest.isEqual(expected, given.getBytes(StandardCharsets.UTF_8))) {
      throw new ProblemException(
          403, "Authorization: the value of openKlant.authorization is required");
    }
  }
}

// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.intake;

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
import nl.rotterdam.survey.intake.NotifyTokenFilter.FromNotify;
import nl.rotterdam.survey.problem.ProblemException;

/** Lets NotifyNL in alone, by the token that it was told, before a byte of the body is read. */
@FromNotify
@Priority(Priorities.AUTHENTICATION)
public final class NotifyTokenFilter implements ContainerRequestFilter {
  /** What the API's description calls it. */
  public static final String SCHEME = "notifyToken";

  private final byte[] expected;

  /** Only for NotifyNL. */
  @NameBinding
  @Target({ElementType.TYPE, ElementType.METHOD})
  @SecurityRequirement(name = SCHEME)
  @Retention(RetentionPolicy.RUNTIME)
  @interface FromNotify {}

  public NotifyTokenFilter(String token) {
    this.expected = ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void filter(ContainerRequestContext request) {
    String given = request.getHeaderString(HttpHeaders.AUTHORIZATION);
    if (given == null || !MessageDigest.isEqual(expected, given.getBytes(StandardCharsets.UTF_8))) {
      throw new ProblemException(
          401, "Authorization: the bearer token of notify.receiptToken is required");
    }
  }
}

// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.signin;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/**
 * How employees sign in, and for how long.
 *
 * @param issuer the provider of identities (OpenID Connect); empty: there is none
 * @param clientId as what it knows this service
 * @param clientSecret what this service shows it; empty: nothing, since it is a public client
 * @param scopes what it is asked for
 * @param roleClaim where in an ID token the roles or groups of an employee are; parts of a path are
 *     separated by points
 * @param roles which role each of them gives, by its code
 * @param idle a session that was not used for so long has ended
 * @param absolute so long after it began it has ended, however much it is used
 */
public record SignInSettings(
    String issuer,
    String clientId,
    String clientSecret,
    @NotNull List<@NotNull String> scopes,
    String roleClaim,
    @NotNull Map<String, @NotNull String> roles,
    @NotNull @DurationMin(minutes = 1) @DurationMax(hours = 24) Duration idle,
    @NotNull @DurationMin(minutes = 1) @DurationMax(hours = 24) Duration absolute) {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  public SignInSettings {
    issuer = Objects.requireNonNullElse(issuer, "").strip();
    clientId = Objects.requireNonNullElse(clientId, "").strip();
    clientSecret = Objects.requireNonNullElse(clientSecret, "");
    roleClaim = Objects.requireNonNullElse(roleClaim, "").strip();
  }

  /** Whether employees sign in at a provider of identities. */
  @JsonIgnore
  public boolean hasProvider() {
    return !issuer.isEmpty();
  }

  /** The same without a provider. */
  public SignInSettings toLocal() {
    return new SignInSettings("", "", "", scopes, roleClaim, roles, idle, absolute);
  }

  /** Why nobody may sign in by these, beginning with the field's name; empty where all is well. */
  public Optional<String> objection() {
    if (absolute.compareTo(idle) < 0) {
      return Optional.of("absolute (SIGN_IN_ABSOLUTE) must be as long as idle at least");
    }
    return hasProvider() ? objectionToProvider() : Optional.empty();
  }

  private Optional<String> objectionToProvider() {
    if (!isSafe(issuer)) {
      return Optional.of(
          "issuer (OIDC_ISSUER) must be an address that begins with https:// and has no ? or #"
              + " (http:// only at this machine itself)");
    }
    if (clientId.isEmpty()) {
      return Optional.of("clientId (OIDC_CLIENT_ID) must be set, since issuer is");
    }
    if (!scopes.contains("openid")) {
      return Optional.of("scopes (OIDC_SCOPES) must hold openid");
    }
    if (roleClaim.isEmpty()) {
      return Optional.of("roleClaim (OIDC_ROLE_CLAIM) must be set, since issuer is");
    }
    return objectionToRoles();
  }

  private Optional<String> objectionToRoles() {
    if (roles.isEmpty()) {
      return Optional.of("roles must give a role for one value of roleClaim at least");
    }
    return roles.entrySet().stream()
        .filter(entry -> entry.getKey().isBlank() || Role.of(entry.getValue()).isEmpty())
        .findFirst()
        .map(
            entry ->
                "roles gives %s for %s; it must be reader, writer, publisher or administrator"
                    .formatted(entry.getValue(), entry.getKey()));
  }

  /** Whether what goes there is read by nobody on its way. */
  static boolean isSafe(String address) {
    try {
      URI uri = new URI(address);
      boolean plain = "http".equalsIgnoreCase(uri.getScheme()) && LOOPBACK.contains(uri.getHost());
      return uri.getHost() != null
          && (plain || "https".equalsIgnoreCase(uri.getScheme()))
          && uri.getUserInfo() == null
          && uri.getRawQuery() == null
          && uri.getRawFragment() == null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /** Leaves the secret out. */
  @Override
  public String toString() {
    return "SignInSettings[" + issuer + "]";
  }
}

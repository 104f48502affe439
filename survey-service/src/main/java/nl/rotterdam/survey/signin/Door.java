// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.signin;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/**
 * All by which employees are let in.
 *
 * @param provider who knows them; empty: only the local administrator is let in
 */
public record Door(
    Sessions sessions,
    Cookies cookies,
    Starts starts,
    LocalAdministrator administrator,
    Optional<OpenIdProvider> provider) {
  /** Where it is. */
  public static final String PATH = "/workplace/sign-in";

  /** How often to look for what has ended. */
  public static final Duration POLL = Duration.ofMinutes(15);

  /** The door of a service at this address. */
  public static Door of(SignInSettings settings, Jdbi jdbi, URI publicUrl, Clock clock) {
    Sessions sessions = new Sessions(jdbi, settings, clock);
    URI door = URI.create(publicUrl + PATH);
    return new Door(
        sessions,
        new Cookies("https".equalsIgnoreCase(publicUrl.getScheme())),
        new Starts(jdbi, clock),
        new LocalAdministrator(jdbi, sessions, clock),
        settings.hasProvider()
            ? Optional.of(new OpenIdProvider(settings, URI.create(door + "/callback"), door, clock))
            : Optional.empty());
  }

  /** Removes what has ended. */
  public void forget() {
    sessions.removeEnded();
    starts.removeEnded();
  }
}

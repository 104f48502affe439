// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.signin;

import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What employees' browsers keep for us. Over https the names begin with __Host-, so that no other
 * host of the domain can put one there. They are SameSite=Lax and not Strict: the browser comes
 * back from the provider of identities by a link of another site, and would be sent through the
 * door once more. No form of another site carries them.
 *
 * @param secure whether they are for https alone
 */
public record Cookies(boolean secure) {
  private static final String DOOR = Sessions.COOKIE + "-door";
  private static final Duration FOR_THE_BROWSER = Duration.ofSeconds(-1);

  /** The token of the session. */
  public Optional<String> session(Map<String, Cookie> brought) {
    return value(brought, Sessions.COOKIE);
  }

  /** Keeps the token until the browser is closed, or the session ends. */
  public NewCookie keepSession(String token) {
    return cookie(Sessions.COOKIE, token, FOR_THE_BROWSER);
  }

  public NewCookie dropSession() {
    return cookie(Sessions.COOKIE, "", Duration.ZERO);
  }

  /** By what a browser that is on its way through the door is known. */
  public Optional<String> door(Map<String, Cookie> brought) {
    return value(brought, DOOR);
  }

  /** A token for a browser that has none. */
  public String newDoor() {
    return RandomToken.make();
  }

  /** Keeps that until the way has ended; another tab of the same browser goes by it, too. */
  public NewCookie keepDoor(String token) {
    return cookie(DOOR, token, Starts.LIFETIME);
  }

  public NewCookie dropDoor() {
    return cookie(DOOR, "", Duration.ZERO);
  }

  private Optional<String> value(Map<String, Cookie> brought, String name) {
    return Optional.ofNullable(brought.get(full(name)))
        .map(Cookie::getValue)
        .filter(value -> !value.isEmpty());
  }

  private NewCookie cookie(String name, String value, Duration age) {
    return new NewCookie.Builder(full(name))
        .value(value)
        .path("/")
        .maxAge((int) age.toSeconds())
        .secure(secure)
        .httpOnly(true)
        .sameSite(NewCookie.SameSite.LAX)
        .build();
  }

  private String full(String name) {
    return secure ? "__Host-" + name : name;
  }
}

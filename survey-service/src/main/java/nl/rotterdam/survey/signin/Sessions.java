// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import nl.rotterdam.survey.database.Database;
import nl.rotterdam.survey.signin.SessionDao.Session;
import org.jdbi.v3.core.Jdbi;

/**
 * Who is signed in, by the token in their browser's cookie. Sessions are in the database, so that
 * every instance knows them, and by a hash, so that the database opens none.
 */
public final class Sessions {
  /** The cookie that holds the token. */
  public static final String COOKIE = "peilschaal";

  /** How exactly the last use of a session is kept. */
  private static final Duration LAST_USE = Duration.ofMinutes(1);

  /** Who has a longer one is signed out here alone. */
  private static final int LONGEST_ID_TOKEN = 20_000;

  private final SessionDao sessions;
  private final SignInSettings settings;
  private final Clock clock;

  public Sessions(Jdbi jdbi, SignInSettings settings, Clock clock) {
    this.sessions = Database.dao(jdbi, SessionDao.class);
    this.settings = settings;
    this.clock = clock;
  }

  /** Begins a session, and tells its token, which is kept nowhere. */
  public String begin(String subject, String name, Role role, String language) {
    return begin(subject, name, role, language, null);
  }

  /**
   * Begins one of somebody whom a provider of identities let in.
   *
   * @param idToken what it told of them; null where there is none
   */
  public String begin(String subject, String name, Role role, String language, String idToken) {
    String token = RandomToken.make();
    Employee employee = new Employee(subject, name, role, language, RandomToken.make());
    String kept = idToken == null || idToken.length() > LONGEST_ID_TOKEN ? null : idToken;
    sessions.insert(RandomToken.hash(token), employee, role.code(), kept, clock.instant());
    return token;
  }

  /** What the provider told of who has this session; empty where there was none. */
  public Optional<String> idToken(String token) {
    return sessions.findIdToken(RandomToken.hash(token));
  }

  /** Whose session this is, where it has not ended; it is used by that. */
  public Optional<Employee> use(String token) {
    Instant now = clock.instant();
    Optional<Session> found = find(RandomToken.hash(token), now);
    found
        .filter(session -> !session.seenAt().plus(LAST_USE).isAfter(now))
        .ifPresent(session -> sessions.seen(RandomToken.hash(token), now));
    return found.map(Session::employee);
  }

  /** Whose session this is, where it has not ended; it is not used by that. */
  public Optional<Employee> find(String token) {
    return find(RandomToken.hash(token), clock.instant()).map(Session::employee);
  }

  private Optional<Session> find(byte[] hash, Instant now) {
    return sessions.find(hash, now.minus(settings.idle()), now.minus(settings.absolute()));
  }

  /** Shows pages in another language from now on. */
  public void speak(String token, String language) {
    sessions.speak(RandomToken.hash(token), language);
  }

  /** Ends a session. */
  public void end(String token) {
    sessions.delete(RandomToken.hash(token));
  }

  /** Ends all sessions of somebody. */
  public void endAll(String subject) {
    sessions.deleteAll(subject);
  }

  /** Removes the sessions that have ended. */
  public void removeEnded() {
    Instant now = clock.instant();
    sessions.deleteEnded(now.minus(settings.idle()), now.minus(settings.absolute()));
  }
}

// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.signin;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import nl.rotterdam.survey.database.Database;
import org.jdbi.v3.core.Jdbi;

/**
 * Employees on their way through the door: each way is for one browser, for ten minutes, and is
 * gone once.
 */
public final class Starts {
  static final Duration LIFETIME = Duration.ofMinutes(10);

  private final StartDao starts;
  private final Clock clock;

  public Starts(Jdbi jdbi, Clock clock) {
    this.starts = Database.dao(jdbi, StartDao.class);
    this.clock = clock;
  }

  /**
   * A way through the door.
   *
   * @param state by which who comes back is known
   * @param nonce what the ID token must hold
   * @param verifier what only this service can show for the code (RFC 7636)
   * @param goesTo the page that was wanted
   */
  public record Start(String state, String nonce, String verifier, String goesTo) {
    /** Leaves out what nobody may know. */
    @Override
    public String toString() {
      return "Start[" + goesTo + "]";
    }
  }

  /** Begins one for the browser that keeps this token. */
  public Start begin(String browser, String goesTo) {
    Start start = new Start(RandomToken.make(), RandomToken.make(), RandomToken.make(), goesTo);
    starts.insert(
        RandomToken.hash(start.state()),
        RandomToken.hash(browser),
        start.nonce(),
        start.verifier(),
        goesTo,
        clock.instant());
    return start;
  }

  /** Who comes back; empty where they have come before, too late, or by another browser. */
  public Optional<Start> take(String state, String browser) {
    byte[] hash = RandomToken.hash(state);
    Instant begunSince = clock.instant().minus(LIFETIME);
    return starts
        .find(hash)
        .filter(row -> starts.take(hash) == 1)
        .filter(row -> row.begunAt().isAfter(begunSince))
        .filter(row -> MessageDigest.isEqual(row.browserHash(), RandomToken.hash(browser)))
        .map(row -> new Start(state, row.nonce(), row.verifier(), row.goesTo()));
  }

  /** Removes those that nobody came back from. */
  public void removeEnded() {
    starts.deleteEnded(clock.instant().minus(LIFETIME));
  }
}

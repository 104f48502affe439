// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.key;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import nl.rotterdam.survey.database.Database;
import nl.rotterdam.survey.problem.ProblemException;
import org.jdbi.v3.core.Jdbi;

/** Makes keys of source systems, rotates and revokes them. */
public final class SourceKeys {
  /** By which a search for secrets that leaked knows a key. */
  private static final String PREFIX = "peilschaal_";

  private static final int BYTES = 32;
  private static final Duration LONGEST_OVERLAP = Duration.ofDays(90);
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Jdbi jdbi;
  private final ApiKeyDao keys;
  private final Clock clock;

  public SourceKeys(Jdbi jdbi, Clock clock) {
    this.jdbi = jdbi;
    this.keys = Database.dao(jdbi, ApiKeyDao.class);
    this.clock = clock;
  }

  /**
   * A key as it is made, which is the only time that it can be shown.
   *
   * @param secret the key itself
   */
  public record Made(ApiKey key, String secret) {
    /** Leaves the key itself out. */
    @Override
    public String toString() {
      return "Made[" + key.name() + "]";
    }
  }

  /** What is kept of a key. */
  static byte[] hash(String key) {
    return Hashing.sha256().hashString(key, StandardCharsets.UTF_8).asBytes();
  }

  /**
   * A key for a source system, beside those that it has.
   *
   * @throws ProblemException 400 naming the option that cannot be
   */
  public Made make(String source, String scopes, int perMinute) {
    if (!source.matches(SourceSettings.NAME)) {
      throw ProblemException.badField("--new", SourceSettings.NAME_ONLY);
    }
    if (perMinute < 1 || perMinute > SourceSettings.MOST_PER_MINUTE) {
      throw ProblemException.badField(
          "--per-minute", "must be a whole number from 1 to " + SourceSettings.MOST_PER_MINUTE);
    }
    return jdbi.inTransaction(handle -> insert(source, scopes(scopes), perMinute));
  }

  private static Set<Scope> scopes(String written) {
    try {
      return Scope.read(written);
    } catch (IllegalArgumentException e) {
      throw ProblemException.badField("--scopes", e.getMessage());
    }
  }

  private Made insert(String source, Set<Scope> scopes, int perMinute) {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    String secret = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    ApiKey key =
        new ApiKey(
            source + "-" + (keys.count(source) + 1),
            source,
            Scope.write(scopes),
            perMinute,
            clock.instant(),
            null,
            null,
            null);
    keys.insert(key, hash(secret));
    return new Made(key, secret);
  }

  /**
   * A key in the place of another, which works on for a while.
   *
   * @param overlap for how long the key of before still works
   * @throws ProblemException 400 where that is no key that works, or too long
   */
  public Made rotate(String name, Duration overlap) {
    if (overlap.isNegative() || overlap.compareTo(LONGEST_OVERLAP) > 0) {
      throw ProblemException.badField(
          "--overlap", "must be a duration from PT0S to P%dD".formatted(LONGEST_OVERLAP.toDays()));
    }
    return jdbi.inTransaction(
        handle -> {
          ApiKey known = working("--rotate", name);
          Instant end = clock.instant().plus(overlap);
          if (known.expiresAt() == null || end.isBefore(known.expiresAt())) {
            keys.expire(known.name(), end);
          }
          return insert(known.source(), known.opens(), known.perMinute());
        });
  }

  /**
   * From now on this key opens nothing.
   *
   * @throws ProblemException 400 where there is none of this name that works
   */
  public void revoke(String name) {
    jdbi.useTransaction(handle -> keys.revoke(working("--revoke", name).name(), clock.instant()));
  }

  private ApiKey working(String option, String name) {
    return keys.lock(name)
        .filter(this::works)
        .orElseThrow(
            () ->
                ProblemException.badField(
                    option,
                    "must be the name of a key that works; keys without options lists them"));
  }

  /** Whether it still opens anything. */
  public boolean works(ApiKey key) {
    return key.works(clock.instant());
  }

  /** All keys that were ever made, by source. */
  public List<ApiKey> list() {
    return keys.list();
  }
}

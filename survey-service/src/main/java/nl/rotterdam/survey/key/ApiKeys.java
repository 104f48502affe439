// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.key;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.rotterdam.survey.database.Database;
import nl.rotterdam.survey.problem.ProblemException;
import org.jdbi.v3.core.Jdbi;

/**
 * Which source system a request comes from: by a key of the settings, or by one that was made by
 * the command, which is looked up each time so that a key that is revoked opens nothing any more.
 */
public final class ApiKeys {
  /** What the API's description calls it. */
  public static final String SCHEME = "apiKey";

  /** The header that carries the key. */
  public static final String HEADER = "X-Api-Key";

  /** How exactly the last use of a key is kept. */
  static final Duration LAST_USE = Duration.ofMinutes(1);

  private final Map<String, SourceSettings> sourceByKey;
  private final ApiKeyDao keys;
  private final RateLimits limits;
  private final Clock clock;

  /**
   * @param sourceByKey whose key each is that stands in the settings
   */
  public ApiKeys(Map<String, SourceSettings> sourceByKey, Jdbi jdbi, Clock clock) {
    this.sourceByKey = Map.copyOf(sourceByKey);
    this.keys = Database.dao(jdbi, ApiKeyDao.class);
    this.limits = new RateLimits();
    this.clock = clock;
  }

  /**
   * Whose key this is, where it opens one of these.
   *
   * @throws ProblemException 401 where there is no key, or nobody's; 403 where it does not open
   *     this; 429 where there were too many requests with it
   */
  public Caller caller(String key, Scope... scopes) {
    if (key == null || key.isBlank()) {
      throw new ProblemException(401, HEADER + ": a key is required in this header");
    }
    return settled(key)
        .or(() -> made(key))
        .orElseThrow(
            () ->
                new ProblemException(
                    401, HEADER + ": this key is not known, or does not work any more"))
        .require(scopes);
  }

  private Optional<Caller> settled(String key) {
    byte[] given = key.getBytes(StandardCharsets.UTF_8);
    return sourceByKey.entrySet().stream()
        .filter(
            entry -> MessageDigest.isEqual(entry.getKey().getBytes(StandardCharsets.UTF_8), given))
        .map(Map.Entry::getValue)
        .findFirst()
        .map(
            source -> {
              limits.take(source.name(), source.requestsPerMinute());
              return new Caller(source.name(), scopes(source));
            });
  }

  private static Set<Scope> scopes(SourceSettings source) {
    return source.name().equals(SourceSettings.DEFAULT)
        ? EnumSet.allOf(Scope.class)
        : EnumSet.complementOf(EnumSet.of(Scope.PUBLISH, Scope.WEBHOOKS, Scope.SIGNALS));
  }

  private Optional<Caller> made(String key) {
    Instant now = clock.instant();
    return keys.find(SourceKeys.hash(key))
        .filter(known -> known.works(now))
        .map(
            known -> {
              limits.take(known.name(), known.perMinute());
              if (known.lastUsedAt() == null || known.lastUsedAt().plus(LAST_USE).isBefore(now)) {
                keys.used(known.name(), now);
              }
              return new Caller(known.source(), known.opens());
            });
  }
}

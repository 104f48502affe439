// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.key;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import nl.rotterdam.survey.problem.ProblemException;

/** How many requests each key may make: each instance of the service counts those that it gets. */
final class RateLimits {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** A bucket that nobody used for longer than this is full, as a new one is. */
  private final Cache<String, Bucket> buckets =
      Caffeine.newBuilder().expireAfterAccess(MINUTE.multipliedBy(2)).build();

  /**
   * Lets one request by.
   *
   * @throws ProblemException 429, with the time to wait, where there were too many
   */
  void take(String key, int perMinute) {
    ConsumptionProbe probe =
        buckets.get(key, name -> bucket(perMinute)).tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      throw ProblemException.tooMany(
          "%s: more than %d requests a minute with this key".formatted(ApiKeys.HEADER, perMinute),
          Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }
  }

  private static Bucket bucket(int perMinute) {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, MINUTE))
        .build();
  }
}

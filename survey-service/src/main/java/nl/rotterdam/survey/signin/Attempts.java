// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;

/**
 * How often anybody may try the door: a few times at once, and then more slowly. What is counted is
 * by address, on each instance; who is let in does not count.
 */
public final class Attempts {
  private static final int MOST_ADDRESSES = 10_000;

  private final Cache<String, Bucket> buckets;
  private final int atOnce;
  private final Duration oneEach;

  /**
   * @param atOnce how often one address may try without a pause
   * @param oneEach after which it may try once more
   */
  public Attempts(int atOnce, Duration oneEach) {
    this.atOnce = atOnce;
    this.oneEach = oneEach;
    // one that is full again is as a new one
    this.buckets =
        Caffeine.newBuilder()
            .maximumSize(MOST_ADDRESSES)
            .expireAfterAccess(oneEach.multipliedBy(atOnce))
            .build();
  }

  /** Whether this address may try now; it is counted by that. */
  public boolean take(String from) {
    return bucket(from).tryConsume(1);
  }

  /** That was no failure. */
  public void giveBack(String from) {
    bucket(from).addTokens(1);
  }

  private Bucket bucket(String from) {
    return buckets.get(
        from,
        address ->
            Bucket.builder()
                .addLimit(limit -> limit.capacity(atOnce).refillGreedy(1, oneEach))
                .build());
  }
}

// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.answer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nl.rotterdam.survey.invitation.LinkToken;

/**
 * Which links of a message were opened just now. A resident opens one or two of them; a scanner
 * opens all. It is kept in memory, for minutes at most, and by no more than the hash of the link.
 */
final class Openings {
  private static final Duration KEPT = Duration.ofMinutes(5);
  private static final int MESSAGES = 100_000;

  private final Cache<ByteBuffer, Map<String, Instant>> links =
      Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(MESSAGES).build();

  /**
   * A link was opened.
   *
   * @param link which of the message's links; there are few
   */
  void add(LinkToken token, String link, Instant now) {
    links.get(ByteBuffer.wrap(token.hash()), key -> new ConcurrentHashMap<>()).put(link, now);
  }

  /** How many different links of the message were opened since then. */
  long count(LinkToken token, Instant since) {
    Map<String, Instant> opened = links.getIfPresent(ByteBuffer.wrap(token.hash()));
    return opened == null
        ? 0
        : opened.values().stream().filter(moment -> moment.isAfter(since)).count();
  }
}

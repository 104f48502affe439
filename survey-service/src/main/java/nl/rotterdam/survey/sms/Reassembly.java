// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.sms;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Puts texts together whose parts come one by one, in any order; what stays incomplete is lost. */
final class Reassembly {
  private static final Duration PATIENCE = Duration.ofHours(1);
  private static final int MOST_TEXTS = 1000;

  /** Longer is no answer: 10 parts hold 1530 characters. */
  private static final int MOST_PARTS = 10;

  private record Key(String from, int reference, int total, byte coding) {
    static Key of(String from, SmppPart part) {
      return new Key(from, part.reference(), part.total(), part.coding());
    }
  }

  private final Cache<Key, SortedMap<Integer, byte[]>> incomplete;

  Reassembly(Ticker ticker) {
    incomplete =
        Caffeine.newBuilder()
            .expireAfterWrite(PATIENCE)
            .maximumSize(MOST_TEXTS)
            .ticker(ticker)
            .build();
  }

  /** The text where this was the part that it lacked; it is kept until it is {@link #done}. */
  synchronized Optional<String> add(String from, SmppPart part) {
    if (part.total() == 1) {
      return Optional.of(SmppPart.decode(part.coding(), part.content()));
    }
    if (part.total() > MOST_PARTS) {
      return Optional.empty();
    }
    SortedMap<Integer, byte[]> parts = incomplete.get(Key.of(from, part), key -> new TreeMap<>());
    parts.put(part.number(), part.content());
    if (parts.size() < part.total()) {
      return Optional.empty();
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    parts.values().forEach(all::writeBytes);
    return Optional.of(SmppPart.decode(part.coding(), all.toByteArray()));
  }

  /** The text of this part was taken. */
  synchronized void done(String from, SmppPart part) {
    incomplete.invalidate(Key.of(from, part));
  }
}

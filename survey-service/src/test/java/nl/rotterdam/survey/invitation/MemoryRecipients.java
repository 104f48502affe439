// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.invitation;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** The table of recipients without a database, for one thread. */
final class MemoryRecipients implements Recipients {
  private final Map<ByteBuffer, Recipient> rows = new HashMap<>();

  @Override
  public Recipient claim(byte[] addressHash) {
    rows.putIfAbsent(ByteBuffer.wrap(addressHash), new Recipient(addressHash, null, null, null));
    return rows.get(ByteBuffer.wrap(addressHash));
  }

  @Override
  public void asked(Collection<byte[]> addressHash, Instant askedAt) {
    for (byte[] hash : addressHash) {
      Recipient known = claim(hash);
      if (known.askedAt() == null || known.askedAt().isBefore(askedAt)) {
        put(new Recipient(hash, askedAt, known.optedOutAt(), known.bouncedAt()));
      }
    }
  }

  void optOut(byte[] addressHash, Instant now) {
    Recipient known = claim(addressHash);
    put(new Recipient(addressHash, known.askedAt(), now, known.bouncedAt()));
  }

  void optIn(byte[] addressHash) {
    Recipient known = claim(addressHash);
    put(new Recipient(addressHash, known.askedAt(), null, known.bouncedAt()));
  }

  void bounced(byte[] addressHash, Instant now) {
    Recipient known = claim(addressHash);
    put(new Recipient(addressHash, known.askedAt(), known.optedOutAt(), now));
  }

  private void put(Recipient recipient) {
    rows.put(ByteBuffer.wrap(recipient.addressHash()), recipient);
  }
}

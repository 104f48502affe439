// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.invitation;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Recipients that are all claimed at once, for decisions about many contacts in one transaction:
 * what one decision remembers the next one knows. {@link #store} writes it.
 */
final class ClaimedRecipients implements Recipients {
  private final ClaimDao recipients;
  private final Map<ByteBuffer, Recipient> claimed = new HashMap<>();
  private final Map<ByteBuffer, Instant> asked = new HashMap<>();

  ClaimedRecipients(ClaimDao recipients, Collection<byte[]> addressHashes) {
    this.recipients = recipients;
    TreeSet<byte[]> inOrder = new TreeSet<>(Addresses.LOCKING_ORDER);
    inOrder.addAll(addressHashes);
    recipients
        .claimAll(List.copyOf(inOrder))
        .forEach(recipient -> claimed.put(ByteBuffer.wrap(recipient.addressHash()), recipient));
  }

  @Override
  public Recipient claim(byte[] addressHash) {
    Recipient known = claimed.get(ByteBuffer.wrap(addressHash));
    if (known == null) {
      throw new IllegalStateException("This address was not claimed");
    }
    return known;
  }

  @Override
  public void asked(Collection<byte[]> addressHash, Instant askedAt) {
    for (byte[] hash : addressHash) {
      Recipient known = claim(hash);
      if (known.askedAt() == null || known.askedAt().isBefore(askedAt)) {
        ByteBuffer key = ByteBuffer.wrap(hash);
        claimed.put(key, new Recipient(hash, askedAt, known.optedOutAt(), known.bouncedAt()));
        asked.put(key, askedAt);
      }
    }
  }

  /** Writes whom was decided to ask. */
  void store() {
    List<byte[]> hashes = new ArrayList<>();
    List<Instant> times = new ArrayList<>();
    asked.forEach(
        (hash, askedAt) -> {
          hashes.add(hash.array());
          times.add(askedAt);
        });
    recipients.askedAll(hashes, times);
  }
}

// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.invitation;

import static java.util.stream.Collectors.partitioningBy;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.rotterdam.survey.database.OvertakenException;

/**
 * Recipients that are all claimed at once, for decisions about many contacts in one transaction:
 * what one decision remembers the next one knows. {@link #store} writes it. Those that are known
 * are locked; of the others nothing is stored until they are asked, and then it shows whether
 * another transaction was first.
 */
final class ClaimedRecipients implements Recipients {
  private final ClaimDao recipients;
  private final Map<byte[], Recipient> known = new TreeMap<>(AddressHashes.LOCKING_ORDER);
  private final Map<byte[], Recipient> asked = new TreeMap<>(AddressHashes.LOCKING_ORDER);

  ClaimedRecipients(ClaimDao recipients, Collection<byte[]> addressHashes) {
    this.recipients = recipients;
    if (!addressHashes.isEmpty()) {
      recipients
          .lockAll(addressHashes)
          .forEach(recipient -> known.put(recipient.addressHash(), recipient));
    }
  }

  @Override
  public Recipient claim(byte[] addressHash) {
    Recipient now = asked.getOrDefault(addressHash, known.get(addressHash));
    return now == null ? new Recipient(addressHash, null, null, null) : now;
  }

  @Override
  public void asked(Collection<byte[]> addressHash, Instant askedAt) {
    for (byte[] hash : addressHash) {
      Recipient before = claim(hash);
      if (before.askedAt() == null || before.askedAt().isBefore(askedAt)) {
        asked.put(hash, new Recipient(hash, askedAt, before.optedOutAt(), before.bouncedAt()));
      }
    }
  }

  /**
   * Writes whom was decided to ask.
   *
   * @throws OvertakenException where somebody whom nobody knew is known by now
   */
  void store() {
    Map<Boolean, List<Recipient>> askedBefore =
        asked.values().stream()
            .collect(partitioningBy(recipient -> known.containsKey(recipient.addressHash())));
    List<Recipient> fresh = askedBefore.get(false);
    if (!fresh.isEmpty() && recipients.addAll(fresh) < fresh.size()) {
      throw new OvertakenException("a recipient");
    }
    List<Recipient> again = askedBefore.get(true);
    if (!again.isEmpty()) {
      recipients.askedAll(again);
    }
  }
}

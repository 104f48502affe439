// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.invitation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Keyed hashes of the addresses that came with a contact.
 *
 * @param email null where there is none
 * @param phone null where there is none
 */
record AddressHashes(byte[] email, byte[] phone) {
  /**
   * One order for everybody, the database's own, so that two who lock hashes cannot wait for each
   * other.
   */
  static final Comparator<byte[]> LOCKING_ORDER = Arrays::compareUnsigned;

  static final AddressHashes NONE = new AddressHashes(null, null);

  /** Those that there are, in the order in which they are locked. */
  List<byte[]> inOrder() {
    return Stream.of(email, phone).filter(Objects::nonNull).sorted(LOCKING_ORDER).toList();
  }
}

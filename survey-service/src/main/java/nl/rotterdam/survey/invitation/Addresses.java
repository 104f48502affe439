// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.invitation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import nl.rotterdam.survey.contact.NewContact;
import nl.rotterdam.survey.contact.PhoneNumber;

/** The addresses that came with a contact, normalised, so that one resident has one hash. */
record Addresses(Optional<String> email, Optional<PhoneNumber> phone) {
  /**
   * One order for everybody, the database's own, so that two who lock hashes cannot wait for each
   * other.
   */
  static final Comparator<byte[]> LOCKING_ORDER = Arrays::compareUnsigned;

  static Addresses of(NewContact contact) {
    return new Addresses(
        Optional.ofNullable(contact.email()).map(email -> email.toLowerCase(Locale.ROOT)),
        Optional.ofNullable(contact.phone()).flatMap(PhoneNumber::parse));
  }

  /** Where the medium can reach the resident; empty for a link, which needs no address. */
  Optional<String> forMedium(Medium medium) {
    return switch (medium) {
      case EMAIL -> email;
      case SMS -> phone.filter(PhoneNumber::canText).map(PhoneNumber::e164);
      case LINK -> Optional.empty();
    };
  }

  /** Those of which the hash is another. */
  Addresses without(List<byte[]> unwanted, KeyedHash hash) {
    return new Addresses(
        email.filter(address -> isNone(hash.of(address), unwanted)),
        phone.filter(number -> isNone(hash.of(number.e164()), unwanted)));
  }

  private static boolean isNone(byte[] one, List<byte[]> others) {
    return others.stream().noneMatch(other -> Arrays.equals(one, other));
  }

  Optional<byte[]> emailHash(KeyedHash hash) {
    return email.map(hash::of);
  }

  Optional<byte[]> phoneHash(KeyedHash hash) {
    return phone.map(PhoneNumber::e164).map(hash::of);
  }

  /** The hashes of all addresses, in the order in which they are locked. */
  List<byte[]> hashes(KeyedHash hash) {
    return Stream.of(emailHash(hash), phoneHash(hash))
        .flatMap(Optional::stream)
        .filter(Objects::nonNull)
        .sorted(LOCKING_ORDER)
        .toList();
  }

  Stream<String> all() {
    return Stream.concat(email.stream(), phone.stream().map(PhoneNumber::e164));
  }

  @Override
  public String toString() {
    return "Addresses[...]";
  }
}

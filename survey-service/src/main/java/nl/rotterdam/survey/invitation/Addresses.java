// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.invitation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import nl.rotterdam.survey.contact.NewContact;
import nl.rotterdam.survey.contact.PhoneNumber;

/** The addresses that came with a contact, normalised, so that one resident has one hash. */
record Addresses(Optional<String> email, Optional<PhoneNumber> phone) {
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

  /** Those of which the hash is none of these. */
  Addresses without(List<byte[]> unwanted, AddressHashes hashes) {
    return new Addresses(
        email.filter(address -> isNone(hashes.email(), unwanted)),
        phone.filter(number -> isNone(hashes.phone(), unwanted)));
  }

  private static boolean isNone(byte[] one, List<byte[]> others) {
    return others.stream().noneMatch(other -> Arrays.equals(one, other));
  }

  AddressHashes hashes(KeyedHash hash) {
    return new AddressHashes(
        email.map(hash::of).orElse(null), phone.map(PhoneNumber::e164).map(hash::of).orElse(null));
  }

  Stream<String> all() {
    return Stream.concat(email.stream(), phone.stream().map(PhoneNumber::e164));
  }

  @Override
  public String toString() {
    return "Addresses[...]";
  }
}

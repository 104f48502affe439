// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.invitation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import nl.rotterdam.reporting.figure.Channel;
import nl.rotterdam.survey.contact.NewContact;
import nl.rotterdam.survey.contact.Reason;

/** A contact, and what became of it. */
final class AskingCase {
  final NewContact contact;
  final Instant received;
  private final List<String> addresses;
  Reason reason;
  Reason expected;
  Invitation invitation;
  final List<Instant> sent = new ArrayList<>();
  Optional<Instant> reminder = Optional.empty();
  boolean lapsed;
  boolean withdrawn;

  AskingCase(NewContact contact, Instant received) {
    this.contact = contact;
    this.received = received;
    this.addresses =
        Stream.of(contact.email(), contact.phone())
            .filter(Objects::nonNull)
            .map(address -> address.toLowerCase(Locale.ROOT))
            .toList();
  }

  /** In one spelling. */
  List<String> addresses() {
    return addresses;
  }

  boolean linked() {
    return contact.channel() == Channel.SOCIAL;
  }
}

// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.invitation;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.rotterdam.survey.contact.Contact;
import nl.rotterdam.survey.contact.NewContact;
import nl.rotterdam.survey.contact.Reason;
import nl.rotterdam.survey.invitation.AskingSettings.ChannelSettings;
import nl.rotterdam.survey.invitation.Invitation.State;

/** Decides whom to ask, and plans the asking. */
public final class Asking {
  private final AskingSettings settings;
  private final AskingTimes times;
  private final KeyedHash addressHash;
  private final KeyedHash sampleHash;
  private final AddressCipher cipher;
  private final Links links;
  private final NoArgGenerator ids = Generators.timeBasedEpochGenerator();

  /**
   * @param hashKey 32 random bytes: for the hashes by which addresses are known again
   */
  public Asking(
      AskingSettings settings,
      AskingTimes times,
      byte[] hashKey,
      AddressCipher cipher,
      Links links) {
    this.settings = settings;
    this.times = times;
    this.addressHash = KeyedHash.ofAddresses(hashKey);
    this.sampleHash = new KeyedHash(hashKey, "sample");
    this.cipher = cipher;
    this.links = links;
  }

  /**
   * Whether to ask.
   *
   * @param medium by which to ask; empty where nobody is asked
   */
  record Decision(Reason reason, Optional<Medium> medium) {
    private static Decision not(Reason reason) {
      return new Decision(reason, Optional.empty());
    }
  }

  /**
   * A contact as far as can be decided without knowing whom it was with.
   *
   * @param hashes of its addresses, in the order in which they are locked
   * @param reason why it is not asked about; empty where that depends on whom it was with
   */
  private record Candidate(
      String source,
      NewContact contact,
      Instant now,
      Addresses addresses,
      List<byte[]> hashes,
      Optional<Reason> reason) {}

  /** A contact that was taken in, as a source reported it. */
  public record Arrival(Contact contact, NewContact reported) {}

  /**
   * What is decided about a contact.
   *
   * @param contact with the reason
   * @param invitation where it is asked about
   */
  public record Decided(Contact contact, Optional<Invitation> invitation) {}

  /**
   * The one reason why this contact is asked about or not: the first that applies, from what the
   * contact is to whom it was with. Where it is asked, the addresses are remembered as asked from
   * when it is due; they stay locked until the transaction ends, so that two contacts at once
   * cannot both be asked.
   */
  Decision decide(String source, NewContact contact, Instant now, Recipients recipients) {
    return decide(consider(source, contact, now), recipients);
  }

  /** The same for many, one after the other, with the invitations of those that are asked about. */
  public List<Decided> decideAll(List<Arrival> arrivals, ClaimDao recipients) {
    List<Candidate> candidates =
        arrivals.stream()
            .map(
                arrival ->
                    consider(
                        arrival.contact().source(),
                        arrival.reported(),
                        arrival.contact().receivedAt()))
            .toList();
    ClaimedRecipients claimed =
        new ClaimedRecipients(
            recipients,
            candidates.stream()
                .filter(candidate -> candidate.reason().isEmpty())
                .flatMap(candidate -> candidate.hashes().stream())
                .toList());
    List<Decided> decided = new ArrayList<>();
    for (int i = 0; i < arrivals.size(); i++) {
      Arrival arrival = arrivals.get(i);
      Decision decision = decide(candidates.get(i), claimed);
      decided.add(
          new Decided(
              arrival.contact().decided(decision.reason()),
              decision
                  .medium()
                  .map(
                      medium ->
                          plan(
                              arrival.contact(),
                              arrival.reported(),
                              medium,
                              arrival.contact().receivedAt()))));
    }
    claimed.store();
    return decided;
  }

  private Candidate consider(String source, NewContact contact, Instant now) {
    Addresses addresses = Addresses.of(contact);
    Optional<Reason> reason = reason(contact, addresses, now);
    List<byte[]> hashes = reason.isPresent() ? List.of() : addresses.hashes(addressHash);
    return new Candidate(source, contact, now, addresses, hashes, reason);
  }

  /** Why nobody would be asked about this contact, whoever it was with. */
  private Optional<Reason> reason(NewContact contact, Addresses addresses, Instant now) {
    Optional<Medium> first = medium(settings.channels().get(contact.channel()), addresses);
    if (first.isEmpty()) {
      return Optional.of(Reason.NO_ADDRESS);
    }
    if (addresses.all().anyMatch(settings::test)) {
      return Optional.of(Reason.TEST_ADDRESS);
    }
    if (settings.sensitive(contact.product())) {
      return Optional.of(Reason.SENSITIVE);
    }
    return times.isTooLate(contact.endedAt(), due(contact, first.get(), now))
        ? Optional.of(Reason.TOO_OLD)
        : Optional.empty();
  }

  private Decision decide(Candidate candidate, Recipients recipients) {
    if (candidate.reason().isPresent()) {
      return Decision.not(candidate.reason().get());
    }
    NewContact contact = candidate.contact();
    ChannelSettings channel = settings.channels().get(contact.channel());
    List<Recipient> known = candidate.hashes().stream().map(recipients::claim).toList();
    if (known.stream().anyMatch(recipient -> recipient.optedOutAt() != null)) {
      return Decision.not(Reason.OPTED_OUT);
    }
    Optional<Medium> medium =
        medium(channel, candidate.addresses().without(bounced(known), addressHash));
    if (medium.isEmpty()) {
      return Decision.not(Reason.BOUNCED);
    }
    Instant due = due(contact, medium.get(), candidate.now());
    Instant recently = times.notAskedAfter(due);
    if (known.stream()
        .anyMatch(asked -> asked.askedAt() != null && asked.askedAt().isAfter(recently))) {
      return Decision.not(Reason.ASKED_RECENTLY);
    }
    if (draw(candidate.source(), contact.externalId()) >= channel.sample()) {
      return Decision.not(Reason.NOT_SAMPLED);
    }
    recipients.asked(candidate.hashes(), due);
    return new Decision(Reason.ASKED, medium);
  }

  private static List<byte[]> bounced(List<Recipient> known) {
    return known.stream()
        .filter(recipient -> recipient.bouncedAt() != null)
        .map(Recipient::addressHash)
        .toList();
  }

  private static Optional<Medium> medium(ChannelSettings channel, Addresses addresses) {
    return channel.media().stream()
        .filter(medium -> medium == Medium.LINK || addresses.forMedium(medium).isPresent())
        .findFirst();
  }

  /** A number in [0, 1) that belongs to the contact: it can be repeated, and not be chosen. */
  private double draw(String source, String externalId) {
    return (ByteBuffer.wrap(sampleHash.of(source, externalId)).getLong() >>> 11) * 0x1.0p-53;
  }

  /** The invitation for a contact that is asked about, by the medium that was decided on. */
  Invitation plan(Contact contact, NewContact reported, Medium medium, Instant now) {
    Addresses addresses = Addresses.of(reported);
    UUID id = ids.generate();
    boolean link = medium == Medium.LINK;
    Instant due = due(reported, medium, now);
    return new Invitation(
        id,
        contact.id(),
        medium,
        link ? State.HANDED_OUT : State.PLANNED,
        links.token(id).hash(),
        addresses.forMedium(medium).map(address -> cipher.encrypt(id, address)).orElse(null),
        addresses.emailHash(addressHash).orElse(null),
        addresses.phoneHash(addressHash).orElse(null),
        0,
        link ? null : due,
        null,
        link ? now : null,
        times.expiry(contact.channel(), due),
        null);
  }

  /** What history tells: this contact was invited at its time, by another system. */
  public Invitation history(Contact contact, NewContact reported) {
    return new Invitation(
        ids.generate(),
        contact.id(),
        reported.email() == null ? Medium.SMS : Medium.EMAIL,
        State.IMPORTED,
        null,
        null,
        null,
        null,
        0,
        null,
        null,
        contact.startedAt(),
        null,
        null);
  }

  /**
   * Remembers whom another system asked not long ago, so that this one does not ask them too soon.
   */
  public void rememberHistory(List<NewContact> invited, Instant now, RecipientDao recipients) {
    Instant recently = times.notAskedAfter(now);
    for (NewContact contact : invited) {
      Instant askedAt = contact.startedAt().toInstant();
      if (askedAt.isAfter(recently)) {
        List<byte[]> hashes = Addresses.of(contact).hashes(addressHash);
        hashes.forEach(recipients::claim);
        recipients.asked(hashes, askedAt);
      }
    }
  }

  /** A link is given out in the conversation itself; anything else goes out when it may. */
  private Instant due(NewContact contact, Medium medium, Instant now) {
    return medium == Medium.LINK ? now : times.due(contact.channel(), contact.endedAt(), now);
  }
}

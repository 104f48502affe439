// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.invitation;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
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
   * A contact as far as can be decided without knowing whom it was with.
   *
   * @param contact as it will be kept; when it was received is now
   * @param reported as the source did
   * @param reason why it is not asked about; empty where that depends on whom it was with
   */
  public record Candidate(
      Contact contact,
      NewContact reported,
      Addresses addresses,
      AddressHashes hashes,
      Optional<Reason> reason) {

    /** Its id and its addresses: of two contacts that share one, the first comes first. */
    public Stream<Object> claims() {
      return Stream.concat(
          Stream.of(contact.externalId()), hashes.inOrder().stream().map(ByteBuffer::wrap));
    }

    private Decided not(Reason why) {
      return new Decided(contact.decided(why), Optional.empty());
    }
  }

  /**
   * What is decided about a contact.
   *
   * @param contact with the reason
   * @param invitation where it is asked about
   */
  public record Decided(Contact contact, Optional<Invitation> invitation) {}

  /** Does what can be done before anybody is kept waiting. */
  public Candidate consider(Contact contact, NewContact reported) {
    Addresses addresses = Addresses.of(reported);
    Optional<Reason> reason = reason(reported, addresses, contact.receivedAt());
    AddressHashes hashes = reason.isPresent() ? AddressHashes.NONE : addresses.hashes(addressHash);
    return new Candidate(contact, reported, addresses, hashes, reason);
  }

  /**
   * Decides about many, one after the other. The addresses that are asked stay locked until the
   * transaction ends, so that two contacts at once cannot both be asked about.
   */
  public List<Decided> decideAll(Collection<Candidate> candidates, ClaimDao recipients) {
    ClaimedRecipients claimed =
        new ClaimedRecipients(
            recipients,
            candidates.stream()
                .filter(candidate -> candidate.reason().isEmpty())
                .flatMap(candidate -> candidate.hashes().inOrder().stream())
                .toList());
    List<Decided> decided =
        candidates.stream().map(candidate -> decide(candidate, claimed)).toList();
    claimed.store();
    return decided;
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

  /**
   * The one reason why this contact is asked about or not: the first that applies, from what the
   * contact is to whom it was with. Where it is asked about, the addresses are remembered as asked
   * from when the invitation is due.
   */
  Decided decide(Candidate candidate, Recipients recipients) {
    if (candidate.reason().isPresent()) {
      return candidate.not(candidate.reason().get());
    }
    NewContact reported = candidate.reported();
    ChannelSettings channel = settings.channels().get(reported.channel());
    List<byte[]> hashes = candidate.hashes().inOrder();
    List<Recipient> known = hashes.stream().map(recipients::claim).toList();
    if (known.stream().anyMatch(recipient -> recipient.optedOutAt() != null)) {
      return candidate.not(Reason.OPTED_OUT);
    }
    Optional<Medium> medium =
        medium(channel, candidate.addresses().without(bounced(known), candidate.hashes()));
    if (medium.isEmpty()) {
      return candidate.not(Reason.BOUNCED);
    }
    Instant due = due(reported, medium.get(), candidate.contact().receivedAt());
    Instant recently = times.notAskedAfter(due);
    if (known.stream()
        .anyMatch(asked -> asked.askedAt() != null && asked.askedAt().isAfter(recently))) {
      return candidate.not(Reason.ASKED_RECENTLY);
    }
    if (draw(candidate.contact()) >= channel.sample()) {
      return candidate.not(Reason.NOT_SAMPLED);
    }
    recipients.asked(hashes, due);
    return new Decided(
        candidate.contact().decided(Reason.ASKED), Optional.of(plan(candidate, medium.get(), due)));
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
  private double draw(Contact contact) {
    byte[] hash = sampleHash.of(contact.source(), contact.externalId());
    return (ByteBuffer.wrap(hash).getLong() >>> 11) * 0x1.0p-53;
  }

  private Invitation plan(Candidate candidate, Medium medium, Instant due) {
    UUID id = ids.generate();
    boolean link = medium == Medium.LINK;
    return new Invitation(
        id,
        candidate.contact().id(),
        medium,
        link ? State.HANDED_OUT : State.PLANNED,
        links.token(id).hash(),
        candidate
            .addresses()
            .forMedium(medium)
            .map(address -> cipher.encrypt(id, address))
            .orElse(null),
        candidate.hashes().email(),
        candidate.hashes().phone(),
        0,
        link ? null : due,
        null,
        link ? due : null,
        times.expiry(candidate.contact().channel(), due),
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
  public void rememberHistory(List<NewContact> invited, Instant now, ClaimDao recipients) {
    Instant recently = times.notAskedAfter(now);
    List<NewContact> asked =
        invited.stream()
            .filter(contact -> contact.startedAt().toInstant().isAfter(recently))
            .toList();
    ClaimedRecipients claimed =
        new ClaimedRecipients(
            recipients, asked.stream().flatMap(contact -> hashes(contact).stream()).toList());
    asked.forEach(contact -> claimed.asked(hashes(contact), contact.startedAt().toInstant()));
    claimed.store();
  }

  private List<byte[]> hashes(NewContact contact) {
    return Addresses.of(contact).hashes(addressHash).inOrder();
  }

  /** A link is given out in the conversation itself; anything else goes out when it may. */
  private Instant due(NewContact contact, Medium medium, Instant now) {
    return medium == Medium.LINK ? now : times.due(contact.channel(), contact.endedAt(), now);
  }
}

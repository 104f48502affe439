// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.invitation;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.nio.ByteBuffer;
import java.time.Instant;
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
    this.addressHash = new KeyedHash(hashKey, "address hash");
    this.sampleHash = new KeyedHash(hashKey, "sample");
    this.cipher = cipher;
    this.links = links;
  }

  /**
   * Whether to ask.
   *
   * @param medium by which to ask; empty where nobody is asked
   */
  public record Decision(Reason reason, Optional<Medium> medium) {
    private static Decision not(Reason reason) {
      return new Decision(reason, Optional.empty());
    }
  }

  /**
   * The one reason why this contact is asked about or not: the first that applies, from what the
   * contact is to whom it was with. Where it is asked, the addresses are remembered as asked from
   * when it is due; they stay locked until the transaction ends, so that two contacts at once
   * cannot both be asked.
   */
  public Decision decide(String source, NewContact contact, Instant now, RecipientDao recipients) {
    ChannelSettings channel = settings.channels().get(contact.channel());
    Addresses addresses = Addresses.of(contact);
    Optional<Medium> first = medium(channel, addresses);
    if (first.isEmpty()) {
      return Decision.not(Reason.NO_ADDRESS);
    }
    if (addresses.all().anyMatch(settings::test)) {
      return Decision.not(Reason.TEST_ADDRESS);
    }
    if (settings.sensitive(contact.product())) {
      return Decision.not(Reason.SENSITIVE);
    }
    if (times.isTooLate(contact.endedAt(), due(contact, first.get(), now))) {
      return Decision.not(Reason.TOO_OLD);
    }
    List<byte[]> hashes = addresses.hashes(addressHash);
    List<Recipient> known = hashes.stream().map(hash -> lock(recipients, hash)).toList();
    if (known.stream().anyMatch(recipient -> recipient.optedOutAt() != null)) {
      return Decision.not(Reason.OPTED_OUT);
    }
    Optional<Medium> medium = medium(channel, addresses.without(bounced(known), addressHash));
    if (medium.isEmpty()) {
      return Decision.not(Reason.BOUNCED);
    }
    Instant due = due(contact, medium.get(), now);
    Instant recently = times.notAskedAfter(due);
    if (known.stream()
        .anyMatch(asked -> asked.askedAt() != null && asked.askedAt().isAfter(recently))) {
      return Decision.not(Reason.ASKED_RECENTLY);
    }
    if (draw(source, contact.externalId()) >= channel.sample()) {
      return Decision.not(Reason.NOT_SAMPLED);
    }
    recipients.asked(hashes, due);
    return new Decision(Reason.ASKED, medium);
  }

  private static List<byte[]> bounced(List<Recipient> known) {
    return known.stream()
        .filter(recipient -> recipient.bouncedAt() != null)
        .map(Recipient::addressHash)
        .toList();
  }

  private static Recipient lock(RecipientDao recipients, byte[] hash) {
    recipients.add(hash);
    return recipients.lock(hash);
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
  public Invitation plan(Contact contact, NewContact reported, Medium medium, Instant now) {
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
        hashes.forEach(recipients::add);
        recipients.asked(hashes, askedAt);
      }
    }
  }

  /** A link is given out in the conversation itself; anything else goes out when it may. */
  private Instant due(NewContact contact, Medium medium, Instant now) {
    return medium == Medium.LINK ? now : times.due(contact.channel(), contact.endedAt(), now);
  }
}

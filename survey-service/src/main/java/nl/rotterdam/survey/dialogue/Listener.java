// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.dialogue;

import com.codahale.metrics.Meter;
import com.codahale.metrics.MetricRegistry;
import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.rotterdam.survey.database.Database;
import nl.rotterdam.survey.invitation.AddressCipher;
import nl.rotterdam.survey.invitation.KeyedHash;
import nl.rotterdam.survey.invitation.OptOuts;
import nl.rotterdam.survey.sms.IncomingSms;
import nl.rotterdam.survey.sms.SmsReceiver;
import nl.rotterdam.survey.text.Pages;
import nl.rotterdam.survey.text.Texts;
import org.jdbi.v3.core.Jdbi;

/**
 * Takes what residents send. What follows from a message and the reply to it are stored in one
 * transaction, one message of a number at a time; it locks the number first, its recipient and its
 * invitations then.
 */
public final class Listener implements SmsReceiver {
  private final Jdbi jdbi;
  private final TexterDao texters;
  private final Dialogues dialogues;
  private final OptOuts optOuts;
  private final Pages pages;
  private final Words words;
  private final KeyedHash phoneHash;
  private final KeyedHash textHash;
  private final AddressCipher cipher;
  private final DialogueSettings settings;
  private final Clock clock;
  private final Meter received;
  private final NoArgGenerator ids = Generators.timeBasedEpochGenerator();

  /**
   * @param hashKey 32 random bytes: for the hashes by which addresses are known again
   */
  public Listener(
      Jdbi jdbi,
      Dialogues dialogues,
      OptOuts optOuts,
      Pages pages,
      byte[] hashKey,
      AddressCipher cipher,
      DialogueSettings settings,
      Clock clock,
      MetricRegistry metrics) {
    this.jdbi = jdbi;
    this.texters = Database.dao(jdbi, TexterDao.class);
    this.dialogues = dialogues;
    this.optOuts = optOuts;
    this.pages = pages;
    this.words = new Words(pages.all());
    this.phoneHash = KeyedHash.ofAddresses(hashKey);
    this.textHash = new KeyedHash(hashKey, "incoming text");
    this.cipher = cipher;
    this.settings = settings;
    this.clock = clock;
    this.received = metrics.meter(MetricRegistry.name(Listener.class, "received"));
  }

  @Override
  public void take(IncomingSms message) {
    byte[] phone = phoneHash.of(message.from());
    byte[] heard = textHash.of(message.from(), message.text());
    jdbi.useTransaction(
        handle -> {
          Instant now = clock.instant();
          texters.add(phone, now);
          Texter texter = texters.lock(phone);
          if (!texter.isRepeat(heard, now, settings.tooSoon())) {
            hear(message, texter, heard, now);
          }
        });
    received.mark();
  }

  private void hear(IncomingSms message, Texter texter, byte[] heard, Instant now) {
    byte[] phone = texter.phoneHash();
    Texts texts = pages.texts(Optional.empty(), dialogues.findLanguage(phone));
    Said said = words.understand(message.text(), texts);
    obey(said, phone);
    Optional<Dialogue> open = dialogues.lockOpen(phone, now);
    Optional<Reply> reply =
        open.isPresent()
            ? dialogues.hear(open.get(), said, now)
            : outside(said, texter, heard, now);
    texters.heard(phone, heard, now);
    reply.ifPresent(
        answer -> {
          UUID id = ids.generate();
          byte[] address = cipher.encrypt(id, message.from());
          texters.say(phone, id, answer, texts.language(), address, now);
        });
  }

  /** Whatever else is going on. */
  private void obey(Said said, byte[] phone) {
    switch (said.kind()) {
      case STOP -> optOuts.stop(List.of(phone));
      case START -> optOuts.resume(phone);
      default -> {}
    }
  }

  /** The reply where nothing is open. */
  private Optional<Reply> outside(Said said, Texter texter, byte[] heard, Instant now) {
    return switch (said.kind()) {
      case STOP -> Optional.of(Reply.STOPPED);
      case START -> Optional.of(Reply.STARTED);
      default ->
          texter.mayBeToldClosed(heard, now, settings.tooSoon())
                  && !optOuts.hasStopped(texter.phoneHash())
              ? Optional.of(Reply.CLOSED)
              : Optional.empty();
    };
  }
}

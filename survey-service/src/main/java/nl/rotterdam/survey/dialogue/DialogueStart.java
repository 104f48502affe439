// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.dialogue;

import java.util.Optional;
import nl.rotterdam.survey.contact.Contact;
import nl.rotterdam.survey.database.Database;
import nl.rotterdam.survey.delivery.DeliveryException;
import nl.rotterdam.survey.delivery.DeliveryException.Kind;
import nl.rotterdam.survey.invitation.AskingSettings;
import nl.rotterdam.survey.invitation.Invitation;
import nl.rotterdam.survey.invitation.InvitationLetter;
import nl.rotterdam.survey.invitation.InvitationSender;
import nl.rotterdam.survey.sms.Sms;
import nl.rotterdam.survey.sms.SmsCarrier;
import nl.rotterdam.survey.text.Pages;
import nl.rotterdam.survey.text.Texts;
import org.jdbi.v3.core.Jdbi;

/** Sends the invitation by text message: the one with a link, or the one that begins a dialogue. */
public final class DialogueStart implements InvitationSender.Carrier {
  private final DialogueDao dialogues;
  private final AskingSettings settings;
  private final InvitationLetter letter;
  private final Pages pages;
  private final SmsCarrier carrier;

  public DialogueStart(
      Jdbi jdbi,
      AskingSettings settings,
      InvitationLetter letter,
      Pages pages,
      SmsCarrier carrier) {
    this.dialogues = Database.dao(jdbi, DialogueDao.class);
    this.settings = settings;
    this.letter = letter;
    this.pages = pages;
    this.carrier = carrier;
  }

  /** In the transaction of the claim, so that a dialogue is there once its start was sent. */
  @Override
  public Optional<String> send(Invitation invitation, Contact contact, String number)
      throws DeliveryException {
    if (!settings.channels().get(contact.channel()).asksByDialogue()) {
      return carrier.send(letter.sms(invitation, contact, number));
    }
    if (begin(invitation).step() != Step.START) {
      // it was accepted in an earlier try, whatever came of that: the resident has answered it
      return Optional.empty();
    }
    Texts texts = pages.texts(Optional.empty(), Optional.of(contact.language()));
    try {
      return carrier.send(new Sms(invitation.id(), number, texts.text(DialogueTexts.START)));
    } catch (DeliveryException e) {
      if (e.kind() != Kind.UNAVAILABLE) {
        dialogues.delete(invitation.id());
      }
      throw e;
    }
  }

  /** Its dialogue; where the number has that of another invitation, it is to be tried later. */
  private Dialogue begin(Invitation invitation) throws DeliveryException {
    dialogues.begin(invitation.id(), invitation.phoneHash());
    return dialogues
        .find(invitation.phoneHash())
        .filter(open -> open.invitationId().equals(invitation.id()))
        .orElseThrow(() -> new DeliveryException(Kind.TRANSIENT, "dialogue_open"));
  }
}

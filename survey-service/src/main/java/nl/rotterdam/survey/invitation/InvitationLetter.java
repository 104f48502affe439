// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.invitation;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.rotterdam.survey.contact.Contact;
import nl.rotterdam.survey.invitation.MailMark.Letter;
import nl.rotterdam.survey.mail.Mail;
import nl.rotterdam.survey.sms.Sms;
import nl.rotterdam.survey.text.Pages;
import nl.rotterdam.survey.text.Templates;
import nl.rotterdam.survey.text.Texts;

/** What an invitation says, as a mail and as a text message. */
public final class InvitationLetter {
  private final Templates templates;
  private final Pages pages;
  private final Links links;
  private final MailMark marks;
  private final ZoneId zone;

  public InvitationLetter(
      Templates templates, Pages pages, Links links, MailMark marks, ZoneId zone) {
    this.templates = templates;
    this.pages = pages;
    this.links = links;
    this.marks = marks;
    this.zone = zone;
  }

  /** The mail to this address: the invitation, or the reminder of it, in the same layout. */
  public Mail mail(Invitation invitation, Contact contact, String address) {
    String mark = marks.of(invitation.id(), Letter.INVITATION);
    return invitation.reminds()
        ? mail(reminderId(invitation), "mail.reminder", invitation, contact, address)
            .knownBy(marks.of(invitation.id(), Letter.REMINDER), Optional.of(mark))
        : mail(invitation.id(), "mail", invitation, contact, address)
            .knownBy(mark, Optional.empty());
  }

  /** An id of its own, the same for each try. */
  private static UUID reminderId(Invitation invitation) {
    return UUID.nameUUIDFromBytes(
        ("reminder " + invitation.id()).getBytes(StandardCharsets.US_ASCII));
  }

  private Mail mail(
      UUID id, String letter, Invitation invitation, Contact contact, String address) {
    Texts texts = texts(contact);
    String contactDay = date(LocalDate.ofInstant(contact.startedAt(), zone), texts);
    LinkToken token = links.token(invitation.id());
    Map<String, Object> model = new HashMap<>();
    model.put("t", texts);
    model.put("subject", texts.text(letter + ".subject"));
    model.put("intro", texts.text(letter + ".intro", Map.of("date", contactDay)));
    // the link closes at midnight, so the day before is the last on which it works
    model.put("until", date(LocalDate.ofInstant(invitation.expiresAt(), zone).minusDays(1), texts));
    model.put("link", links.survey(token) + "?lang=" + texts.language());
    model.put("privacy", links.privacy() + "?lang=" + texts.language());
    model.put("unsubscribe", links.unsubscribe(invitation) + "?lang=" + texts.language());
    return new Mail(
        id,
        address,
        texts.text(letter + ".subject"),
        templates.render("mail/invitation.txt.ftl", model),
        templates.render("mail/invitation.ftlh", model),
        Optional.of(URI.create(links.unsubscribe(invitation))),
        texts.language());
  }

  /** The text message to this number. */
  public Sms sms(Invitation invitation, Contact contact, String number) {
    return new Sms(invitation.id(), number, smsText(texts(contact), links.token(invitation.id())));
  }

  private String smsText(Texts texts, LinkToken token) {
    return texts.text("sms.invitation", Map.of("link", links.survey(token)));
  }

  /** A text message as long as every other: all links are equally long. */
  public String longestSms(Texts texts) {
    return smsText(texts, links.token(new UUID(0, 0)));
  }

  private Texts texts(Contact contact) {
    return pages.texts(Optional.empty(), Optional.of(contact.language()));
  }

  private static String date(LocalDate date, Texts texts) {
    return date.format(DateTimeFormatter.ofPattern(texts.text("mail.date"), texts.locale()));
  }
}

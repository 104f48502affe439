// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.mail;

import jakarta.activation.DataHandler;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import jakarta.mail.util.StreamProvider;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import nl.rotterdam.survey.delivery.DeliveryException;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.eclipse.angus.mail.util.MailStreamProvider;

/** A mail as it goes over the line: the same MIME for the relay and for the outbox. */
final class MailMessage extends SMTPMessage {
  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  static {
    // left to itself, Jakarta Mail searches all jars for its streams several times a mail, which
    // takes longer than all the rest
    String provider = StreamProvider.class.getName();
    if (System.getProperty(provider) == null) {
      System.setProperty(provider, MailStreamProvider.class.getName());
    }
  }

  private final String messageId;
  private boolean handingOver;
  private boolean handedOver;

  private MailMessage(Session session, String messageId) {
    super(session);
    this.messageId = messageId;
  }

  static MailMessage of(Mail mail, MailSettings settings, Session session, Clock clock)
      throws DeliveryException {
    InternetAddress to = recipient(mail.to());
    String domain = settings.from().substring(settings.from().lastIndexOf('@') + 1);
    MailMessage message = new MailMessage(session, messageId(mail.messageId(), domain));
    try {
      String name = settings.fromName().isEmpty() ? null : settings.fromName();
      message.setFrom(new InternetAddress(settings.from(), name, UTF_8));
      settings.returnPath(mail.messageId()).ifPresent(message::setEnvelopeFrom);
      message.setRecipient(Message.RecipientType.TO, to);
      message.setSubject(mail.subject(), UTF_8);
      message.setSentDate(Date.from(clock.instant()));
      message.setContentLanguage(new String[] {mail.language()});
      message.setHeader("Auto-Submitted", "auto-generated");
      if (mail.unsubscribe().isPresent()) {
        message.setUnsubscribe(mail.unsubscribe().get());
      }
      if (mail.inReplyTo().isPresent()) {
        String before = messageId(mail.inReplyTo().get(), domain);
        message.setHeader("In-Reply-To", before);
        message.setHeader("References", before);
      }
      message.setContent(content(mail));
      message.saveChanges();
      return message;
    } catch (MessagingException | UnsupportedEncodingException e) {
      throw new IllegalStateException("Mail " + mail.id() + " cannot be made", e);
    }
  }

  /** Whether the text has begun to leave: before that, a second try cannot make a second mail. */
  boolean handingOver() {
    return handingOver;
  }

  /** Whether the whole text has left: from then on the relay may have taken it. */
  boolean handedOver() {
    return handedOver;
  }

  Address[] recipients() throws MessagingException {
    return getRecipients(Message.RecipientType.TO);
  }

  @Override
  public void writeTo(OutputStream out, String[] ignoreList)
      throws IOException, MessagingException {
    handingOver = true;
    super.writeTo(out, ignoreList);
    handedOver = true;
  }

  /** A retry must be known as the same mail, so the library does not invent an id. */
  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", messageId);
  }

  private static String messageId(String local, String domain) {
    return "<" + local + "@" + domain + ">";
  }

  private void setUnsubscribe(URI address) throws MessagingException {
    setHeader("List-Unsubscribe", "<" + address.toASCIIString() + ">");
    setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
  }

  private static MimeMultipart content(Mail mail) throws MessagingException {
    MimeMultipart texts =
        new MimeMultipart("alternative", part(mail.text(), "plain"), part(mail.html(), "html"));
    if (mail.attachments().isEmpty()) {
      return texts;
    }
    MimeBodyPart body = new MimeBodyPart();
    body.setContent(texts);
    MimeMultipart all = new MimeMultipart("mixed", body);
    for (Attachment attachment : mail.attachments()) {
      all.addBodyPart(part(attachment));
    }
    return all;
  }

  private static MimeBodyPart part(Attachment attachment) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setDataHandler(
        new DataHandler(new ByteArrayDataSource(attachment.content(), attachment.mediaType())));
    part.setFileName(attachment.name());
    part.setDisposition(Part.ATTACHMENT);
    part.setHeader("Content-Transfer-Encoding", "base64");
    return part;
  }

  private static MimeBodyPart part(String text, String subtype) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setText(text, UTF_8, subtype);
    part.setHeader("Content-Transfer-Encoding", "quoted-printable");
    return part;
  }

  private static InternetAddress recipient(String to) throws DeliveryException {
    try {
      InternetAddress address = new InternetAddress(to, true);
      address.validate();
      // one bare ASCII address: no name before it, no second one, nothing a header could end in
      if (to.equals(address.getAddress()) && to.chars().allMatch(c -> c > ' ' && c < 127)) {
        return address;
      }
    } catch (AddressException e) {
      // its message quotes the address, so it goes no further
      throw invalidAddress();
    }
    throw invalidAddress();
  }

  private static DeliveryException invalidAddress() {
    return DeliveryException.deadAddress("address_invalid");
  }
}

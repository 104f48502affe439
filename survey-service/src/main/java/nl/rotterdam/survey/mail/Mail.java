// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.mail;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * One e-mail to one person, as plain text and as HTML.
 *
 * @param id the same for each try
 * @param to the bare address; a bad one is refused when the mail is sent
 * @param unsubscribe where RFC 8058's one-click POST goes
 * @param language the texts' BCP 47 tag
 * @param attachments files that go with it
 * @param messageId its Message-ID before the at sign, the same for each try
 * @param inReplyTo the same of the mail that it comes after, so that programs show them together
 */
public record Mail(
    UUID id,
    String to,
    String subject,
    String text,
    String html,
    Optional<URI> unsubscribe,
    String language,
    List<Attachment> attachments,
    String messageId,
    Optional<String> inReplyTo) {

  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
  private static final Pattern MESSAGE_ID = Pattern.compile("[0-9A-Za-z-]{1,64}");
  private static final Pattern LANGUAGE = Pattern.compile("[a-zA-Z]{2,8}(-[a-zA-Z0-9]{1,8})*");

  public Mail {
    attachments = List.copyOf(attachments);
    if (CONTROL.matcher(subject).find()) {
      throw new IllegalArgumentException("A subject is one line without control characters");
    }
    if (!LANGUAGE.matcher(language).matches()) {
      throw new IllegalArgumentException("A language is a BCP 47 tag such as nl");
    }
    unsubscribe.ifPresent(Mail::requireWebAddress);
    requireMessageId(messageId);
    inReplyTo.ifPresent(Mail::requireMessageId);
  }

  /** A mail that is known by its id. */
  public Mail(
      UUID id,
      String to,
      String subject,
      String text,
      String html,
      Optional<URI> unsubscribe,
      String language,
      List<Attachment> attachments) {
    this(
        id,
        to,
        subject,
        text,
        html,
        unsubscribe,
        language,
        attachments,
        id.toString(),
        Optional.empty());
  }

  /** A mail without attachments. */
  public Mail(
      UUID id,
      String to,
      String subject,
      String text,
      String html,
      Optional<URI> unsubscribe,
      String language) {
    this(id, to, subject, text, html, unsubscribe, language, List.of());
  }

  /** The same mail under another Message-ID, perhaps after another one. */
  public Mail knownBy(String otherMessageId, Optional<String> before) {
    return new Mail(
        id, to, subject, text, html, unsubscribe, language, attachments, otherMessageId, before);
  }

  private static void requireMessageId(String messageId) {
    if (!MESSAGE_ID.matcher(messageId).matches()) {
      throw new IllegalArgumentException("A Message-ID is letters, digits and hyphens, 1 to 64");
    }
  }

  private static void requireWebAddress(URI address) {
    if (!"https".equals(address.getScheme()) && !"http".equals(address.getScheme())) {
      throw new IllegalArgumentException("Unsubscribing goes to an http or https address");
    }
  }

  /** The id alone: the rest is the reader's. */
  @Override
  public String toString() {
    return "Mail[" + id + "]";
  }
}

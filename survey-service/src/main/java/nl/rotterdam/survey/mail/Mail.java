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
 * @param id whence the Message-ID is made, so that a retry carries the same one
 * @param to the bare address; a bad one is refused when the mail is sent
 * @param unsubscribe where RFC 8058's one-click POST goes
 * @param language the texts' BCP 47 tag
 * @param attachments files that go with it
 */
public record Mail(
    UUID id,
    String to,
    String subject,
    String text,
    String html,
    Optional<URI> unsubscribe,
    String language,
    List<Attachment> attachments) {

  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
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

// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.rotterdam.survey.mail.OutboxMail;
import nl.rotterdam.survey.sms.OutboxText;

/**
 * The messages that would have gone out.
 *
 * @param folder where they were written
 */
record Outbox(Path folder) {
  private static final Pattern LINK = Pattern.compile("https?://\\S+");
  private static final String MAIL = ".eml";
  private static final String TEXT = ".txt";

  /**
   * A message.
   *
   * @param subject empty for a text message
   * @param html how a mail program shows it; empty for a text message
   */
  public record Message(
      UUID id,
      String to,
      Optional<String> subject,
      Instant sentAt,
      List<Piece> pieces,
      Optional<String> html) {}

  /** A piece of a message's text, which may be a link. */
  public record Piece(String text, boolean link) {}

  /** All of them, the last first. */
  List<Message> list() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<Path> files;
    try (Stream<Path> entries = Files.list(folder)) {
      files = entries.filter(Outbox::isMessage).toList();
    }
    List<Message> messages = new ArrayList<>();
    for (Path file : files) {
      messages.add(read(file));
    }
    // ids are given in the order of time
    messages.sort(Comparator.comparing((Message message) -> message.id().toString()).reversed());
    return messages;
  }

  /** The mail for this invitation. */
  Optional<Message> mail(UUID id) throws IOException {
    try {
      return Optional.of(read(folder.resolve(id + MAIL)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  private static boolean isMessage(Path file) {
    String name = file.getFileName().toString();
    return !name.startsWith(".") && (name.endsWith(MAIL) || name.endsWith(TEXT));
  }

  private static Message read(Path file) throws IOException {
    String name = file.getFileName().toString();
    UUID id = UUID.fromString(name.substring(0, name.lastIndexOf('.')));
    if (name.endsWith(MAIL)) {
      OutboxMail mail = OutboxMail.read(file);
      return new Message(
          id,
          mail.to(),
          Optional.of(mail.subject()),
          mail.sentAt(),
          pieces(mail.text()),
          Optional.of(mail.html()));
    }
    OutboxText text = OutboxText.read(file);
    return new Message(
        id, text.to(), Optional.empty(), text.sentAt(), pieces(text.text()), Optional.empty());
  }

  private static List<Piece> pieces(String text) {
    List<Piece> pieces = new ArrayList<>();
    int from = 0;
    for (Matcher link = LINK.matcher(text); link.find(); from = link.end()) {
      pieces.add(new Piece(text.substring(from, link.start()), false));
      pieces.add(new Piece(link.group(), true));
    }
    pieces.add(new Piece(text.substring(from), false));
    return pieces;
  }
}

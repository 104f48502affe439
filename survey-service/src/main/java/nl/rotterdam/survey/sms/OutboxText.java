// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.sms;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** A text message that was written to the outbox, read back. */
public record OutboxText(String to, Instant sentAt, String text) {
  private static final String TO = "To: ";

  /** The text message in this file. */
  public static OutboxText read(Path file) throws IOException {
    String[] headAndText = Files.readString(file).split("\n\n", 2);
    if (headAndText.length < 2 || !headAndText[0].startsWith(TO)) {
      throw new IOException(file + " is no text message of the outbox");
    }
    return new OutboxText(
        headAndText[0].substring(TO.length()),
        Files.getLastModifiedTime(file).toInstant(),
        headAndText[1].strip());
  }
}

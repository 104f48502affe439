// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A folder that stands in for a carrier: one file a message, whole or not there at all. */
public final class OutboxFolder {
  private final Path folder;

  public OutboxFolder(Path folder) {
    this.folder = folder;
  }

  /** Writes the file under that name; the same name again replaces it, as a retry does. */
  public void write(String name, byte[] content) throws DeliveryException {
    try {
      Files.createDirectories(folder);
      // a temporary file is readable to its owner only, and so is what it becomes
      Path part = Files.createTempFile(folder, ".", ".part");
      try {
        Files.write(part, content);
        Files.move(
            part,
            folder.resolve(name),
            StandardCopyOption.ATOMIC_MOVE,
            StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      throw DeliveryException.unavailable("outbox_not_writable", e);
    }
  }
}

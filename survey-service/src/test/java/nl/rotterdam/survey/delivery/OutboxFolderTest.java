// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.rotterdam.survey.delivery.DeliveryException.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class OutboxFolderTest {
  @TempDir private Path parent;

  @Test
  void makesTheFolderAndLeavesOneFile() throws Exception {
    Path folder = parent.resolve("data/outbox");

    new OutboxFolder(folder).write("a.txt", bytes("one"));

    assertThat(folder).isDirectoryContaining("glob:**/a.txt");
    assertThat(folder.toFile().list()).containsExactly("a.txt");
  }

  @Test
  void sameNameReplaces() throws Exception {
    OutboxFolder outbox = new OutboxFolder(parent);

    outbox.write("a.txt", bytes("a first text"));
    outbox.write("a.txt", bytes("second"));

    assertThat(parent.resolve("a.txt")).hasContent("second");
    assertThat(parent.toFile().list()).containsExactly("a.txt");
  }

  @Test
  void readerNeverSeesHalfAFile() throws Exception {
    OutboxFolder outbox = new OutboxFolder(parent);
    byte[] content = new byte[200_000];
    outbox.write("a.txt", content);
    AtomicBoolean done = new AtomicBoolean();
    Thread writer =
        new Thread(
            () -> {
              try {
                for (int i = 0; i < 200; i++) {
                  outbox.write("a.txt", content);
                }
              } catch (DeliveryException e) {
                throw new IllegalStateException(e);
              } finally {
                done.set(true);
              }
            });
    writer.start();

    while (!done.get()) {
      assertThat(Files.readAllBytes(parent.resolve("a.txt"))).hasSameSizeAs(content);
    }
    writer.join();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void onlyTheOwnerReads() throws Exception {
    new OutboxFolder(parent).write("a.txt", bytes("one"));

    assertThat(Files.getPosixFilePermissions(parent.resolve("a.txt")))
        .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
  }

  @Test
  void folderThatCannotBeIsUnavailable() throws Exception {
    Path file = Files.createFile(parent.resolve("file"));

    DeliveryException e =
        catchThrowableOfType(
            DeliveryException.class,
            () -> new OutboxFolder(file.resolve("outbox")).write("a.txt", bytes("one")));

    assertThat(e.kind()).isEqualTo(Kind.UNAVAILABLE);
    assertThat(e.reason()).isEqualTo("outbox_not_writable");
    assertThat(e).hasCauseInstanceOf(java.io.IOException.class);
    assertThat(parent.toFile().list()).containsExactly("file");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoFolderTest {
  @TempDir private Path data;

  @Test
  void whatADemoLeftIsDeleted() throws Exception {
    Path folder = data.resolve("demo");
    DemoFolder.take(folder).close();
    Files.createDirectories(folder.resolve("outbox"));
    Files.writeString(folder.resolve("outbox").resolve("old.eml"), "old");
    DemoFolder.take(folder).close();
    assertThat(folder)
        .isDirectoryContaining("glob:**DEMO.txt")
        .isDirectoryNotContaining("glob:**outbox");
  }

  @Test
  void whatIsNotTheDemosIsLeftAsItIs() throws Exception {
    Path folder = Files.createDirectories(data.resolve("demo"));
    Path letter = Files.writeString(folder.resolve("letter.txt"), "mine");
    assertThatThrownBy(() -> DemoFolder.take(folder))
        .isInstanceOf(DemoFolder.TakenException.class)
        .hasMessageContaining("is not the demo's");
    assertThat(letter).hasContent("mine");
  }

  @Test
  void aLinkOutOfTheFolderIsNotFollowed() throws Exception {
    Path elsewhere = Files.createDirectories(data.resolve("elsewhere"));
    Path letter = Files.writeString(elsewhere.resolve("letter.txt"), "mine");
    Path folder = data.resolve("demo");
    DemoFolder.take(folder).close();
    Files.createSymbolicLink(folder.resolve("link"), elsewhere);
    DemoFolder.take(folder).close();
    assertThat(letter).hasContent("mine");
    assertThat(folder.resolve("link")).doesNotExist();
  }

  @Test
  void oneDemoKeepsAnotherOff() throws Exception {
    Path folder = data.resolve("demo");
    try (DemoFolder taken = DemoFolder.take(folder)) {
      assertThat(taken).isNotNull();
      assertThatThrownBy(() -> DemoFolder.take(folder))
          .isInstanceOf(DemoFolder.TakenException.class)
          .hasMessageContaining("A demo is running");
    }
    DemoFolder.take(folder).close();
  }
}

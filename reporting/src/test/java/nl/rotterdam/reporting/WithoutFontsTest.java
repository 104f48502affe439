// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything is drawn in a JVM of its own that sees no font of the machine. */
class WithoutFontsTest {

  @Test
  void picturesAndDocumentsAreTheSameOnAMachineWithoutFonts(@TempDir Path empty) throws Exception {
    Path configuration = empty.resolve("fonts.conf");
    Files.writeString(
        configuration,
        """
        <?xml version="1.0"?>
        <!DOCTYPE fontconfig SYSTEM "fonts.dtd">
        <fontconfig><cachedir>%s</cachedir></fontconfig>
        """
            .formatted(empty.resolve("cache")));
    assertThat(run(empty, configuration.toString(), NoFontAtAll.class)).startsWith("none");
    assertThat(run(empty, configuration.toString(), DrawEverything.class))
        .isEqualTo(run(empty, null, DrawEverything.class));
  }

  /** The machine's fonts are described by a file; Java keeps what it read in the home folder. */
  private static String run(Path home, String fontConfiguration, Class<?> program)
      throws IOException, InterruptedException {
    ProcessBuilder child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.awt.headless=true",
                "-Duser.home="
                    + Files.createDirectory(
                        home.resolve(program.getSimpleName() + (fontConfiguration == null))),
                "-cp",
                System.getProperty("java.class.path"),
                program.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    if (fontConfiguration != null) {
      child.environment().put("FONTCONFIG_FILE", fontConfiguration);
    }
    Process process = child.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(output).isZero();
    return output;
  }
}

// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import nl.rotterdam.reporting.chart.FontDescription;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything is drawn in a JVM of its own that sees no font of the machine. */
class WithoutFontsTest {
  @TempDir private Path folder;
  private Path noFonts;
  private String description;

  /** The machine's fonts are listed by a file; here it lists none. */
  @BeforeEach
  void describeAMachineWithoutFonts() throws IOException {
    noFonts =
        Files.writeString(
            folder.resolve("fonts.conf"),
            """
            <?xml version="1.0"?>
            <!DOCTYPE fontconfig SYSTEM "fonts.dtd">
            <fontconfig><cachedir>%s</cachedir></fontconfig>
            """
                .formatted(folder.resolve("cache")));
    Path file = folder.resolve("fonts" + FontDescription.SUFFIX);
    description =
        "-D" + FontDescription.PROPERTY + "=" + Files.writeString(file, FontDescription.TEXT);
  }

  @Test
  void picturesAndDocumentsAreTheSameOnAMachineWithoutFonts() throws Exception {
    Outcome withFonts = draw(List.of(), false);
    assertThat(withFonts.exitCode()).as(withFonts.output()).isZero();
    assertThat(draw(List.of(description), true)).isEqualTo(withFonts);
    assertThat(draw(List.of(description), false)).isEqualTo(withFonts);
  }

  @Test
  void whereTheDescriptionIsForgottenItSaysWhatToDo() throws Exception {
    Outcome outcome = draw(List.of(), true);
    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.output()).contains(FontDescription.class.getName());
  }

  private record Outcome(int exitCode, String output) {}

  /** Java keeps what it found on a machine in the home folder, so each run has its own. */
  private Outcome draw(List<String> options, boolean withoutFonts)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Djava.awt.headless=true");
    command.add("-Duser.home=" + Files.createTempDirectory(folder, "home"));
    command.addAll(options);
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), DrawEverything.class.getName()));
    ProcessBuilder child = new ProcessBuilder(command).redirectErrorStream(true);
    if (withoutFonts) {
      child.environment().put("FONTCONFIG_FILE", noFonts.toString());
    }
    Process process = child.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return new Outcome(process.exitValue(), output);
  }
}

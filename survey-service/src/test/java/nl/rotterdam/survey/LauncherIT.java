// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar as it is run, and the archive that it keeps beside itself. */
class LauncherIT {
  @TempDir Path folder;

  private record Run(int status, String said) {}

  @BeforeEach
  void takeJarAndSettings() throws IOException {
    Files.copy(Path.of("target", "survey-service.jar"), folder.resolve("survey-service.jar"));
    Files.copy(Path.of("..", "config.yml"), folder.resolve("config.yml"));
  }

  @Test
  void theFirstReportMakesAnArchiveAndTheNextOneTakesItsClassesFromThere() throws Exception {
    assertThat(run("report", "--month", "2025-13", "--out", "r", "config.yml"))
        .matches(run -> run.status() == 1)
        .matches(run -> run.said().contains("--month"), "says what is wrong");
    assertThat(archives()).isEmpty();

    Run first = run("report", "--month", "2025-05", "--out", "first", "config.yml");
    assertThat(first.status()).as(first.said()).isZero();
    assertThat(first.said()).contains("takes longer");
    assertThat(archives()).hasSize(1);
    byte[] archive = Files.readAllBytes(archives().get(0));

    Run next = run("report", "--month", "2025-05", "--out", "next", "config.yml");
    assertThat(next.status()).as(next.said()).isZero();
    assertThat(next.said()).contains("report-2025-05.pdf").doesNotContain("takes longer");
    assertThat(archives()).hasSize(1);
    assertThat(archives().get(0)).hasBinaryContent(archive);
    assertThat(folder.resolve("next/report-2025-05.pdf"))
        .hasSameBinaryContentAs(folder.resolve("first/report-2025-05.pdf"));
  }

  @Test
  void whoGivesJavaOptionsOfTheirOwnGetsNoArchive() throws Exception {
    List<String> line = List.of("report", "--month", "2025-05", "--out", "r", "config.yml");
    assertThat(run(List.of("-Xmx300m"), line).status()).isZero();
    assertThat(archives()).isEmpty();
  }

  private List<Path> archives() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jsa")).toList();
    }
  }

  private Run run(String... arguments) throws IOException, InterruptedException {
    return run(List.of(), List.of(arguments));
  }

  private Run run(List<String> options, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-jar", "survey-service.jar"));
    command.addAll(arguments);
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Run(process.waitFor(), said);
  }
}

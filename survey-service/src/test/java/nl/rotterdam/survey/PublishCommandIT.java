// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Publishing as it is done at the command line, on the embedded default. */
class PublishCommandIT {
  @TempDir Path folder;

  @Test
  void aMonthIsPublishedOnceAndItsFiguresAreThoseOfThePublication() throws Exception {
    Path contacts =
        Files.writeString(
            folder.resolve("contacts.csv"),
            "externalId,channel,startedAt,emailOrPhone\n"
                + "a,phone,2025-05-10T10:00:00Z,a@example.org\n");
    assertThat(run("publish", "--month", "2025-05")).contains("up to 2025-05 there are none");
    assertThat(run("import", "--contacts", contacts.toString())).isEmpty();
    assertThat(run("publish", "--month", "2025-5")).contains("--month").contains("2025-05");
    assertThat(run("publish", "--month", "2025-05", "--note", "first")).isEmpty();
    assertThat(run("publish", "--month", "2025-05")).contains("is published already");
    assertThat(run("publish", "--month", "2025-04")).contains("must be later than 2025-05");

    Path later =
        Files.writeString(
            folder.resolve("later.csv"), Files.readString(contacts).replace("\na,", "\nb,"));
    assertThat(run("import", "--contacts", later.toString())).isEmpty();
    Path figures = folder.resolve("figures.csv");
    assertThat(run("figures", "--to", "2025-05", "--out", figures.toString())).isEmpty();
    assertThat(Files.readAllLines(figures)).contains("contacts,,all,,2025-05,1,,,1,ok,,,");
    packIsWrittenWholeOrNotAtAll();
  }

  private void packIsWrittenWholeOrNotAtAll() throws Exception {
    Path pack = folder.resolve("new").resolve("pack");
    assertThat(run("pack", "--month", "2025-13", "--out", pack.toString())).contains("--month");
    assertThat(pack.getParent()).doesNotExist();
    assertThat(run("pack", "--month", "2025-05", "--out", pack.toString())).isEmpty();
    assertThat(pack.resolve("manifest.json")).content().contains("\"standing\" : \"published\"");
    assertThat(pack.resolve("nl")).isDirectoryContaining("glob:**figures-2025-05.docx");
    assertThat(pack.resolve("en")).isDirectoryContaining("glob:**dissatisfaction-2025-05.txt");
    try (Stream<Path> others = Files.list(pack.getParent())) {
      assertThat(others).containsExactly(pack);
    }
    assertThat(run("pack", "--month", "2025-05", "--out", pack.toString()))
        .contains("--out", "is not empty");
  }

  /** What the command complains of; nothing where it succeeds. */
  private String run(String... arguments) throws Exception {
    Path config = folder.resolve("config.yml");
    Files.writeString(config, Files.readString(Path.of("..", "config.yml")));
    List<String> line = new ArrayList<>(List.of(arguments));
    line.add(config.toString());
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Optional<Throwable> failure = StartIT.commandLine(err).run(line.toArray(String[]::new));
    String complaint = err.toString(StandardCharsets.UTF_8);
    assertThat(complaint.isEmpty()).isEqualTo(failure.isEmpty());
    return complaint;
  }
}

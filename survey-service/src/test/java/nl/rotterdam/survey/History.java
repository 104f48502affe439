// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.rotterdam.survey.intake.FileImport;
import nl.rotterdam.survey.intake.FileImport.Summary;

/** History that a test makes up, and imports as files. */
final class History {
  private final Components parts;
  private final Path folder;
  private int contacts;

  History(SurveyApp app, Path folder) {
    this.parts = app.components();
    this.folder = folder;
  }

  /** Contacts by telephone in a month, of which these answered: first the dissatisfied. */
  History month(String month, int number, int dissatisfied, int satisfied) throws IOException {
    return month(month, "Paspoort", number, dissatisfied, satisfied);
  }

  /** The same about one product. */
  History month(String month, String product, int number, int dissatisfied, int satisfied)
      throws IOException {
    return contacts("phone", "", product, "", month, number)
        .answered(month, number, dissatisfied, satisfied);
  }

  /** The same at the counter of a location. */
  History visits(String month, String location, int number, int dissatisfied, int satisfied)
      throws IOException {
    return contacts("counter", location, "Paspoort", "", month, number)
        .answered(month, number, dissatisfied, satisfied);
  }

  /** The same with one text as location, product, neighbourhood and cluster. */
  History of(String text, String month, int number, int dissatisfied, int satisfied)
      throws IOException {
    return contacts("counter", text, text, text, month, number)
        .answered(month, number, dissatisfied, satisfied);
  }

  private History answered(String month, int number, int dissatisfied, int satisfied)
      throws IOException {
    return answers(month, contacts - number, dissatisfied, satisfied);
  }

  private History contacts(
      String channel, String location, String product, String area, String month, int number)
      throws IOException {
    int first = contacts;
    contacts += number;
    read(
        "contacts.csv",
        "externalId,channel,location,product,wijk,cluster,startedAt,emailOrPhone\n"
            + IntStream.range(first, contacts)
                .mapToObj(
                    i ->
                        "c%d,%s,%s,%s,%s,%s,%s-10T10:00:00Z,c%d@example.org"
                            .formatted(
                                i,
                                channel,
                                quoted(location),
                                quoted(product),
                                quoted(area),
                                quoted(area),
                                month,
                                i))
                .collect(Collectors.joining("\n")));
    return this;
  }

  private static String quoted(String cell) {
    return '"' + cell.replace("\"", "\"\"") + '"';
  }

  /** Answers to the contacts from the given one on. */
  History answers(String month, int first, int dissatisfied, int satisfied) throws IOException {
    read(
        "answers.csv",
        "externalId,overall,friendliness,clarity,timeliness,answeredAt\n"
            + IntStream.range(0, dissatisfied + satisfied)
                .mapToObj(
                    i ->
                        "c%d,%d,8,8,8,%s-11T10:00:00Z"
                            .formatted(first + i, i < dissatisfied ? 6 : 8, month))
                .collect(Collectors.joining("\n")));
    return this;
  }

  /** A call-back note. */
  History callback(String createdAt, String handledAt) throws IOException {
    read("callbacks.csv", "createdAt,handledAt\n" + createdAt + "," + handledAt + "\n");
    return this;
  }

  private void read(String name, String content) throws IOException {
    Path file = Files.writeString(folder.resolve(name), content);
    FileImport files =
        new FileImport(
            complaint -> {
              throw new AssertionError(complaint);
            },
            line -> {});
    Summary summary =
        switch (name) {
          case "contacts.csv" -> files.run(file, parts.histories().contacts("default"));
          case "answers.csv" -> files.run(file, parts.histories().answers("default"));
          default -> files.run(file, parts.histories().callbacks("default"));
        };
    assertThat(summary.bad()).isZero();
  }
}

// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * The made-up city's history as the files that the command import reads.
 *
 * @param folder where they lie
 */
record CityFiles(Path folder) {

  Path contacts() {
    return folder.resolve("contacts.csv");
  }

  Path answers() {
    return folder.resolve("answers.csv");
  }

  Path callbacks() {
    return folder.resolve("callbacks.csv");
  }

  /** Writes all three. */
  void write(CityHistory city) throws IOException {
    Files.createDirectories(folder);
    write(
        contacts(),
        "externalId,channel,location,product,wijk,cluster,language,startedAt,durationSeconds,"
            + "resolvedFirstTime,emailOrPhone",
        city.contacts().stream().map(CityFiles::cells).toList());
    write(
        answers(),
        "externalId,overall,friendliness,clarity,timeliness,answeredAt,comment",
        city.answers().stream().map(CityFiles::cells).toList());
    write(
        callbacks(),
        "createdAt,handledAt",
        city.notes().stream()
            .map(note -> new Object[] {time(note.createdAt()), time(note.handledAt())})
            .toList());
  }

  private static Object[] cells(CityContact contact) {
    return new Object[] {
      contact.externalId(),
      contact.channel().code(),
      contact.location(),
      contact.product(),
      contact.wijk(),
      contact.cluster(),
      contact.language(),
      time(contact.startedAt()),
      contact.durationSeconds(),
      contact.resolvedFirstTime(),
      contact.emailOrPhone()
    };
  }

  private static Object[] cells(CityAnswer answer) {
    return new Object[] {
      answer.externalId(),
      answer.overall(),
      answer.friendliness(),
      answer.clarity(),
      answer.timeliness(),
      time(answer.answeredAt()),
      answer.comment()
    };
  }

  private static String time(ZonedDateTime time) {
    return time == null ? null : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
  }

  private static void write(Path file, String columns, List<Object[]> lines) throws IOException {
    CSVFormat format =
        CSVFormat.RFC4180.builder().setRecordSeparator('\n').setHeader(columns.split(",")).get();
    try (CSVPrinter printer = new CSVPrinter(Files.newBufferedWriter(file), format)) {
      for (Object[] line : lines) {
        printer.printRecord(line);
      }
    }
  }
}

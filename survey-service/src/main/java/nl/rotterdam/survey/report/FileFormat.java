// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.report;

import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** In what files something is shown. */
enum FileFormat {
  SVG("image/svg+xml"),
  PNG("image/png"),
  CSV("text/csv;charset=utf-8"),
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
  TXT("text/plain;charset=utf-8"),
  DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

  private final String mediaType;

  FileFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  String mediaType() {
    return mediaType;
  }

  MediaType type() {
    return MediaType.valueOf(mediaType);
  }

  /** As at the end of a file's name. */
  String extension() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it is a picture, and so needs something to draw. */
  boolean isPicture() {
    return this == SVG || this == PNG;
  }

  /** The format that a file's name ends in. */
  static Optional<FileFormat> of(String extension) {
    return Arrays.stream(values())
        .filter(format -> format.extension().equals(extension))
        .findFirst();
  }
}

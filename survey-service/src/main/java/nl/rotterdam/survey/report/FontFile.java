// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import nl.rotterdam.reporting.chart.FontDescription;

/**
 * Lets charts be drawn on a machine that has no font at all: Java wants to be told so in a file.
 */
final class FontFile {
  private FontFile() {}

  /** Writes the file and names it, once a process and before anything is drawn. */
  static synchronized void provide() {
    if (System.getProperty(FontDescription.PROPERTY) != null) {
      return;
    }
    try {
      Path file = Files.createTempFile("fonts", FontDescription.SUFFIX);
      Files.writeString(file, FontDescription.TEXT);
      file.toFile().deleteOnExit();
      System.setProperty(FontDescription.PROPERTY, file.toString());
    } catch (IOException e) {
      throw new UncheckedIOException("The folder for temporary files cannot be written to", e);
    }
  }
}

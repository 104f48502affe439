// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.report;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.rotterdam.reporting.office.StableZip;

/**
 * The files of a council pack.
 *
 * @param date of the edition
 * @param concept whether the month is not published
 * @param files by their names, with folders; the manifest is the last
 */
public record Pack(LocalDate date, boolean concept, Map<String, byte[]> files) {
  static final String MANIFEST = "manifest.json";

  public Pack {
    files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
  }

  /** What stands for all of it: the manifest holds the hash of every other file. */
  byte[] manifest() {
    return files.get(MANIFEST);
  }

  /** Writes all of it as one file. */
  public void zip(OutputStream out) throws IOException {
    StableZip.write(files, date, out);
  }
}

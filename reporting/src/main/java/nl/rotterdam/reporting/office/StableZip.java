// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.office;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Zip files of which the same content gives the same bytes: their times are those of a date. */
public final class StableZip {
  private final ZipOutputStream zip;
  private final LocalDate date;

  /**
   * Begins a file.
   *
   * @param out is left open
   * @param date said to be the time of each file in it, from 1980 on
   */
  public StableZip(OutputStream out, LocalDate date) {
    this.zip = new ZipOutputStream(out);
    this.date = date;
  }

  /**
   * Adds a file, which need not be kept any longer.
   *
   * @param name another one than those before
   * @throws IOException where it cannot be written
   */
  public void add(String name, byte[] content) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(date.atStartOfDay());
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }

  /**
   * Ends it.
   *
   * @throws IOException where it cannot be written
   */
  public void finish() throws IOException {
    zip.finish();
  }

  /**
   * Writes the files in their order.
   *
   * @param files content by name
   * @param date said to be the time of each file, from 1980 on
   * @param out is left open
   * @throws IOException where {@code out} cannot be written to
   */
  public static void write(Map<String, byte[]> files, LocalDate date, OutputStream out)
      throws IOException {
    StableZip zip = new StableZip(out, date);
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      zip.add(file.getKey(), file.getValue());
    }
    zip.finish();
  }

  /** The same files in the same order, with the times of a date. */
  static byte[] dated(byte[] archive, LocalDate date) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    write(files, date, out);
    return out.toByteArray();
  }
}

// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.download;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.UUID;

/** Writes a file into the database, a part at a time; the last one when it is closed. */
final class PartsStream extends OutputStream {
  static final int PART = 256 * 1024;

  private final DownloadDao downloads;
  private final UUID id;
  private final ByteArrayOutputStream part = new ByteArrayOutputStream(PART);
  private int number;
  private long bytes;

  PartsStream(DownloadDao downloads, UUID id) {
    this.downloads = downloads;
    this.id = id;
  }

  /** How many were written. */
  long bytes() {
    return bytes;
  }

  @Override
  public void write(int one) {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] some, int from, int length) {
    int at = from;
    while (at < from + length) {
      int fitting = Math.min(from + length - at, PART - part.size());
      part.write(some, at, fitting);
      at += fitting;
      if (part.size() == PART) {
        store();
      }
    }
    bytes += length;
  }

  @Override
  public void close() {
    if (part.size() > 0) {
      store();
    }
  }

  private void store() {
    downloads.add(id, number++, part.toByteArray());
    part.reset();
  }
}

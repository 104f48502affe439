// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/** The lines of a stream of whatever length, of which at most one is in memory. */
final class Lines implements AutoCloseable {
  /** Longest line that is read; of a longer one no more than that it is there. */
  static final int MAX_BYTES = 4 * 1024 * 1024;

  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final InputStream in;
  private final byte[] buffer = new byte[64 * 1024];
  private int at;
  private int end;
  private long number;

  /** With an encoding in which a line feed is one byte, as it is in ASCII. */
  Lines(InputStream in) {
    this.in = in;
  }

  /**
   * A line without its end.
   *
   * @param number of the line, from 1
   * @param bytes what it holds; empty where it is too long
   */
  record Line(long number, Optional<byte[]> bytes) {}

  /** The next line; empty at the end. */
  Optional<Line> next() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(0);
    boolean tooLong = false;
    boolean begun = false;
    while (at < end || fill()) {
      begun = true;
      int feed = at;
      while (feed < end && buffer[feed] != '\n') {
        feed++;
      }
      tooLong |= line.size() + feed - at > MAX_BYTES;
      if (!tooLong) {
        line.write(buffer, at, feed - at);
      }
      at = feed + 1;
      if (feed < end) {
        break;
      }
    }
    if (!begun) {
      return Optional.empty();
    }
    number++;
    return Optional.of(
        new Line(number, tooLong ? Optional.empty() : Optional.of(plain(line.toByteArray()))));
  }

  private boolean fill() throws IOException {
    at = 0;
    end = Math.max(0, in.read(buffer));
    return end > 0;
  }

  /** Without a carriage return at its end, and without the file's byte-order mark. */
  private byte[] plain(byte[] line) {
    int from =
        number == 1
                && line.length >= BYTE_ORDER_MARK.length
                && Arrays.equals(line, 0, BYTE_ORDER_MARK.length, BYTE_ORDER_MARK, 0, 3)
            ? BYTE_ORDER_MARK.length
            : 0;
    int to = line.length > from && line[line.length - 1] == '\r' ? line.length - 1 : line.length;
    return from == 0 && to == line.length ? line : Arrays.copyOfRange(line, from, to);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}

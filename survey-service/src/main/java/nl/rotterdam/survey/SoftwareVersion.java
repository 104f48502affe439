// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Which version of the software this is, as the build wrote it down. */
final class SoftwareVersion {

  private SoftwareVersion() {}

  static String read() {
    try (InputStream version = SoftwareVersion.class.getResourceAsStream("/version.txt")) {
      return new String(version.readAllBytes(), UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.figure;

import java.util.Arrays;
import java.util.Optional;

/** The way in which a resident had contact with the municipality. */
public enum Channel {
  COUNTER("counter"),
  /** Telephone, shown to readers as 14010. */
  PHONE("phone"),
  CHAT("chat"),
  SOCIAL("social"),
  VIDEO("video");

  private final String code;

  Channel(String code) {
    this.code = code;
  }

  /** The name in data files, in the API and in the figures table. */
  public String code() {
    return code;
  }

  /** The channel with this code; empty where there is none. */
  public static Optional<Channel> of(String code) {
    return Arrays.stream(values()).filter(channel -> channel.code.equals(code)).findFirst();
  }
}

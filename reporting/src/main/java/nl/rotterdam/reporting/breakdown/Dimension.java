// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.breakdown;

import java.util.Arrays;
import java.util.Optional;
import nl.rotterdam.reporting.figure.Channel;

/** One of the four ways in which the answers of a year are broken down, one at a time. */
public enum Dimension {
  /** The office where a resident came to the counter; other channels have none. */
  LOCATION(0, "location"),
  PRODUCT(1, "product"),
  /** The neighbourhood in which the resident lives. */
  WIJK(2, "wijk"),
  /** The part of the municipality that provides the product. */
  CLUSTER(3, "cluster");

  private final int attribute;
  private final String code;

  Dimension(int attribute, String code) {
    this.attribute = attribute;
    this.code = code;
  }

  /** Its number among the attributes of a cell, where dimensions come first. */
  int attribute() {
    return attribute;
  }

  /** The name in data files, in the API and in the figures table. */
  public String code() {
    return code;
  }

  /** The dimension with this code; empty where there is none. */
  public static Optional<Dimension> of(String code) {
    return Arrays.stream(values()).filter(dimension -> dimension.code.equals(code)).findFirst();
  }

  /** Whether answers about contacts by this channel are part of the breakdown. */
  public boolean covers(Channel channel) {
    return this != LOCATION || channel == Channel.COUNTER;
  }
}

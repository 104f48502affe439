// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.table;

import java.util.Arrays;
import java.util.Optional;
import nl.rotterdam.reporting.breakdown.Dimension;

/** By what the rows of the table are divided, beside channel and period. */
public enum Grouping {
  /** Answers by the office where a resident came to the counter. */
  LOCATION(Dimension.LOCATION.code()),
  /** Answers by product. */
  PRODUCT(Dimension.PRODUCT.code()),
  /** Answers by the neighbourhood in which the resident lives. */
  WIJK(Dimension.WIJK.code()),
  /** Answers by the part of the municipality that provides the product. */
  CLUSTER(Dimension.CLUSTER.code()),
  /** Contacts by why their resident was not invited. */
  REASON("reason"),
  /** Answers by whether the resident was called back in time. */
  CALLBACK("callback"),
  /** Open answers by what they are about. */
  THEME("theme");

  private final String code;

  Grouping(String code) {
    this.code = code;
  }

  /** The name in the figures table and in the API. */
  public String code() {
    return code;
  }

  /** The grouping with this code; empty where there is none. */
  public static Optional<Grouping> of(String code) {
    return Arrays.stream(values()).filter(grouping -> grouping.code.equals(code)).findFirst();
  }

  /** The grouping by this dimension of the answers. */
  public static Grouping by(Dimension dimension) {
    return of(dimension.code()).orElseThrow();
  }
}

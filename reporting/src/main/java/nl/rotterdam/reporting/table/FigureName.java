// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.table;

import java.util.Arrays;
import java.util.Optional;

/** The figures of the figures table, in the order in which they are listed. */
public enum FigureName {
  CONTACTS("contacts"),
  ANSWERS("answers"),
  SHARE("share"),
  NPS("nps"),
  MEAN("mean"),
  SHARE_12M("share_12m"),
  REDUCTION("reduction"),
  REDUCTION_STANDARDISED("reduction_standardised"),
  RESPONSE_RATE("response_rate");

  private final String code;

  FigureName(String code) {
    this.code = code;
  }

  /** The name in the figures table and in the API. */
  public String code() {
    return code;
  }

  /** The figure with this code; empty where there is none. */
  public static Optional<FigureName> of(String code) {
    return Arrays.stream(values()).filter(figure -> figure.code.equals(code)).findFirst();
  }
}

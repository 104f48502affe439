// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.scrub;

import java.util.Locale;

/**
 * What residents write that points to a person. Where two overlap, the one that stands first here
 * names the whole.
 */
public enum Kind {
  EMAIL,
  IBAN,
  PHONE,
  /** A citizen service number. */
  BSN,
  /** A postcode with a house number. */
  ADDRESS,
  /** A number plate. */
  PLATE,
  /** A name after a salutation. */
  NAME;

  /** The name in a marker and in the docs. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What is stored in its place: a code, the same in every language. */
  String marker() {
    return "[" + code() + "]";
  }
}

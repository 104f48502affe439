// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.contact;

import java.util.Locale;

/** Why a resident is asked about a contact, or is not: exactly one for each contact, kept. */
public enum Reason {
  ASKED,
  /** No address that any medium of the channel can use. */
  NO_ADDRESS,
  /** An address that the settings know as a test. */
  TEST_ADDRESS,
  /** About something that nobody should be asked about, such as a death. */
  SENSITIVE,
  /** To be asked about so late that the resident would wonder what it is about. */
  TOO_OLD,
  OPTED_OUT,
  /** A message came back: there is nobody at the address, and no other one to use. */
  BOUNCED,
  /** Asked not long ago, about any contact by any channel. */
  ASKED_RECENTLY,
  /** Outside the channel's sample. */
  NOT_SAMPLED;

  /** The name in the database and the API. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What the reason comes down to. */
  public String decision() {
    return this == ASKED ? "asked" : "not_asked";
  }
}

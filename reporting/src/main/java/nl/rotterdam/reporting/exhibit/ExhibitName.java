// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.exhibit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be shown, in the order in which it is. */
public enum ExhibitName {
  /** The share dissatisfied over time, against baseline and goal. */
  DISSATISFACTION(true),
  /** The share dissatisfied on the four scores, now and a year ago. */
  INDICATORS(true),
  /** The share dissatisfied over time, channel by channel. */
  CHANNELS(false),
  /** Mean grade, NPS and the three groups of grades, by channel. */
  GRADES(false),
  /** From contact to answer by channel, and where contacts are lost on the way. */
  RESPONSE(false),
  /** Telephone contacts and what part of them was resolved the first time, by year. */
  FIRST_TIME_FIX(false),
  /** Call-back notes and what part of them was handled on time, by month. */
  CALLBACKS(false),
  /** Chats with an employee, by month. */
  CHATS(false),
  /** Successful video calls, by month. */
  VIDEO(false),
  /** Visits by location, over a year. */
  VISITS(false);

  private final boolean ofOneChannel;

  ExhibitName(boolean ofOneChannel) {
    this.ofOneChannel = ofOneChannel;
  }

  /** The name in addresses, file names and texts. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it can be shown of one channel alone. */
  public boolean canBeOfOneChannel() {
    return ofOneChannel;
  }

  /** The exhibit with this code; empty where there is none. */
  public static Optional<ExhibitName> of(String code) {
    return Arrays.stream(values()).filter(name -> name.code().equals(code)).findFirst();
  }
}

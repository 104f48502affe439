// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.exhibit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be shown, in the order in which it is. */
public enum ExhibitName {
  /** The share dissatisfied over time, against baseline and goal. */
  DISSATISFACTION(true, true),
  /** The share dissatisfied on the four scores, now and a year ago. */
  INDICATORS(true, false),
  /** The share dissatisfied over time, channel by channel. */
  CHANNELS(false, true),
  /** Mean grade, NPS and the three groups of grades, by channel. */
  GRADES(false, false),
  /** From contact to answer by channel, and where contacts are lost on the way. */
  RESPONSE(false, false),
  /** Telephone contacts and what part of them was resolved the first time, by year. */
  FIRST_TIME_FIX(false, true),
  /** Call-back notes and what part of them was handled on time, by month. */
  CALLBACKS(false, true),
  /** Chats with an employee, by month. */
  CHATS(false, true),
  /** Successful video calls, by month. */
  VIDEO(false, true),
  /** Visits by location, over a year. */
  VISITS(false, false);

  private final boolean ofOneChannel;
  private final boolean series;

  ExhibitName(boolean ofOneChannel, boolean series) {
    this.ofOneChannel = ofOneChannel;
    this.series = series;
  }

  /** The name in addresses, file names and texts. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it can be shown of one channel alone. */
  public boolean canBeOfOneChannel() {
    return ofOneChannel;
  }

  /** Whether it runs over time, so that it can begin later. */
  public boolean isSeries() {
    return series;
  }

  /** The exhibit with this code; empty where there is none. */
  public static Optional<ExhibitName> of(String code) {
    return Arrays.stream(values()).filter(name -> name.code().equals(code)).findFirst();
  }
}

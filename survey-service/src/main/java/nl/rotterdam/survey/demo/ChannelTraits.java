// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.demo;

import java.time.DayOfWeek;
import nl.rotterdam.reporting.figure.Channel;

/**
 * What sets a channel of the made-up city apart.
 *
 * @param contacts in an ordinary month at the beginning
 * @param growth by what factor they have grown at the end
 * @param response share of those asked who answer
 * @param discontent how many times as often as in the city a score is 6 or lower
 * @param seconds how long a contact ordinarily takes; 0 where nobody measures it
 * @param opens at what hour
 * @param closes at what hour
 * @param lastDay of the week on which it is open, from Monday on
 */
record ChannelTraits(
    double contacts,
    double growth,
    double response,
    double discontent,
    int seconds,
    int opens,
    int closes,
    DayOfWeek lastDay) {

  static ChannelTraits of(Channel channel) {
    return switch (channel) {
      case COUNTER -> new ChannelTraits(295, 0.97, 0.200, 0.80, 600, 8, 17, DayOfWeek.FRIDAY);
      case PHONE -> new ChannelTraits(246, 1.00, 0.150, 1.20, 270, 8, 18, DayOfWeek.FRIDAY);
      case CHAT -> new ChannelTraits(84, 1.35, 0.080, 1.55, 480, 8, 20, DayOfWeek.SATURDAY);
      case SOCIAL -> new ChannelTraits(40, 1.10, 0.008, 3.00, 0, 7, 23, DayOfWeek.SUNDAY);
      case VIDEO -> new ChannelTraits(5, 9.00, 0.180, 0.70, 720, 9, 17, DayOfWeek.FRIDAY);
    };
  }

  /** How many contacts there are, this far from the beginning (0) to the end (1). */
  double contacts(double progress) {
    return contacts * (1 + (growth - 1) * progress);
  }
}

// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.invitation;

import java.time.Duration;
import java.time.Period;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import nl.rotterdam.reporting.figure.Channel;
import nl.rotterdam.reporting.operation.HolidayRules;
import nl.rotterdam.reporting.operation.WorkingDays;
import nl.rotterdam.survey.invitation.AskingSettings.ChannelSettings;
import nl.rotterdam.survey.invitation.AskingSettings.QuietDay;
import nl.rotterdam.survey.invitation.AskingSettings.SmsForm;

/** Rules for asking as they stand in config.yml. */
final class AskingFixtures {
  static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

  private AskingFixtures() {}

  static AskingSettings settings(String quietHours, double sample) {
    Map<Channel, ChannelSettings> channels = new EnumMap<>(Channel.class);
    for (Channel channel : Channel.values()) {
      boolean link = channel == Channel.SOCIAL;
      channels.put(
          channel,
          new ChannelSettings(
              sample,
              link ? Duration.ZERO : Duration.ofHours(1),
              Period.ofDays(14),
              link ? List.of(Medium.LINK) : List.of(Medium.EMAIL, Medium.SMS),
              link ? "off" : "P5D",
              SmsForm.LINK));
    }
    return new AskingSettings(
        quietHours,
        List.of(QuietDay.values()),
        Period.ofDays(90),
        Duration.ofDays(7),
        List.of("overlijd"),
        List.of(Pattern.compile(".*@test\\.example")),
        channels);
  }

  static QuietHours quietHours(AskingSettings settings) {
    return new QuietHours(settings, new WorkingDays(HolidayRules.DEFAULT), ZONE);
  }

  static AskingTimes times(AskingSettings settings) {
    return new AskingTimes(settings, quietHours(settings), ZONE);
  }
}

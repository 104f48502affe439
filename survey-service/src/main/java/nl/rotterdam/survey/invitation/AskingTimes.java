// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.invitation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import nl.rotterdam.reporting.figure.Channel;

/** When to ask about a contact, until when, and when not to any more. */
public final class AskingTimes {
  private final AskingSettings settings;
  private final QuietHours quiet;
  private final ZoneId zone;

  public AskingTimes(AskingSettings settings, QuietHours quiet, ZoneId zone) {
    this.settings = settings;
    this.quiet = quiet;
    this.zone = zone;
  }

  /** Whether nobody is written to at this moment. */
  public boolean isQuiet(Instant moment) {
    return quiet.isQuiet(moment);
  }

  /** This moment, or else the first one after it at which people are written to. */
  public Instant firstAllowed(Instant moment) {
    return quiet.firstAllowed(moment);
  }

  /**
   * When to write about a contact that ended then: after the channel's delay, and not before now.
   */
  Instant due(Channel channel, Instant endedAt, Instant now) {
    Instant delayed = endedAt.plus(settings.channels().get(channel).delay());
    return quiet.firstAllowed(delayed.isAfter(now) ? delayed : now);
  }

  /** Whether a resident would wonder at this moment what contact it is about. */
  boolean isTooLate(Instant endedAt, Instant moment) {
    return endedAt.isBefore(moment.minus(settings.maxAge()));
  }

  /** Who was last asked after this is not asked at the moment. */
  public Instant notAskedAfter(Instant moment) {
    return moment.atZone(zone).minus(settings.notAgainWithin()).toInstant();
  }

  /** When to remind of a mail; empty where nobody is reminded, or the link has closed by then. */
  Optional<Instant> reminder(Channel channel, Instant sentAt, Instant expiresAt) {
    return settings
        .channels()
        .get(channel)
        .reminderAfter()
        .map(after -> quiet.firstAllowed(sentAt.atZone(zone).plus(after).toInstant()))
        .filter(reminderAt -> reminderAt.isBefore(expiresAt));
  }

  /** When the link closes that is given out then: at midnight after its last day. */
  Instant expiry(Channel channel, Instant givenOut) {
    LocalDate lastDay =
        LocalDate.ofInstant(givenOut, zone).plus(settings.channels().get(channel).lifetime());
    return lastDay.plusDays(1).atStartOfDay(zone).toInstant();
  }
}

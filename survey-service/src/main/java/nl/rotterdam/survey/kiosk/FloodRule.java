// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.kiosk;

import static java.util.stream.Collectors.toSet;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Tells what looks like one person who answers many times. A limit that is exceeded sets apart all
 * that it counted: whose hand the first ones were cannot be told either.
 */
final class FloodRule {
  /** The time over which answers are counted. */
  static final Duration WINDOW = Duration.ofHours(1);

  private final KioskSettings settings;

  FloodRule(KioskSettings settings) {
    this.settings = settings;
  }

  /** Why an answer is set apart. */
  enum Reason {
    /** Sooner after the one before than anybody can have taken turns. */
    TOO_SOON,
    /** More in an hour than people come by. */
    TOO_MANY,
    /** The same scores time and again. */
    SAME
  }

  /**
   * What to do with an answer.
   *
   * @param reason why it is set apart; empty where it counts
   * @param others the earlier ones that are set apart with it
   */
  record Verdict(Optional<Reason> reason, Set<UUID> others) {
    static final Verdict COUNTS = new Verdict(Optional.empty(), Set.of());

    Verdict {
      others = Set.copyOf(others);
    }
  }

  /**
   * Judges an answer.
   *
   * @param lately what was answered at the same location before, set apart or not, the last first
   */
  Verdict judge(KioskAnswer brought, List<KioskAnswer> lately) {
    Instant now = brought.answeredAt();
    List<KioskAnswer> hour =
        lately.stream().filter(answer -> answer.answeredAt().isAfter(now.minus(WINDOW))).toList();
    List<KioskAnswer> screen =
        hour.stream().filter(answer -> answer.kioskId().equals(brought.kioskId())).toList();
    if (screen.stream()
        .anyMatch(answer -> now.isBefore(answer.answeredAt().plus(settings.apart())))) {
      return new Verdict(Optional.of(Reason.TOO_SOON), Set.of());
    }
    List<KioskAnswer> atLocation = unhurried(hour);
    List<KioskAnswer> atScreen = unhurried(screen);
    if (atLocation.size() >= settings.perHourAtLocation()) {
      return apart(Reason.TOO_MANY, atLocation);
    }
    if (atScreen.size() >= settings.perHour()) {
      return apart(Reason.TOO_MANY, atScreen);
    }
    List<KioskAnswer> row = atScreen.stream().limit(settings.same() - 1).toList();
    return isSame(brought, row) ? apart(Reason.SAME, row) : Verdict.COUNTS;
  }

  /** One impatient hand must not use up the hour of all who come after. */
  private static List<KioskAnswer> unhurried(List<KioskAnswer> answers) {
    return answers.stream().filter(answer -> answer.setAside() != Reason.TOO_SOON).toList();
  }

  private boolean isSame(KioskAnswer brought, List<KioskAnswer> row) {
    Instant since = brought.answeredAt().minus(settings.sameWithin());
    return row.size() == settings.same() - 1
        && row.stream()
            .allMatch(
                answer ->
                    answer.scores().equals(brought.scores()) && answer.answeredAt().isAfter(since));
  }

  private static Verdict apart(Reason reason, Collection<KioskAnswer> counted) {
    return new Verdict(Optional.of(reason), counted.stream().map(KioskAnswer::id).collect(toSet()));
  }
}

// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.rotterdam.survey.answer.Scores;
import nl.rotterdam.survey.kiosk.FloodRule.Reason;
import nl.rotterdam.survey.kiosk.FloodRule.Verdict;
import org.junit.jupiter.api.Test;

/** At most 3 an hour on a screen and 5 at a location, 10 seconds apart, not 3 times the same. */
class FloodRuleTest {
  private static final Instant NOON = Instant.parse("2025-05-14T10:00:00Z");
  private static final UUID SCREEN = new UUID(0, 1);
  private static final UUID OTHER_SCREEN = new UUID(0, 2);

  private final FloodRule rule =
      new FloodRule(new KioskSettings(Duration.ofSeconds(10), 3, 5, 3, Duration.ofMinutes(5)));
  private final List<KioskAnswer> stored = new ArrayList<>();

  /** Answers on a screen so many seconds after noon, and stores it as the service does. */
  private Verdict answer(UUID screen, long second, int overall) {
    KioskAnswer answer =
        new KioskAnswer(
            UUID.randomUUID(),
            screen,
            YearMonth.of(2025, 5),
            "Centrum",
            "nl",
            new Scores(overall, null, null, null),
            NOON.plusSeconds(second),
            null);
    Verdict verdict = rule.judge(answer, List.copyOf(stored));
    stored.replaceAll(
        before ->
            verdict.others().contains(before.id()) && before.setAside() == null
                ? before.with(verdict.reason().orElseThrow())
                : before);
    stored.add(0, answer.with(verdict.reason().orElse(null)));
    return verdict;
  }

  private long counted() {
    return stored.stream().filter(answer -> answer.setAside() == null).count();
  }

  @Test
  void answersOfPeopleWhoTakeTurnsCount() {
    for (int i = 0; i < 20; i++) {
      assertThat(answer(SCREEN, 1200L * i, i % 11)).isEqualTo(Verdict.COUNTS);
    }
    assertThat(counted()).isEqualTo(20);
  }

  @Test
  void onlyTheFirstOfAHundredQuickPressesCounts() {
    for (int i = 0; i < 100; i++) {
      answer(SCREEN, 9L * i, i % 11);
    }
    assertThat(counted()).isEqualTo(1);
    assertThat(answer(SCREEN, 9L * 99 + 10, 5)).as("whoever comes after").isEqualTo(Verdict.COUNTS);
  }

  @Test
  void hourThatIsOverItsLimitIsSetApartWhole() {
    answer(SCREEN, 0, 1);
    answer(SCREEN, 100, 2);
    answer(OTHER_SCREEN, 150, 2);
    answer(SCREEN, 200, 3);
    Verdict fourth = answer(SCREEN, 300, 4);

    assertThat(fourth.reason()).contains(Reason.TOO_MANY);
    assertThat(fourth.others()).hasSize(3);
    assertThat(counted()).as("the other screen's").isEqualTo(1);
    assertThat(answer(SCREEN, 3600 + 300, 5)).as("an hour later").isEqualTo(Verdict.COUNTS);
  }

  @Test
  void locationHasALimitOfItsOwn() {
    for (int i = 0; i < 5; i++) {
      assertThat(answer(i % 2 == 0 ? SCREEN : OTHER_SCREEN, 60L * i, i).reason()).isEmpty();
    }
    assertThat(answer(OTHER_SCREEN, 600, 9).reason()).contains(Reason.TOO_MANY);
    assertThat(counted()).isZero();
  }

  @Test
  void sameScoresInARowAreSetApartTogether() {
    answer(SCREEN, 0, 0);
    answer(SCREEN, 60, 0);
    Verdict third = answer(SCREEN, 120, 0);

    assertThat(third.reason()).contains(Reason.SAME);
    assertThat(third.others()).hasSize(2);
    assertThat(counted()).isZero();
  }

  @Test
  void sameScoresOfPeopleOverAWhileCount() {
    answer(SCREEN, 0, 10);
    answer(SCREEN, 200, 10);
    assertThat(answer(SCREEN, 301, 10).reason()).isEqualTo(Optional.empty());
    assertThat(counted()).isEqualTo(3);
  }
}

// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.YearMonth;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GradesTest {
  private static final Grades GRADES = Grades.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);

  @Test
  void groupsScoresAtSixAndNine() {
    assertThat(GRADES.n()).isEqualTo(55);
    assertThat(GRADES.dissatisfied()).isEqualTo(21);
    assertThat(GRADES.passives()).isEqualTo(15);
    assertThat(GRADES.promoters()).isEqualTo(19);
  }

  @Test
  void addsUp() {
    assertThat(GRADES.plus(GRADES)).isEqualTo(Grades.of(0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20));
    assertThat(GRADES.plus(Grades.NONE)).isEqualTo(GRADES).hasSameHashCodeAs(GRADES);
    assertThat(GRADES.plus(GRADES)).isNotEqualTo(GRADES).doesNotHaveSameHashCodeAs(GRADES);
  }

  @Test
  void rejectsAnythingButElevenCounts() {
    assertThatIllegalArgumentException().isThrownBy(() -> Grades.of(1, 2, 3));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Grades.of(0, 0, 0, 0, 0, -1, 0, 0, 0, 0, 0));
  }

  @Test
  void anIndicatorThatNobodyScoredHasNoScores() {
    MonthlyCounts counts =
        new MonthlyCounts(
            YearMonth.of(2025, 5),
            Channel.CHAT,
            4,
            3,
            2,
            1,
            OwnWork.NONE,
            Map.of(Indicator.CLARITY, GRADES));
    assertThat(counts.grades(Indicator.CLARITY)).isEqualTo(GRADES);
    assertThat(counts.grades(Indicator.OVERALL)).isEqualTo(Grades.NONE);
  }

  @Test
  void talliesAddUpPerIndicator() {
    Tally overall = tally(Map.of(Indicator.OVERALL, GRADES));
    Tally clarity = tally(Map.of(Indicator.OVERALL, GRADES, Indicator.CLARITY, GRADES));
    Tally both = overall.plus(clarity);
    assertThat(both.contacts()).isEqualTo(8);
    assertThat(both.invited()).isEqualTo(6);
    assertThat(both.complete()).isEqualTo(4);
    assertThat(both.partial()).isEqualTo(2);
    assertThat(both.grades(Indicator.OVERALL)).isEqualTo(GRADES.plus(GRADES));
    assertThat(both.grades(Indicator.CLARITY)).isEqualTo(GRADES);
    assertThat(both.grades(Indicator.TIMELINESS)).isEqualTo(Grades.NONE);
  }

  private static Tally tally(Map<Indicator, Grades> grades) {
    return Tally.of(
        new MonthlyCounts(YearMonth.of(2025, 5), Channel.CHAT, 4, 3, 2, 1, OwnWork.NONE, grades));
  }
}

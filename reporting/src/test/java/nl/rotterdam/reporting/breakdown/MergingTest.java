// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.breakdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class MergingTest {

  @Test
  void nothingIsMergedWhereAllAreLargeEnough() {
    Merging merging = merged(Map.of("a", 30L, "b", 31L));
    assertThat(merging.named()).containsExactlyInAnyOrder("a", "b");
    assertThat(merging.other()).isZero();
  }

  @Test
  void categoriesUnderTheThresholdAreMerged() {
    Merging merging = merged(Map.of("a", 30L, "b", 29L, "c", 1L));
    assertThat(merging.named()).containsExactly("a");
    assertThat(merging.other()).isEqualTo(30);
  }

  @Test
  void smallestJoinsWhileOtherIsUnderTheThreshold() {
    Merging merging = merged(Map.of("a", 50L, "b", 40L, "c", 30L, "d", 29L));
    assertThat(merging.named()).containsExactlyInAnyOrder("a", "b");
    assertThat(merging.other()).isEqualTo(59);
  }

  @Test
  void firstByNameJoinsWhereSeveralAreSmallest() {
    Merging merging = merged(Map.of("c", 40L, "b", 40L, "d", 41L, "a", 1L));
    assertThat(merging.named()).containsExactlyInAnyOrder("c", "d");
    assertThat(merging.other()).isEqualTo(41);
  }

  @Test
  void nothingIsLeftWhereEvenTheLastMustJoin() {
    assertThat(merged(Map.of("a", 40L, "b", 29L)).named()).isEmpty();
    assertThat(merged(Map.of("a", 10L, "b", 9L)).named()).isEmpty();
    assertThat(merged(Map.of()).named()).isEmpty();
  }

  @Test
  void answersWithoutCategoryAreMergedHoweverMany() {
    Merging merging = merged(Map.of("a", 40L, AnswerCell.NOT_RECORDED, 500L));
    assertThat(merging.named()).containsExactly("a");
    assertThat(merging.other()).isEqualTo(500);
  }

  @Test
  void categoryCalledOtherIsMergedHoweverLarge() {
    Merging merging = merged(Map.of("a", 40L, "other", 500L));
    assertThat(merging.named()).containsExactly("a");
    assertThat(merging.other()).isEqualTo(500);
  }

  private static Merging merged(Map<String, Long> sizes) {
    return Merging.of(sizes, 30);
  }
}

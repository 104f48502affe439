// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.breakdown;

import static nl.rotterdam.reporting.breakdown.City.counter;
import static nl.rotterdam.reporting.breakdown.City.phone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import nl.rotterdam.reporting.figure.Channel;
import nl.rotterdam.reporting.figure.Grades;
import nl.rotterdam.reporting.figure.Indicator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class YearBreakdownTest {
  private static final City CITY =
      City.of(
          counter("Centrum", "passport", "X", 30),
          counter("Centrum", "licence", "X", 20),
          counter("Noord", "passport", "X", 25),
          counter("Noord", "licence", "X", 15),
          counter("Pernis", "passport", "X", 15),
          counter("Pernis", "licence", "X", 5),
          counter(AnswerCell.NOT_RECORDED, "passport", "X", 10),
          counter(AnswerCell.NOT_RECORDED, "licence", "X", 5),
          City.cell(1, Channel.PHONE, "Pernis", "licence", "Cool", "X", 30),
          phone("permit", "X", 45));

  @Test
  void listsPublishedCategoriesByNameAndOtherLast() {
    assertThat(sizes(CITY, Dimension.LOCATION).entrySet())
        .containsExactly(entry("Centrum", 50L), entry("Noord", 40L), entry("other", 35L));
    assertThat(sizes(CITY, Dimension.PRODUCT).entrySet())
        .containsExactly(entry("licence", 75L), entry("passport", 80L), entry("permit", 45L));
    assertThat(sizes(CITY, Dimension.CLUSTER)).containsExactly(entry("X", 200L));
  }

  @Test
  void groupsComeByDimensionAndThenByIndicator() {
    assertThat(CITY.breakdown().groups())
        .isSortedAccordingTo(
            Comparator.comparing(GroupGrades::dimension).thenComparing(GroupGrades::indicator))
        .extracting(GroupGrades::dimension, GroupGrades::indicator)
        .contains(
            tuple(Dimension.LOCATION, Indicator.TIMELINESS),
            tuple(Dimension.CLUSTER, Indicator.OVERALL));
  }

  @ParameterizedTest
  @EnumSource
  void groupsOfADimensionAddUpToAllItsAnswers(Dimension dimension) {
    Grades published =
        CITY.breakdown().groups().stream()
            .filter(group -> group.dimension() == dimension)
            .filter(group -> group.indicator() == Indicator.TIMELINESS)
            .map(GroupGrades::grades)
            .reduce(Grades.NONE, Grades::plus);
    Grades all =
        CITY.grades().stream()
            .filter(scores -> scores.dimension() == dimension)
            .filter(scores -> scores.indicator() == Indicator.TIMELINESS)
            .map(CategoryGrades::grades)
            .reduce(Grades.NONE, Grades::plus);
    assertThat(published).isEqualTo(all);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void orderOfTheInputDoesNotMatter(long seed) {
    City city = RandomCity.of(seed);
    City shuffled = new City(shuffled(city.cells()));
    assertThat(YearBreakdown.of(2024, shuffled.cells(), shuffled(shuffled.grades()), 30))
        .isEqualTo(city.breakdown());
  }

  @Test
  void dimensionOfWhichOnlyOtherIsLeftHasNoGroups() {
    City city =
        City.of(phone("a", "X", 20), phone("b", "X", 25), phone("c", AnswerCell.NOT_RECORDED, 31));
    assertThat(sizes(city, Dimension.PRODUCT))
        .containsExactly(entry("c", 31L), entry("other", 45L));
    assertThat(sizes(city, Dimension.WIJK)).containsExactly(entry("Cool", 76L));
    assertThat(sizes(City.of(phone("a", "X", 29)), Dimension.PRODUCT)).isEmpty();
    assertThat(sizes(City.of(phone("", "X", 99)), Dimension.PRODUCT)).isEmpty();
  }

  @Test
  void eachIndicatorIsMergedByItsOwnNumberOfScores() {
    AnswerCell a = scores("a", 40, 29);
    AnswerCell b = scores("b", 50, 50);
    AnswerCell c = scores("c", 60, 60);
    List<CategoryGrades> grades =
        Stream.of(a, b, c)
            .flatMap(
                cell ->
                    Arrays.stream(Dimension.values())
                        .filter(dimension -> dimension.covers(cell.channel()))
                        .flatMap(
                            dimension ->
                                Arrays.stream(Indicator.values())
                                    .map(
                                        indicator ->
                                            new CategoryGrades(
                                                dimension,
                                                cell.category(dimension),
                                                indicator,
                                                eights(cell.scores(indicator))))))
            .toList();
    YearBreakdown breakdown = YearBreakdown.of(2024, List.of(a, b, c), grades, 30);
    assertThat(names(breakdown, Indicator.OVERALL)).containsExactly("a", "b", "c");
    assertThat(names(breakdown, Indicator.CLARITY)).containsExactly("c", "other");
    assertThat(names(breakdown, Indicator.TIMELINESS)).isEmpty();
  }

  @Test
  void yearWithoutAnswersHasNoGroups() {
    assertThat(YearBreakdown.of(2024, List.of(), List.of(), 30))
        .isEqualTo(new YearBreakdown(2024, List.of()));
  }

  @Test
  void everythingIsPublishedAtAThresholdOfOne() {
    City city = City.of(phone("a", "X", 1), phone("b", "X", 2));
    assertThat(YearBreakdown.of(2024, city.cells(), city.grades(), 1).groups())
        .filteredOn(group -> group.dimension() == Dimension.PRODUCT)
        .extracting(GroupGrades::group)
        .containsOnly("a", "b")
        .hasSize(8);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -30})
  void rejectsThresholdsUnderOne(int threshold) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> YearBreakdown.of(2024, List.of(), List.of(), threshold))
        .withMessageContaining(String.valueOf(threshold));
  }

  @Test
  void rejectsCellsOfAnotherYear() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> YearBreakdown.of(2023, CITY.cells(), CITY.grades(), 30))
        .withMessageContaining("2024-01");
  }

  @Test
  void rejectsGradesThatAreNotThoseOfTheCells() {
    List<AnswerCell> cells = CITY.cells();
    List<CategoryGrades> fewer = CITY.grades().subList(0, CITY.grades().size() - 1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> YearBreakdown.of(2024, cells, fewer, 30))
        .withMessageContaining("cluster 'X' has 155 scores for timeliness, but 200 by cell");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> YearBreakdown.of(2024, List.of(), CITY.grades(), 30))
        .withMessageContaining("but 0 by cell");
  }

  private static Map<String, Long> sizes(City city, Dimension dimension) {
    Map<String, Long> sizes = new LinkedHashMap<>();
    city.breakdown().groups().stream()
        .filter(group -> group.dimension() == dimension)
        .filter(group -> group.indicator() == Indicator.OVERALL)
        .forEach(group -> sizes.put(group.group(), group.grades().n()));
    return sizes;
  }

  private static List<String> names(YearBreakdown breakdown, Indicator indicator) {
    return breakdown.groups().stream()
        .filter(group -> group.dimension() == Dimension.PRODUCT)
        .filter(group -> group.indicator() == indicator)
        .map(GroupGrades::group)
        .toList();
  }

  private static AnswerCell scores(String product, int overall, int clarity) {
    return new AnswerCell(
        YearMonth.of(2024, 1), Channel.PHONE, "", product, "Cool", "X", overall, 0, clarity, 0);
  }

  private static Grades eights(long count) {
    return Grades.of(0, 0, 0, 0, 0, 0, 0, 0, count, 0, 0);
  }

  private static <T> List<T> shuffled(List<T> list) {
    List<T> copy = new ArrayList<>(list);
    Collections.shuffle(copy, new Random(1));
    return copy;
  }
}

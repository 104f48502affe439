// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.breakdown;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import nl.rotterdam.reporting.figure.Channel;
import nl.rotterdam.reporting.figure.Grades;
import nl.rotterdam.reporting.figure.Indicator;

/** All answers of one made-up city in 2024, with all four scores; some of them dissatisfied. */
record City(List<AnswerCell> cells) {
  static final int YEAR = 2024;
  static final int THRESHOLD = 30;

  City {
    cells = List.copyOf(cells);
  }

  static City of(AnswerCell... cells) {
    return new City(Arrays.asList(cells));
  }

  /** Answers by phone in January. */
  static AnswerCell phone(String product, String cluster, int n) {
    return cell(1, Channel.PHONE, "", product, "Cool", cluster, n);
  }

  /** Answers at the counter in January. */
  static AnswerCell counter(String location, String product, String cluster, int n) {
    return cell(1, Channel.COUNTER, location, product, "Cool", cluster, n);
  }

  static AnswerCell cell(
      int month,
      Channel channel,
      String location,
      String product,
      String wijk,
      String cluster,
      int n) {
    return new AnswerCell(
        YearMonth.of(YEAR, month), channel, location, product, wijk, cluster, n, n, n, n);
  }

  /** How many scores of the cell are a 6; the others are an 8. */
  static int dissatisfied(AnswerCell cell) {
    int mixed =
        Objects.hash(
            cell.month().getMonthValue(),
            cell.channel().code(),
            cell.location(),
            cell.product(),
            cell.wijk(),
            cell.cluster());
    return Math.floorMod(mixed, cell.overall() + 1);
  }

  /** The places of the cells that belong to a set. */
  BitSet places(Predicate<AnswerCell> set) {
    return IntStream.range(0, cells.size())
        .filter(place -> set.test(cells.get(place)))
        .collect(BitSet::new, BitSet::set, BitSet::or);
  }

  /** The places of the cells in a published group, when those categories are published. */
  BitSet group(Dimension dimension, String group, Set<String> named) {
    return places(
        cell ->
            dimension.covers(cell.channel())
                && (named.contains(cell.category(dimension))
                    ? cell.category(dimension).equals(group)
                    : group.equals(GroupGrades.OTHER)));
  }

  long scores(BitSet places) {
    return places.stream().mapToLong(place -> cells.get(place).overall()).sum();
  }

  long dissatisfied(BitSet places) {
    return places.stream().mapToLong(place -> dissatisfied(cells.get(place))).sum();
  }

  YearBreakdown breakdown() {
    return YearBreakdown.of(YEAR, cells, grades(), THRESHOLD);
  }

  /** One row by cell, dimension and indicator. */
  List<CategoryGrades> grades() {
    List<CategoryGrades> grades = new ArrayList<>();
    for (AnswerCell cell : cells) {
      int low = dissatisfied(cell);
      Grades scores = Grades.of(0, 0, 0, 0, 0, 0, low, 0, cell.overall() - low, 0, 0);
      for (Dimension dimension : Dimension.values()) {
        for (Indicator indicator : Indicator.values()) {
          if (dimension.covers(cell.channel())) {
            grades.add(new CategoryGrades(dimension, cell.category(dimension), indicator, scores));
          }
        }
      }
    }
    return grades;
  }

  /** The categories that are published by themselves. */
  Map<Dimension, Set<String>> named() {
    List<GroupGrades> groups = breakdown().groups();
    return byDimension(
        dimension ->
            groups.stream()
                .filter(group -> group.dimension() == dimension)
                .map(GroupGrades::group)
                .filter(group -> !group.equals(GroupGrades.OTHER))
                .collect(toSet()));
  }

  /** Those that would be if each dimension were merged by itself. */
  Map<Dimension, Set<String>> namedByMethodOnly() {
    ScoredCells scored = new ScoredCells(CodedCells.of(cells), cells, Indicator.OVERALL);
    return byDimension(dimension -> Merging.of(scored.sizes(dimension), THRESHOLD).named());
  }

  private static Map<Dimension, Set<String>> byDimension(Function<Dimension, Set<String>> names) {
    return Arrays.stream(Dimension.values()).collect(toMap(Function.identity(), names));
  }
}

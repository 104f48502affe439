// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.breakdown;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Lists all sets of answers below the threshold that the breakdown promises to protect. */
final class SmallSets {
  private final City city;
  private final Map<Dimension, Set<String>> named;
  private final Set<BitSet> sets = new LinkedHashSet<>();

  private SmallSets(City city, Map<Dimension, Set<String>> named) {
    this.city = city;
    this.named = named;
  }

  /** The sets, by the places of their cells. */
  static Set<BitSet> of(City city, Map<Dimension, Set<String>> named) {
    SmallSets small = new SmallSets(city, named);
    for (Dimension dimension : Dimension.values()) {
      small.addUnions(small.categories(dimension), new BitSet());
    }
    small.addCrossings();
    small.values(cell -> cell).forEach(small::add);
    return small.sets;
  }

  /** The union so far, with every choice of the other sets. */
  private void addUnions(List<BitSet> others, BitSet union) {
    add(union);
    for (int i = 0; i < others.size(); i++) {
      BitSet more = (BitSet) union.clone();
      more.or(others.get(i));
      if (city.scores(more) < City.THRESHOLD) {
        addUnions(others.subList(i + 1, others.size()), more);
      }
    }
  }

  private void addCrossings() {
    List<BitSet> groups = new ArrayList<>(values(AnswerCell::channel));
    groups.addAll(values(AnswerCell::month));
    for (Dimension dimension : Dimension.values()) {
      groups.addAll(categories(dimension));
      groups.add(city.group(dimension, GroupGrades.OTHER, named.get(dimension)));
    }
    for (BitSet one : groups) {
      for (BitSet other : groups) {
        BitSet common = (BitSet) one.clone();
        common.and(other);
        add(common);
        addOutside(one, List.of(other));
      }
      for (Dimension dimension : Dimension.values()) {
        addOutside(one, publishedInside(one, dimension));
      }
    }
  }

  private List<BitSet> publishedInside(BitSet set, Dimension dimension) {
    return named.get(dimension).stream()
        .map(group -> city.group(dimension, group, named.get(dimension)))
        .filter(group -> isInside(group, set))
        .toList();
  }

  private static boolean isInside(BitSet part, BitSet whole) {
    BitSet outside = (BitSet) part.clone();
    outside.andNot(whole);
    return outside.isEmpty();
  }

  private void addOutside(BitSet set, List<BitSet> parts) {
    BitSet outside = (BitSet) set.clone();
    parts.forEach(outside::andNot);
    add(outside);
  }

  private void add(BitSet set) {
    if (!set.isEmpty() && city.scores(set) < City.THRESHOLD) {
      sets.add(set);
    }
  }

  private List<BitSet> categories(Dimension dimension) {
    Set<String> all =
        city.cells().stream()
            .filter(cell -> dimension.covers(cell.channel()))
            .map(cell -> cell.category(dimension))
            .collect(Collectors.toSet());
    return all.stream().map(category -> city.group(dimension, category, all)).toList();
  }

  private List<BitSet> values(Function<AnswerCell, Object> attribute) {
    return city.cells().stream().collect(Collectors.groupingBy(attribute)).keySet().stream()
        .map(value -> city.places(cell -> attribute.apply(cell).equals(value)))
        .toList();
  }
}

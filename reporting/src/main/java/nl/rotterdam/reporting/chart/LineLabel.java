// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.chart;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A label at the end of a line.
 *
 * @param text what it says
 * @param value where its line ends, on the value axis
 * @param font how it is written
 * @param colour of the text
 */
record LineLabel(String text, double value, SansFont font, Color colour) {

  /**
   * Heights for labels that would like to stand at the given heights, at least the given distance
   * apart and between top and bottom, each as near to its wish as the others allow; in the order of
   * the wishes. Heights grow downwards.
   */
  static List<Double> spread(List<Double> wishes, double distance, double top, double bottom) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < wishes.size(); i++) {
      order.add(i);
    }
    order.sort(Comparator.comparing(wishes::get));
    // labels that touch form a group which centres on the middle of its members' wishes
    List<Group> groups = new ArrayList<>();
    for (int index : order) {
      groups.add(new Group(new ArrayList<>(List.of(index)), wishes.get(index)));
      while (groups.size() > 1 && touch(groups, distance)) {
        Group below = groups.remove(groups.size() - 1);
        Group above = groups.remove(groups.size() - 1);
        groups.add(above.join(below, wishes));
      }
    }
    List<Double> heights = new ArrayList<>(wishes);
    for (Group group : groups) {
      double reach = (group.members().size() - 1) * distance / 2;
      double centre = Math.max(top + reach, Math.min(bottom - reach, group.centre()));
      for (int i = 0; i < group.members().size(); i++) {
        heights.set(group.members().get(i), centre - reach + i * distance);
      }
    }
    return heights;
  }

  private static boolean touch(List<Group> groups, double distance) {
    Group below = groups.get(groups.size() - 1);
    Group above = groups.get(groups.size() - 2);
    double needed = (below.members().size() + above.members().size()) * distance / 2;
    return below.centre() - above.centre() < needed;
  }

  private record Group(List<Integer> members, double centre) {

    Group join(Group below, List<Double> wishes) {
      List<Integer> all = new ArrayList<>(members);
      all.addAll(below.members);
      double middle = all.stream().mapToDouble(wishes::get).average().orElseThrow();
      return new Group(all, middle);
    }
  }
}

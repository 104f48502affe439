// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Things that occur more or less often. */
final class Weighted<T> {
  private final List<T> things = new ArrayList<>();
  private final List<Double> upTo = new ArrayList<>();
  private double total;

  /** With this one, too; one without weight never occurs. */
  Weighted<T> and(T thing, double weight) {
    total += weight;
    things.add(thing);
    upTo.add(total);
    return this;
  }

  /** One of them, as often as its weight says. */
  T pick(RandomGenerator random) {
    double drawn = random.nextDouble() * total;
    int place = 0;
    while (upTo.get(place) <= drawn) {
      place++;
    }
    return things.get(place);
  }
}

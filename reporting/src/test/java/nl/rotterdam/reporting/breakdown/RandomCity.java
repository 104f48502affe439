// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.breakdown;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import nl.rotterdam.reporting.figure.Channel;

/**
 * Draws small cities: products lie in clusters, a few are far more common than the others, and some
 * cities keep their records badly. The same seed gives the same city.
 */
final class RandomCity {
  private static final Channel[] CHANNELS = {Channel.COUNTER, Channel.PHONE, Channel.CHAT};

  private final Random random;
  private final int channels;
  private final int months;
  private final int locations;
  private final int wijken;
  private final double carelessness;
  private final List<String> products = new ArrayList<>();
  private final List<String> clusters = new ArrayList<>();

  private RandomCity(long seed) {
    random = new Random(seed);
    channels = 1 + random.nextInt(CHANNELS.length);
    months = 1 + random.nextInt(3);
    locations = 1 + random.nextInt(4);
    wijken = 1 + random.nextInt(5);
    carelessness = random.nextInt(3) == 0 ? 0.05 : 0;
    int parts = 1 + random.nextInt(4);
    for (int product = 2 + random.nextInt(7); product > 0; product--) {
      products.add(product == 8 ? GroupGrades.OTHER : "product " + product);
      clusters.add("cluster " + random.nextInt(parts));
    }
  }

  static City of(long seed) {
    RandomCity city = new RandomCity(seed);
    Map<List<Object>, AnswerCell> cells = new LinkedHashMap<>();
    for (int drawn = 5 + city.random.nextInt(40); drawn > 0; drawn--) {
      AnswerCell cell = city.cell();
      cells.put(
          List.of(
              cell.month(),
              cell.channel(),
              cell.location(),
              cell.product(),
              cell.wijk(),
              cell.cluster()),
          cell);
    }
    return new City(List.copyOf(cells.values()));
  }

  private AnswerCell cell() {
    int product = fewOf(products.size());
    Channel channel = CHANNELS[random.nextInt(channels)];
    return City.cell(
        1 + random.nextInt(months),
        channel,
        channel == Channel.COUNTER ? recorded("location " + fewOf(locations)) : "",
        recorded(products.get(product)),
        recorded("wijk " + fewOf(wijken)),
        recorded(random.nextDouble() < carelessness ? "cluster 0" : clusters.get(product)),
        1 + (int) (40 * Math.pow(random.nextDouble(), 3)));
  }

  /** A number from 0 up to the bound, the low ones most often. */
  private int fewOf(int bound) {
    return (int) (bound * Math.pow(random.nextDouble(), 2));
  }

  private String recorded(String category) {
    return random.nextDouble() < carelessness ? AnswerCell.NOT_RECORDED : category;
  }
}

// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.benchmarks;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nl.rotterdam.survey.database.DatabaseSettings;

/**
 * Measures with the service's own classes and prints a Markdown table, one row for each number of
 * answers. Arguments: the numbers of answers, separated by commas, and the JDBC URL of an empty
 * PostgreSQL database where its own server is not to be used.
 */
public final class Benchmarks {
  private Benchmarks() {}

  public static void main(String[] arguments) throws Exception {
    List<Long> sizes = Arrays.stream(arguments[0].split(",")).map(Long::valueOf).toList();
    String url = arguments.length > 1 ? arguments[1] : "";
    if (!url.isEmpty() && sizes.size() > 1) {
      throw new IllegalArgumentException("A database of one's own is filled once, by one number");
    }
    List<Measured> measured = new ArrayList<>();
    for (long answers : sizes) {
      if (url.isEmpty()) {
        try (OwnServer server = OwnServer.start()) {
          measured.add(measure(server.settings(), answers));
        }
      } else {
        measured.add(measure(new DatabaseSettings(url, null, null), answers));
      }
    }
    System.out.println(Measured.table(measured));
  }

  private static Measured measure(DatabaseSettings settings, long answers) throws Exception {
    Clock clock = Clock.systemUTC();
    try (City city = City.build(settings, clock, answers)) {
      City.Size size = city.size();
      FigureCost figures = FigureCost.measure(city.jdbi(), clock);
      ServiceCost service = ServiceCost.measure(settings, city.jdbi(), clock);
      List<AnswerCost> storing = AnswerCost.measure(city, clock);
      return new Measured(size, figures, service, storing);
    }
  }
}

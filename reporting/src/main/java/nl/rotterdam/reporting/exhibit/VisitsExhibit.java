// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.exhibit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import nl.rotterdam.reporting.chart.ChartData;
import nl.rotterdam.reporting.chart.ChartData.Cell;
import nl.rotterdam.reporting.chart.ChartData.Column;
import nl.rotterdam.reporting.chart.ChartData.Kind;
import nl.rotterdam.reporting.chart.ChartStyle;
import nl.rotterdam.reporting.chart.ChartText;
import nl.rotterdam.reporting.chart.StackChart;
import nl.rotterdam.reporting.exhibit.LocationVisits.Location;
import nl.rotterdam.reporting.table.FigureName;

/**
 * Visits by location over the last whole year (over the year so far, where there is no other), by
 * appointment and walk-in where that is known.
 */
final class VisitsExhibit {
  private final Showing showing;
  private final Words words;
  private final Notation notation;
  private final LocationVisits visits;
  private final Map<String, String> values;

  VisitsExhibit(Showing showing) {
    this.showing = showing;
    this.words = showing.words();
    this.notation = showing.notation();
    this.visits = LocationVisits.of(showing.table());
    this.values = showing.values();
    values.put("year", notation.yearSoFar(visits.year()));
    values.put("visits", notation.count(visits.visits()));
    values.put("appointments", notation.count(visits.appointments()));
    values.put("walk_ins", notation.count(visits.walkIns()));
    values.put("left_out", counted("visits.names", visits.leftOut().size()));
    values.put(
        "left_out_visits",
        notation.count(visits.leftOut().stream().mapToLong(Location::visits).sum()));
    values.put("locations", counted("visits.locations", visits.shown().size()));
    values.put("busiest", visits.shown().isEmpty() ? "" : visits.shown().get(0).name());
  }

  /** "1 locatie" or "16 locaties". */
  private String counted(String key, int number) {
    return words.text(key + (number == 1 ? ".one" : ".many"), Map.of("n", notation.count(number)));
  }

  Exhibit exhibit() {
    String form = form();
    ChartText text =
        showing.chartText(title(), words.text("visits.subtitle", values), sentence(form));
    return new Exhibit(
        ExhibitName.VISITS,
        text,
        sentence(form),
        showing.definition(
            ExhibitName.VISITS,
            FigureName.VISITS_APPOINTMENT,
            FigureName.VISITS_WALK_IN,
            FigureName.VISITS),
        visits.visits() == 0
            ? Optional.empty()
            : Optional.of(StackChart.of(bars(), parts(), text, data(), ChartStyle.DEFAULT)),
        visits.shown().isEmpty() ? Optional.empty() : Optional.of(readable()),
        data());
  }

  private String title() {
    return switch (visits.shown().size()) {
      case 0 -> words.text("visits.title.none");
      case 1 -> words.text("visits.title.one", values);
      default -> words.text("visits.title", values);
    };
  }

  /** What is counted of contacts does not continue what locations told of another year. */
  private String sentence(String form) {
    String sentence = words.text("visits.sentence" + form, values);
    return visits.told() && !visits.isDivided() && !visits.shown().isEmpty()
        ? sentence + " " + words.text("visits.sentence.counted", values)
        : sentence;
  }

  private String form() {
    if (visits.shown().isEmpty()) {
      return ".none";
    }
    if (!visits.isDivided()) {
      return ".together";
    }
    return visits.leftOut().isEmpty() ? "" : ".partly";
  }

  private List<StackChart.Row> bars() {
    return visits.shown().stream()
        .map(
            location ->
                new StackChart.Row(
                    location.name(),
                    notation.count(location.visits()),
                    visits.isDivided() ? location.parts() : List.of((double) location.visits())))
        .toList();
  }

  private List<String> parts() {
    if (!visits.isDivided()) {
      return List.of(words.text("visits.all"));
    }
    List<String> parts =
        new ArrayList<>(List.of(words.text("visits.appointments"), words.text("visits.walk_ins")));
    if (visits.shown().stream().anyMatch(location -> location.parts().get(2) > 0)) {
      parts.add(words.text("visits.undivided"));
    }
    return parts;
  }

  private DataTable readable() {
    List<DataTable.Row> rows = new ArrayList<>();
    for (Location location : visits.shown()) {
      rows.add(
          row(
              location.name(),
              location.appointments(),
              location.walkIns(),
              location.visits(),
              false));
    }
    rows.add(
        row(
            words.text("visits.total"),
            OptionalLong.of(visits.appointments()),
            OptionalLong.of(visits.walkIns()),
            visits.visits(),
            true));
    List<String> columns = new ArrayList<>(List.of(words.text("table.location")));
    if (visits.isDivided()) {
      columns.add(words.text("visits.appointments"));
      columns.add(words.text("visits.walk_ins"));
    }
    columns.add(words.text("visits.all"));
    return new DataTable(
        words.text("visits.table.caption", values),
        columns,
        rows,
        visits.isDivided() ? List.of(1.6, 1.0, 1.0, 1.0) : List.of(1.6, 1.0));
  }

  private DataTable.Row row(
      String name, OptionalLong appointments, OptionalLong walkIns, long all, boolean total) {
    Stream<DataTable.Cell> divided =
        visits.isDivided() ? Stream.of(cell(appointments), cell(walkIns)) : Stream.empty();
    return new DataTable.Row(
        name,
        Stream.concat(divided, Stream.of(DataTable.Cell.of(notation.count(all)))).toList(),
        total);
  }

  private DataTable.Cell cell(OptionalLong number) {
    return DataTable.Cell.of(
        number.isPresent() ? notation.count(number.getAsLong()) : words.text("figure.unknown"));
  }

  private ChartData data() {
    return new ChartData(
        List.of(
            new Column("location", Kind.TEXT),
            new Column("period", Kind.TEXT),
            new Column("visits_appointment", Kind.COUNT),
            new Column("visits_walk_in", Kind.COUNT),
            new Column("visits", Kind.COUNT)),
        visits.shown().stream()
            .map(
                location ->
                    List.of(
                        Cell.of(location.name()),
                        Cell.of(visits.year().toString()),
                        number(location.appointments()),
                        number(location.walkIns()),
                        Cell.of(location.visits())))
            .toList());
  }

  private static Cell number(OptionalLong number) {
    return number.isPresent() ? Cell.of(number.getAsLong()) : Cell.of("");
  }
}

// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.exhibit;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.rotterdam.reporting.chart.ChartData;
import nl.rotterdam.reporting.chart.ChartData.Cell;
import nl.rotterdam.reporting.chart.ChartData.Column;
import nl.rotterdam.reporting.chart.ChartData.Kind;
import nl.rotterdam.reporting.chart.ChartStyle;
import nl.rotterdam.reporting.chart.ChartText;
import nl.rotterdam.reporting.chart.StackChart;
import nl.rotterdam.reporting.figure.Period;
import nl.rotterdam.reporting.table.FigureName;

/**
 * Visits by location over the last whole year (over the year so far, where there is no other), by
 * appointment and walk-in where that is known.
 */
final class VisitsExhibit {
  private static final Set<FigureName> NAMES =
      Set.of(FigureName.VISITS_APPOINTMENT, FigureName.VISITS_WALK_IN);

  private final Showing showing;
  private final Words words;
  private final Notation notation;
  private final Period year;
  private final List<Location> locations;
  private final List<Location> leftOut;
  private final Map<String, String> values;

  /**
   * Visits to one location; an empty number is not known.
   *
   * @param visits all of them
   */
  private record Location(
      String name, OptionalLong appointments, OptionalLong walkIns, long visits) {

    boolean isDivided() {
      return appointments.isPresent() || walkIns.isPresent();
    }

    private List<Double> parts() {
      double byAppointment = appointments.orElse(0);
      double walkedIn = walkIns.orElse(0);
      return List.of(byAppointment, walkedIn, Math.max(0, visits - byAppointment - walkedIn));
    }
  }

  VisitsExhibit(Showing showing) {
    this.showing = showing;
    this.words = showing.words();
    this.notation = showing.notation();
    this.year = year(showing);
    List<Location> all = locations();
    boolean told = all.stream().anyMatch(Location::isDivided);
    // what locations tell and what contacts count do not add up to a number of anything
    this.locations = all.stream().filter(location -> !told || location.isDivided()).toList();
    this.leftOut = all.stream().filter(location -> told && !location.isDivided()).toList();
    this.values = showing.values();
    values.put("year", notation.yearSoFar(year));
    values.put("visits", notation.count(total(location -> OptionalLong.of(location.visits()))));
    values.put("appointments", notation.count(total(Location::appointments)));
    values.put("walk_ins", notation.count(total(Location::walkIns)));
    values.put("left_out", counted("visits.names", leftOut.size()));
    values.put(
        "left_out_visits", notation.count(leftOut.stream().mapToLong(Location::visits).sum()));
    values.put("locations", counted("visits.locations", locations.size()));
    values.put("busiest", locations.isEmpty() ? "" : locations.get(0).name());
  }

  /** "1 locatie" or "16 locaties". */
  private String counted(String key, int number) {
    return words.text(key + (number == 1 ? ".one" : ".many"), Map.of("n", notation.count(number)));
  }

  private static Period year(Showing showing) {
    YearMonth to = showing.table().to();
    Period last = Period.year(to.getMonthValue() == 12 ? to.getYear() : to.getYear() - 1);
    boolean known =
        showing.table().rows().stream()
            .anyMatch(row -> row.name() == FigureName.VISITS && row.period().equals(last));
    return known ? last : Period.yearUpTo(to);
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
        total(location -> OptionalLong.of(location.visits())) == 0
            ? Optional.empty()
            : Optional.of(StackChart.of(bars(), parts(), text, data(), ChartStyle.DEFAULT)),
        locations.isEmpty() ? Optional.empty() : Optional.of(readable()),
        data());
  }

  private String title() {
    return switch (locations.size()) {
      case 0 -> words.text("visits.title.none");
      case 1 -> words.text("visits.title.one", values);
      default -> words.text("visits.title", values);
    };
  }

  /** What is counted of contacts does not continue what locations told of another year. */
  private String sentence(String form) {
    String sentence = words.text("visits.sentence" + form, values);
    boolean toldOnce =
        showing.table().rows().stream().anyMatch(row -> row.given() && NAMES.contains(row.name()));
    return toldOnce && !isDivided() && !locations.isEmpty()
        ? sentence + " " + words.text("visits.sentence.counted", values)
        : sentence;
  }

  private String form() {
    if (locations.isEmpty()) {
      return ".none";
    }
    if (!isDivided()) {
      return ".together";
    }
    return leftOut.isEmpty() ? "" : ".partly";
  }

  private boolean isDivided() {
    return locations.stream().anyMatch(Location::isDivided);
  }

  /** The busiest first. */
  private List<Location> locations() {
    Map<String, Long> appointments = byLocation(FigureName.VISITS_APPOINTMENT);
    Map<String, Long> walkIns = byLocation(FigureName.VISITS_WALK_IN);
    Map<String, Long> visits = byLocation(FigureName.VISITS);
    return Stream.of(appointments, walkIns, visits)
        .flatMap(each -> each.keySet().stream())
        .collect(toCollection(TreeSet::new))
        .stream()
        .map(
            name ->
                new Location(
                    name,
                    known(appointments, name),
                    known(walkIns, name),
                    visits.getOrDefault(name, 0L)))
        .sorted(Comparator.comparing(Location::visits).reversed())
        .toList();
  }

  private Map<String, Long> byLocation(FigureName name) {
    return showing.table().rows().stream()
        .filter(row -> row.name() == name && row.location().isPresent())
        .filter(row -> row.period().equals(year))
        .collect(
            toMap(
                row -> row.location().orElseThrow(),
                row -> row.figure().n(),
                Long::sum,
                TreeMap::new));
  }

  private static OptionalLong known(Map<String, Long> numbers, String name) {
    return numbers.containsKey(name) ? OptionalLong.of(numbers.get(name)) : OptionalLong.empty();
  }

  private long total(Function<Location, OptionalLong> number) {
    return locations.stream().mapToLong(location -> number.apply(location).orElse(0)).sum();
  }

  private List<StackChart.Row> bars() {
    return locations.stream()
        .map(
            location ->
                new StackChart.Row(
                    location.name(),
                    notation.count(location.visits()),
                    isDivided() ? location.parts() : List.of((double) location.visits())))
        .toList();
  }

  private List<String> parts() {
    if (!isDivided()) {
      return List.of(words.text("visits.all"));
    }
    List<String> parts =
        new ArrayList<>(List.of(words.text("visits.appointments"), words.text("visits.walk_ins")));
    if (locations.stream().anyMatch(location -> location.parts().get(2) > 0)) {
      parts.add(words.text("visits.undivided"));
    }
    return parts;
  }

  private DataTable readable() {
    List<DataTable.Row> rows = new ArrayList<>();
    for (Location location : locations) {
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
            OptionalLong.of(total(Location::appointments)),
            OptionalLong.of(total(Location::walkIns)),
            total(location -> OptionalLong.of(location.visits())),
            true));
    List<String> columns = new ArrayList<>(List.of(words.text("table.location")));
    if (isDivided()) {
      columns.add(words.text("visits.appointments"));
      columns.add(words.text("visits.walk_ins"));
    }
    columns.add(words.text("visits.all"));
    return new DataTable(
        words.text("visits.table.caption", values),
        columns,
        rows,
        isDivided() ? List.of(1.6, 1.0, 1.0, 1.0) : List.of(1.6, 1.0));
  }

  private DataTable.Row row(
      String name, OptionalLong appointments, OptionalLong walkIns, long visits, boolean total) {
    Stream<DataTable.Cell> divided =
        isDivided() ? Stream.of(cell(appointments), cell(walkIns)) : Stream.empty();
    return new DataTable.Row(
        name,
        Stream.concat(divided, Stream.of(DataTable.Cell.of(notation.count(visits)))).toList(),
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
        locations.stream()
            .map(
                location ->
                    List.of(
                        Cell.of(location.name()),
                        Cell.of(year.toString()),
                        number(location.appointments()),
                        number(location.walkIns()),
                        Cell.of(location.visits())))
            .toList());
  }

  private static Cell number(OptionalLong number) {
    return number.isPresent() ? Cell.of(number.getAsLong()) : Cell.of("");
  }
}

// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.figures;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.rotterdam.reporting.figure.Channel;
import nl.rotterdam.reporting.figure.Indicator;
import nl.rotterdam.reporting.table.FigureName;
import nl.rotterdam.reporting.table.FigureRow;
import nl.rotterdam.reporting.table.FiguresTable;
import nl.rotterdam.reporting.table.Group;
import nl.rotterdam.reporting.table.Grouping;
import nl.rotterdam.survey.key.ApiKeys;
import nl.rotterdam.survey.key.Scope;
import nl.rotterdam.survey.problem.Parameters;
import nl.rotterdam.survey.problem.ProblemException;

/** Which figures are asked for, as the parameters of a request. */
public final class FigureQuery {
  private static final List<String> PARAMETERS =
      List.of("to", "from", "figure", "indicator", "channel", "location", "dimension", "audience");
  private static final String ALL = "all";
  private static final String NONE = "none";

  @QueryParam("to")
  private String to;

  @QueryParam("from")
  private String from;

  @QueryParam("figure")
  private String figure;

  @QueryParam("indicator")
  private String indicator;

  @QueryParam("channel")
  private String channel;

  @QueryParam("location")
  private String location;

  @QueryParam("dimension")
  private String dimension;

  @QueryParam("audience")
  private String audience;

  @HeaderParam(ApiKeys.HEADER)
  private String key;

  @Context private UriInfo request;

  /** The month asked for; the running one where none is. */
  YearMonth to(Figures figures) {
    return to == null ? figures.runningMonth() : figures.month("to", to);
  }

  /**
   * Whether the values below publication are asked for, too.
   *
   * @throws ProblemException 401 or 403 where the request has no key for them
   */
  boolean internal(ApiKeys keys) {
    if (audience == null || audience.equals("public")) {
      return false;
    }
    if (!audience.equals("internal")) {
      throw unknown("audience", Stream.of("public", "internal"));
    }
    keys.caller(key, Scope.FIGURES);
    return true;
  }

  /** The rows of the table that are asked for. */
  List<FigureRow> select(FiguresTable table, Figures figures) {
    Parameters.requireKnown(request, PARAMETERS);
    Predicate<FigureRow> wanted =
        where(
                "figure",
                figure,
                FigureName::of,
                Arrays.stream(FigureName.values()),
                FigureName::code)
            .<Predicate<FigureRow>>map(name -> row -> row.name() == name)
            .orElse(row -> true);
    Optional<Indicator> score =
        where(
            "indicator",
            indicator,
            Indicator::of,
            Arrays.stream(Indicator.values()),
            Indicator::code);
    return table.rows().stream()
        .filter(wanted)
        .filter(row -> score.isEmpty() || row.indicator().equals(score))
        .filter(byChannel())
        .filter(byDimension())
        .filter(byLocation(table))
        .filter(byStart(table, figures))
        .toList();
  }

  private Predicate<FigureRow> byChannel() {
    Optional<Optional<Channel>> wanted =
        ALL.equals(channel)
            ? Optional.of(Optional.empty())
            : where(
                    "channel",
                    channel,
                    Channel::of,
                    Arrays.stream(Channel.values()),
                    Channel::code,
                    ALL)
                .map(Optional::of);
    return row -> wanted.isEmpty() || row.channel().equals(wanted.get());
  }

  private Predicate<FigureRow> byDimension() {
    if (NONE.equals(dimension)) {
      return row -> row.group().isEmpty();
    }
    Optional<Grouping> wanted =
        where(
            "dimension",
            dimension,
            Grouping::of,
            Arrays.stream(Grouping.values()),
            Grouping::code,
            NONE);
    return row -> wanted.isEmpty() || row.group().map(Group::dimension).equals(wanted);
  }

  /** Visits to the location, and the group that it is in the breakdowns. */
  private Predicate<FigureRow> byLocation(FiguresTable table) {
    if (location == null) {
      return row -> true;
    }
    Set<String> known =
        table.rows().stream()
            .flatMap(row -> placeOf(row).stream())
            .collect(Collectors.toCollection(TreeSet::new));
    if (!known.contains(location)) {
      throw known.isEmpty()
          ? ProblemException.badField("location", "is not known: up to that month there is none")
          : unknown("location", known.stream());
    }
    return row -> placeOf(row).filter(location::equals).isPresent();
  }

  private static Optional<String> placeOf(FigureRow row) {
    return row.location()
        .or(
            () ->
                row.group()
                    .filter(group -> group.dimension() == Grouping.LOCATION)
                    .map(Group::name));
  }

  private Predicate<FigureRow> byStart(FiguresTable table, Figures figures) {
    if (from == null) {
      return row -> true;
    }
    YearMonth start = figures.month("from", from);
    if (start.isAfter(table.to())) {
      throw ProblemException.badField("from", "must not be after to, which is " + table.to());
    }
    return row -> !row.period().first().isBefore(start);
  }

  private static <T> Optional<T> where(
      String parameter,
      String written,
      Function<String, Optional<T>> of,
      Stream<T> allowed,
      Function<T, String> code,
      String... more) {
    return Optional.ofNullable(written)
        .map(
            value ->
                of.apply(value)
                    .orElseThrow(
                        () ->
                            unknown(
                                parameter, Stream.concat(allowed.map(code), Arrays.stream(more)))));
  }

  private static ProblemException unknown(String parameter, Stream<String> allowed) {
    return ProblemException.badField(
        parameter, "must be one of " + allowed.collect(Collectors.joining(", ")));
  }
}

// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.report;

import com.google.common.primitives.Ints;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.rotterdam.reporting.chart.ChartSize;
import nl.rotterdam.reporting.exhibit.ExhibitName;
import nl.rotterdam.reporting.exhibit.Selection;
import nl.rotterdam.reporting.figure.Channel;
import nl.rotterdam.survey.figures.Figures;
import nl.rotterdam.survey.problem.Parameters;
import nl.rotterdam.survey.problem.ProblemException;

/** Which chart is asked for, as the parameters of a request. */
public final class ChartQuery {
  /** In what a single chart is given; the first where nothing is asked for. */
  static final List<FileFormat> FORMATS =
      List.of(FileFormat.SVG, FileFormat.PNG, FileFormat.CSV, FileFormat.XLSX);

  /** What the list of charts can be asked with. */
  static final List<String> OF_THE_LIST = List.of("to", "language");

  /** What one chart can be asked with. */
  static final List<String> OF_ONE =
      List.of("format", "to", "from", "channel", "language", "width");

  private static final String ALL = "all";
  private static final int NARROWEST = 320;
  private static final int WIDEST = 1200;
  private static final int SCREEN_RESOLUTION = 96;

  @QueryParam("format")
  private String format;

  @QueryParam("to")
  private String to;

  @QueryParam("from")
  private String from;

  @QueryParam("channel")
  private String channel;

  @QueryParam("language")
  @DefaultValue("nl")
  private String language;

  @QueryParam("width")
  private String width;

  @Context private UriInfo uri;
  @Context private HttpHeaders headers;

  void requireOnly(List<String> parameters) {
    Parameters.requireKnown(uri, parameters);
  }

  String language() {
    return language;
  }

  /** Whether a month is named, so that the address will mean the same tomorrow. */
  boolean namesMonth() {
    return to != null;
  }

  /** The month asked for; else the last that is published, else the running one. */
  YearMonth to(Figures figures) {
    return to == null
        ? figures.lastPublished().orElseGet(figures::runningMonth)
        : figures.month("to", to);
  }

  /** By the parameter, else by what the request accepts. */
  FileFormat format() {
    return format == null ? acceptedFormat() : namedFormat();
  }

  private FileFormat namedFormat() {
    return FileFormat.of(format)
        .filter(FORMATS::contains)
        .orElseThrow(() -> notOneOf("format", FORMATS.stream().map(FileFormat::extension)));
  }

  /** The best of what is accepted; of several that are as good, the first that we have. */
  private FileFormat acceptedFormat() {
    return headers.getAcceptableMediaTypes().stream()
        .filter(type -> !"0".equals(type.getParameters().get("q")))
        .flatMap(type -> FORMATS.stream().filter(known -> type.isCompatible(known.type())))
        .findFirst()
        .orElseThrow(
            () ->
                new ProblemException(
                    406,
                    "Accept: must allow one of "
                        + FORMATS.stream()
                            .map(FileFormat::mediaType)
                            .collect(Collectors.joining(", "))));
  }

  /** The part of the exhibit asked for. */
  Selection selection(ExhibitName exhibit, Figures figures, YearMonth last) {
    return new Selection(first(exhibit, figures, last), channel(exhibit));
  }

  private Optional<YearMonth> first(ExhibitName exhibit, Figures figures, YearMonth last) {
    if (from != null && !exhibit.isSeries()) {
      throw ProblemException.badField(
          "from", "must be left out: %s is of one period".formatted(exhibit.code()));
    }
    Optional<YearMonth> first =
        Optional.ofNullable(from).map(written -> figures.month("from", written));
    if (first.filter(month -> month.isAfter(last)).isPresent()) {
      throw ProblemException.badField("from", "must not be after to, which is " + last);
    }
    return first;
  }

  private Optional<Channel> channel(ExhibitName exhibit) {
    if (channel == null || channel.equals(ALL)) {
      return Optional.empty();
    }
    if (!exhibit.canBeOfOneChannel()) {
      throw ProblemException.badField(
          "channel", "must be left out: %s is of all channels".formatted(exhibit.code()));
    }
    return Optional.of(
        Channel.of(channel)
            .orElseThrow(
                () ->
                    notOneOf(
                        "channel",
                        Stream.concat(
                            Arrays.stream(Channel.values()).map(Channel::code), Stream.of(ALL)))));
  }

  /** Pictures on a screen, as wide as is asked for; else as wide as on paper. */
  ExhibitFile file() {
    if (width == null) {
      return new ExhibitFile(ChartSize.PAGE.width(), SCREEN_RESOLUTION);
    }
    return Optional.ofNullable(Ints.tryParse(width))
        .filter(pixels -> pixels >= NARROWEST && pixels <= WIDEST)
        .map(
            pixels ->
                new ExhibitFile(ChartSize.ofPixels(pixels, pixels).width(), SCREEN_RESOLUTION))
        .orElseThrow(
            () ->
                ProblemException.badField(
                    "width",
                    "must be a whole number of pixels from %d to %d".formatted(NARROWEST, WIDEST)));
  }

  private static ProblemException notOneOf(String parameter, Stream<String> allowed) {
    return ProblemException.badField(
        parameter, "must be one of " + allowed.collect(Collectors.joining(", ")));
  }
}

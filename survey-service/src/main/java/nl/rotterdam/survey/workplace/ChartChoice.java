// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.workplace;

import jakarta.ws.rs.QueryParam;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.rotterdam.reporting.exhibit.ExhibitName;
import nl.rotterdam.reporting.exhibit.Selection;
import nl.rotterdam.reporting.figure.Channel;
import nl.rotterdam.survey.figures.Figures;
import nl.rotterdam.survey.problem.ProblemException;

/** Which chart somebody chose. A field that was left empty was not chosen. */
public final class ChartChoice {
  /** Widths in pixels; none: that of a page of a document. */
  static final List<String> WIDTHS = List.of("", "400", "640", "900", "1200");

  @QueryParam("exhibit")
  private String exhibit;

  @QueryParam("to")
  private String to;

  @QueryParam("from")
  private String from;

  @QueryParam("channel")
  private String channel;

  @QueryParam("language")
  private String language;

  @QueryParam("width")
  private String width;

  ExhibitName exhibit() {
    return chosen(exhibit)
        .map(
            code ->
                ExhibitName.of(code)
                    .orElseThrow(
                        () ->
                            notOneOf(
                                "exhibit",
                                Arrays.stream(ExhibitName.values()).map(ExhibitName::code))))
        .orElse(ExhibitName.DISSATISFACTION);
  }

  /** The later one where two months are chosen, whichever stands first. */
  YearMonth to(ExhibitName name, Figures figures) {
    YearMonth last = to(figures);
    return from(name, figures).filter(last::isBefore).orElse(last);
  }

  /** What the exhibit cannot be narrowed by is left aside: it may be chosen of another one. */
  Selection selection(ExhibitName name, Figures figures) {
    YearMonth last = to(figures);
    return new Selection(
        from(name, figures).map(first -> first.isAfter(last) ? last : first),
        channel().filter(one -> name.canBeOfOneChannel()));
  }

  /** The last month that is published where none is chosen, since it stays as it is. */
  private YearMonth to(Figures figures) {
    return chosen(to)
        .map(month -> figures.month("to", month))
        .orElseGet(() -> figures.lastPublished().orElseGet(figures::runningMonth));
  }

  private Optional<YearMonth> from(ExhibitName name, Figures figures) {
    return chosen(from).filter(month -> name.isSeries()).map(month -> figures.month("from", month));
  }

  private Optional<Channel> channel() {
    return chosen(channel)
        .map(
            code ->
                Channel.of(code)
                    .orElseThrow(
                        () ->
                            notOneOf(
                                "channel", Arrays.stream(Channel.values()).map(Channel::code))));
  }

  String language(String own) {
    return chosen(language)
        .map(
            code -> {
              if (!WorkplacePages.LANGUAGES.contains(code)) {
                throw notOneOf("language", WorkplacePages.LANGUAGES.stream());
              }
              return code;
            })
        .orElse(own);
  }

  /** Empty: the width of a page. */
  String width() {
    return chosen(width)
        .map(
            pixels -> {
              if (!WIDTHS.contains(pixels)) {
                throw notOneOf("width", WIDTHS.stream().filter(known -> !known.isEmpty()));
              }
              return pixels;
            })
        .orElse("");
  }

  private static Optional<String> chosen(String field) {
    return Optional.ofNullable(field).map(String::strip).filter(text -> !text.isEmpty());
  }

  private static ProblemException notOneOf(String field, Stream<String> allowed) {
    return ProblemException.badField(
        field, "must be one of " + String.join(", ", allowed.map(Function.identity()).toList()));
  }
}

// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.workplace;

import jakarta.ws.rs.QueryParam;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.rotterdam.reporting.figure.Channel;
import nl.rotterdam.survey.problem.ProblemException;
import nl.rotterdam.survey.signal.ScoreGroup;
import nl.rotterdam.survey.signal.SignalQuery;
import nl.rotterdam.survey.signal.Themes;
import org.glassfish.jersey.uri.UriComponent;

/** Which signals a page is asked for, as its address says it. */
public final class SignalFilter {
  private static final int LONGEST = 200;

  @QueryParam("q")
  private String words;

  @QueryParam("from")
  private String from;

  @QueryParam("to")
  private String to;

  @QueryParam("channel")
  private String channel;

  @QueryParam("theme")
  private String theme;

  @QueryParam("score")
  private String score;

  /**
   * What is asked for.
   *
   * @throws ProblemException 400 where that is nothing that there is
   */
  SignalQuery query(Themes themes) {
    if (words().length() > LONGEST) {
      throw ProblemException.badField("q", "must be at most " + LONGEST + " signs");
    }
    return new SignalQuery(
        words(),
        month("from", from),
        month("to", to),
        among("channel", channel, Stream.of(Channel.values()).map(Channel::code).toList()),
        among(
            "theme",
            theme,
            Stream.concat(themes.codes().stream(), Stream.of(Themes.NONE)).toList()),
        among("score", score, Stream.of(ScoreGroup.values()).map(ScoreGroup::code).toList())
            .flatMap(ScoreGroup::of));
  }

  private String words() {
    return words == null ? "" : words.strip();
  }

  private static Optional<String> given(String value) {
    return Optional.ofNullable(value).map(String::strip).filter(written -> !written.isEmpty());
  }

  private static Optional<YearMonth> month(String field, String value) {
    try {
      return given(value).map(YearMonth::parse);
    } catch (DateTimeParseException e) {
      throw ProblemException.badField(field, "must be a month such as 2025-05");
    }
  }

  private static Optional<String> among(String field, String value, List<String> codes) {
    Optional<String> given = given(value);
    if (given.filter(code -> !codes.contains(code)).isPresent()) {
      throw ProblemException.badField(field, "must be one of " + String.join(", ", codes));
    }
    return given;
  }

  /** The same in an address, after the question mark. */
  static String address(SignalQuery query) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("q", query.words());
    fields.put("from", query.from().map(YearMonth::toString).orElse(""));
    fields.put("to", query.to().map(YearMonth::toString).orElse(""));
    fields.put("channel", query.channel().orElse(""));
    fields.put("theme", query.theme().orElse(""));
    fields.put("score", query.group().map(ScoreGroup::code).orElse(""));
    StringBuilder address = new StringBuilder();
    fields.forEach(
        (name, value) -> {
          if (!value.isEmpty()) {
            address
                .append(address.isEmpty() ? "" : "&")
                .append(name)
                .append('=')
                .append(UriComponent.encode(value, UriComponent.Type.QUERY_PARAM_SPACE_ENCODED));
          }
        });
    return address.toString();
  }
}

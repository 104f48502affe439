// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.figures;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.rotterdam.reporting.table.FigureRow;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** What R computed from a city's files, beside the public figures table as CSV. */
public final class ExpectedFigures {
  private static final int THRESHOLD = 30;
  private static final double CLOSED_FORM = 1e-9;

  private final JsonNode expected;
  private final Map<String, CSVRecord> rows = new HashMap<>();
  private final List<String> differences = new ArrayList<>();
  private final String window;
  private int agreeing;

  private ExpectedFigures(List<FigureRow> table, JsonNode expected) throws IOException {
    this.expected = expected;
    this.window = expected.at("/meta/currentPeriod").asText();
    StringWriter csv = new StringWriter();
    FiguresCsv.write(table, csv);
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    for (CSVRecord row : format.parse(new StringReader(csv.toString()))) {
      if (row.get("dimension").isEmpty()
          && rows.put(
                  String.join(
                      ",",
                      row.get("figure"),
                      row.get("indicator"),
                      row.get("channel"),
                      row.get("location"),
                      row.get("period")),
                  row)
              != null) {
        differences.add("twice: " + row);
      }
    }
  }

  /** How many figures there are that agree, and what differs. */
  public record Result(int agreeing, List<String> differences) {}

  public static Result compare(List<FigureRow> table, JsonNode expected) throws IOException {
    ExpectedFigures comparison = new ExpectedFigures(table, expected);
    comparison.counts();
    comparison.shares();
    comparison.comparisons();
    comparison.trends();
    comparison.work();
    return new Result(comparison.agreeing, comparison.differences);
  }

  private void counts() {
    Map<String, Long> together = new HashMap<>();
    for (JsonNode row : expected.get("contactsAndAnswers")) {
      long contacts = row.get("contacts").asLong();
      together.merge(row.get("month").asText(), contacts, Long::sum);
      count("contacts", row, "month", contacts);
    }
    together.forEach(
        (month, contacts) -> exact("contacts,,all,," + month, (double) contacts, null));
    for (JsonNode row : expected.get("response")) {
      if (!row.get("period").asText().equals("all")) {
        long invited = row.get("invited").asLong();
        check(
            key("response_rate", row, "period"),
            status(invited),
            CLOSED_FORM,
            invited,
            row.get("rr2"));
      }
    }
  }

  private void shares() {
    for (JsonNode row : expected.get("monthly")) {
      scores(row, "month");
    }
    for (JsonNode row : expected.get("periods")) {
      String period = row.get("period").asText();
      if (!period.contains("..") && !period.equals("all")) {
        scores(row, "period");
      }
    }
    for (JsonNode row : expected.get("rolling12")) {
      if (row.get("complete").asBoolean()) {
        YearMonth end = YearMonth.parse(row.get("windowEnd").asText());
        long n = row.get("n").asLong();
        check(
            "share_12m,%s,%s,,%s..%s"
                .formatted(
                    row.get("indicator").asText(),
                    row.get("channel").asText(),
                    end.minusMonths(11),
                    end),
            status(n),
            CLOSED_FORM,
            n,
            row.get("share"),
            row.get("lower"),
            row.get("upper"));
      }
    }
  }

  private void scores(JsonNode row, String period) {
    long n = row.get("n").asLong();
    for (String figure : List.of("share", "nps", "mean")) {
      check(
          key(figure, row, period),
          status(n),
          CLOSED_FORM,
          n,
          row.get(figure),
          row.get(figure + "Lower"),
          row.get(figure + "Upper"));
    }
  }

  private void comparisons() {
    for (JsonNode row : expected.get("relativeReduction")) {
      long n0 = row.get("n0").asLong();
      long n1 = row.get("n1").asLong();
      String status = n1 < THRESHOLD ? status(n1) : n0 >= THRESHOLD ? "ok" : "below_publication";
      check(
          key("reduction", row, "period"),
          status,
          CLOSED_FORM,
          n1,
          row.get("reduction"),
          row.get("lower"),
          row.get("upper"));
      check(
          key("change", row, "period"),
          status,
          CLOSED_FORM,
          null,
          row.get("diff"),
          row.get("diffLower"),
          row.get("diffUpper"));
      if (row.get("channel").asText().equals("all")) {
        check(key("goal_probability", row, "period"), "ok", 2e-6, null, row.get("probTarget"));
        if (row.get("indicator").asText().equals("overall")) {
          exact(key("nonresponse_factor", row, "period"), nonresponse(row), null);
        }
      }
    }
    expected
        .get("standardised")
        .properties()
        .forEach(entry -> mix(entry.getKey(), entry.getValue()));
  }

  private double nonresponse(JsonNode row) {
    double rate = 0;
    for (JsonNode response : expected.get("response")) {
      if (response.get("channel").asText().equals("all")
          && response.get("period").asText().equals(window)) {
        rate = response.get("rr2").asDouble();
      }
    }
    double ratio =
        row.get("x0").asDouble()
            / row.get("n0").asDouble()
            / (row.get("x1").asDouble() / row.get("n1").asDouble());
    return (ratio - rate) / (1 - rate);
  }

  private void mix(String indicator, JsonNode node) {
    String about = "," + indicator + ",all,," + window;
    JsonNode reduction = node.get("reductionVs2022");
    check(
        "reduction_standardised" + about,
        "ok",
        CLOSED_FORM,
        null,
        reduction.get("reduction"),
        reduction.get("lower"),
        reduction.get("upper"));
    JsonNode split = node.get("kitagawaAnswerMix");
    check("rate_effect" + about, "ok", CLOSED_FORM, null, split.get("rateEffect"));
    check("mix_effect" + about, "ok", CLOSED_FORM, null, split.get("mixEffect"));
  }

  private void trends() {
    Map<String, Long> scores = new HashMap<>();
    for (JsonNode row : expected.get("monthly")) {
      scores.merge(series(row), row.get("n").asLong(), Long::sum);
    }
    String whole = "2022-01.." + window.substring(window.length() - 7);
    for (JsonNode row : expected.get("trend")) {
      if (scores.get(series(row)) >= THRESHOLD) {
        String about = "," + series(row) + ",," + whole;
        check("trend_z" + about, "ok", 1e-8, null, row.get("cochranArmitageZ"));
        check("trend_p" + about, "ok", 1e-8, null, row.get("cochranArmitageP"));
      }
    }
    for (JsonNode row : expected.get("forecast")) {
      if (scores.get(series(row)) >= THRESHOLD) {
        check(
            key("forecast_share_12m", row, "horizon"),
            "ok",
            1e-7,
            null,
            row.get("p12"),
            row.get("p12_lo"),
            row.get("p12_hi"));
      }
    }
  }

  private static String series(JsonNode row) {
    return row.get("indicator").asText() + "," + row.get("channel").asText();
  }

  private void work() {
    for (JsonNode row : expected.get("ftfByYear")) {
      check(
          "first_time_fix,,phone,," + row.get("year").asText(),
          "ok",
          CLOSED_FORM,
          row.get("n").asLong(),
          row.get("share"));
    }
    for (JsonNode row : expected.get("callbacksByMonth")) {
      String about = ",,all,," + row.get("month").asText();
      long due = row.get("onTime").asLong() + row.get("late").asLong();
      exact("callbacks" + about, (double) (due + row.get("open").asLong()), null);
      if (due > 0) {
        check("callbacks_on_time" + about, "ok", CLOSED_FORM, due, row.get("share"));
      }
    }
    for (JsonNode row : expected.get("videoByMonth")) {
      exact(
          "video_successful,,video,," + row.get("month").asText(),
          row.get("successful").asDouble(),
          null);
    }
    for (JsonNode row : expected.get("chatsByMonth")) {
      exact("chats,,chat,," + row.get("month").asText(), row.get("chats").asDouble(), null);
    }
    for (JsonNode row : expected.get("visitsByLocation")) {
      exact(
          "visits,,counter,%s,%s".formatted(row.get("location").asText(), row.get("year").asText()),
          row.get("visits").asDouble(),
          null);
    }
  }

  private void count(String figure, JsonNode row, String period, long number) {
    exact(key(figure, row, period), (double) number, null);
  }

  private static String key(String figure, JsonNode row, String period) {
    String indicator = row.has("indicator") ? row.get("indicator").asText() : "";
    String channel = row.get("channel").asText();
    return String.join(",", figure, indicator, channel, "", row.get(period).asText());
  }

  private static String status(long n) {
    return n >= THRESHOLD ? "ok" : n > 0 ? "below_publication" : "empty";
  }

  private void exact(String key, double value, Long n) {
    check(key, "ok", CLOSED_FORM, n, DoubleNode.valueOf(value));
  }

  /** Value, and where they are given the limits. */
  private void check(String key, String status, double tolerance, Long n, JsonNode... numbers) {
    CSVRecord row = rows.get(key);
    if (row == null) {
      note(status.equals("empty"), key + " is missing");
      return;
    }
    boolean right =
        n == null || Long.parseLong(row.get("n")) == n || (status.equals("ok") && n == 0);
    if (status.equals("ok") && !numbers[0].isNull()) {
      right &= row.get("status").equals("ok");
      for (int i = 0; i < numbers.length; i++) {
        right &= near(row.get(List.of("value", "lower", "upper").get(i)), numbers[i], tolerance);
      }
    } else {
      right &= (row.get("value") + row.get("lower") + row.get("upper")).isEmpty();
      right &= status.equals("ok") || Set.of(status, "empty").contains(row.get("status"));
    }
    note(right, key + ": " + row.toList() + ", expected " + List.of(numbers) + " n " + n);
  }

  private static boolean near(String found, JsonNode expected, double tolerance) {
    return expected == null
        || expected.isNull()
        || (!found.isEmpty()
            && Math.abs(Double.parseDouble(found) - expected.asDouble())
                <= Math.max(1e-12, tolerance * Math.max(1, Math.abs(expected.asDouble()))));
  }

  private void note(boolean agrees, String difference) {
    if (agrees) {
      agreeing++;
    } else {
      differences.add(difference);
    }
  }
}

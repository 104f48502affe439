// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.exhibit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.rotterdam.reporting.chart.ChartStyle;
import nl.rotterdam.reporting.chart.ChartText;
import nl.rotterdam.reporting.chart.StackChart;
import nl.rotterdam.reporting.figure.Period;

/** From contact to answer, channel by channel: how many were lost on the way, and why. */
final class ResponseExhibit {
  private final Showing showing;
  private final Words words;
  private final Notation notation;
  private final Period period;
  private final List<ContactWay> ways;
  private final Map<String, String> values;

  ResponseExhibit(Showing showing) {
    this.showing = showing;
    this.words = showing.words();
    this.notation = showing.notation();
    this.period =
        showing.table().coversCurrentWindow()
            ? showing.table().currentWindow()
            : Period.yearUpTo(showing.table().to());
    this.ways =
        showing
            .channels(channel -> true)
            .map(channel -> ContactWay.of(showing.table(), channel, period))
            .filter(way -> way.contacts() > 0)
            .toList();
    this.values = values();
  }

  Exhibit exhibit() {
    ResponseTable table = new ResponseTable(showing, period.toString(), ways);
    String form = ways.isEmpty() ? ".none" : "";
    ChartText text =
        showing.chartText(
            words.text("response.title" + form, values),
            words.text("response.subtitle", values),
            words.text("response.description" + form, values));
    return new Exhibit(
        ExhibitName.RESPONSE,
        text,
        words.text("response.sentence" + form, values),
        showing.definition(ExhibitName.RESPONSE),
        ways.isEmpty()
            ? Optional.empty()
            : Optional.of(StackChart.of(bars(), parts(), text, table.data(), ChartStyle.DEFAULT)),
        ways.isEmpty()
            ? Optional.empty()
            : Optional.of(table.readable(words.text("response.table.caption", values))),
        table.data());
  }

  private Map<String, String> values() {
    Map<String, String> values = showing.values();
    values.put("period", notation.soFar(period));
    ways.stream()
        .filter(way -> way.channel().isEmpty())
        .forEach(
            all -> {
              values.put("contacts", notation.count(all.contacts()));
              values.put("invited", notation.count(all.invited()));
              values.put("answered", notation.count(all.answered()));
              values.put("lost", lostInWords(all));
            });
    values.put(
        "channels",
        notation.list(
            ways.stream()
                .filter(way -> way.channel().isPresent())
                .map(way -> showing.inline(showing.name(way.channel())) + " " + ofInvited(way))
                .toList()));
    return values;
  }

  /** The reasons, the weightiest first. */
  private String lostInWords(ContactWay all) {
    return all.lost().isEmpty()
        ? words.text("response.lost.none")
        : notation.list(
            all.lost().entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(lost -> reason(lost.getKey()) + " " + notation.count(lost.getValue()))
                .toList());
  }

  private String reason(String code) {
    return words.text("reason." + code);
  }

  private String ofInvited(ContactWay way) {
    return words.text(
        "response.value",
        Map.of(
            "answered", notation.count(way.answered()), "invited", notation.count(way.invited())));
  }

  private List<StackChart.Row> bars() {
    return ways.stream()
        .filter(way -> way.channel().isPresent())
        .map(
            way ->
                new StackChart.Row(
                    showing.name(way.channel()),
                    ofInvited(way),
                    List.of(
                        (double) way.answered(), (double) way.silent(), (double) way.notInvited())))
        .toList();
  }

  private List<String> parts() {
    return List.of(
        showing.inline(words.text("response.answered")),
        words.text("response.key.silent"),
        words.text("response.not_invited"));
  }
}

// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.exhibit;

import static java.util.stream.Collectors.toMap;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import nl.rotterdam.reporting.figure.Channel;
import nl.rotterdam.reporting.figure.Figure;
import nl.rotterdam.reporting.figure.Period;
import nl.rotterdam.reporting.table.FigureName;
import nl.rotterdam.reporting.table.FiguresTable;
import nl.rotterdam.reporting.table.Group;

/**
 * The way of the contacts of one channel, or of all, from contact to answer.
 *
 * @param lost how many residents were not invited, by reason
 * @param invited how many were
 * @param delivered how many of those invitations arrived; empty where it is not known of some
 * @param opened of how many of those the page was opened; empty where it is not known of some
 * @param answered how many of the invited answered
 * @param partly how many of those answered in part
 * @param setAside how many have an answer that is kept apart
 * @param rate the response rate
 */
record ContactWay(
    Optional<Channel> channel,
    Map<String, Long> lost,
    long invited,
    OptionalLong delivered,
    OptionalLong opened,
    long answered,
    long partly,
    long setAside,
    Figure rate) {

  static ContactWay of(FiguresTable table, Optional<Channel> channel, Period period) {
    return new ContactWay(
        channel,
        table.rows().stream()
            .filter(row -> row.name() == FigureName.NOT_INVITED && row.channel().equals(channel))
            .filter(row -> row.period().toString().equals(period.toString()))
            .collect(
                toMap(
                    row -> row.group().map(Group::name).orElseThrow(),
                    row -> row.figure().n(),
                    Long::sum,
                    LinkedHashMap::new)),
        find(table, FigureName.INVITED, channel, period).n(),
        count(table, FigureName.FUNNEL_DELIVERED, channel, period),
        count(table, FigureName.FUNNEL_OPENED, channel, period),
        find(table, FigureName.ANSWERED, channel, period).n(),
        find(table, FigureName.FUNNEL_PARTIAL, channel, period).n(),
        find(table, FigureName.FUNNEL_SET_ASIDE, channel, period).n(),
        find(table, FigureName.RESPONSE_RATE, channel, period));
  }

  long notInvited() {
    return lost.values().stream().mapToLong(Long::longValue).sum();
  }

  long contacts() {
    return invited + notInvited();
  }

  long silent() {
    return Math.max(0, invited - answered);
  }

  /** Of the silent, those whose invitation did not arrive. */
  OptionalLong notDelivered() {
    return less(OptionalLong.of(invited), delivered);
  }

  /** Of the silent, those who got it and did not open the page. */
  OptionalLong notOpened() {
    return less(delivered, opened);
  }

  /** Of the silent, those who opened the page. */
  OptionalLong leftAfterOpening() {
    return less(opened, OptionalLong.of(answered));
  }

  private static OptionalLong less(OptionalLong more, OptionalLong fewer) {
    return more.isPresent() && fewer.isPresent()
        ? OptionalLong.of(Math.max(0, more.getAsLong() - fewer.getAsLong()))
        : OptionalLong.empty();
  }

  private static Figure find(
      FiguresTable table, FigureName name, Optional<Channel> channel, Period period) {
    return table.find(name, Optional.empty(), channel, period).orElse(Figure.empty(0));
  }

  private static OptionalLong count(
      FiguresTable table, FigureName name, Optional<Channel> channel, Period period) {
    Figure figure = find(table, name, channel, period);
    return figure.value().isPresent() ? OptionalLong.of(figure.n()) : OptionalLong.empty();
  }
}

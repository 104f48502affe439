// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.table;

import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.rotterdam.reporting.figure.Figure;
import nl.rotterdam.reporting.figure.Period;

/**
 * A table as it is published: what was published before stays as it was, unless the rule restates
 * it, and what is restated is listed.
 *
 * <p>A figure about months that were over at the earlier publication is restated where its n has
 * grown by {@value #RESTATED_FROM} or more, and in the first publication of December or later where
 * it has grown or, at the same n, has another value. Where its n has shrunk, answers were erased:
 * that never changes what was published. Contacts not invited are restated where as many of them
 * were invited after all, or are counted by another reason now. A count that was given is restated
 * whichever way it changed. Breakdowns are never restated: what is new in a group would show.
 *
 * @param table the figures to publish
 * @param restated what was published otherwise before, in the order of the table
 */
public record Publication(FiguresTable table, List<Restated> restated) {
  /** By how many a figure's n must have grown to be restated before the year's end. */
  public static final int RESTATED_FROM = 5;

  /** Every contact is in one of these. */
  private static final Set<FigureName> ACCOUNTS =
      Set.of(FigureName.NOT_INVITED, FigureName.INVITED);

  /** Why a figure is restated. */
  public enum Reason {
    /** Contacts, answers or call-backs became known after the publication. */
    LATE("late"),
    /** The same number of them, of which something turned out otherwise. */
    CORRECTED("corrected");

    private final String code;

    Reason(String code) {
      this.code = code;
    }

    /** The name in the list of what is restated. */
    public String code() {
      return code;
    }
  }

  /**
   * A figure that was published otherwise before.
   *
   * @param before as it was published last
   * @param now as it is published now
   */
  public record Restated(FigureRow before, FigureRow now, Reason reason) {}

  public Publication {
    restated = List.copyOf(restated);
  }

  /**
   * What to publish.
   *
   * @param current the figures as they stand
   * @param previous what was published last, for an earlier month; empty where nothing was
   */
  public static Publication of(FiguresTable current, Optional<FiguresTable> previous) {
    return previous
        .map(before -> new Comparison(current, before).publication())
        .orElseGet(() -> new Publication(current, List.of()));
  }

  private record Comparison(FiguresTable current, FiguresTable previous, Set<FigureName> existing) {

    Comparison(FiguresTable current, FiguresTable previous) {
      this(
          current,
          previous,
          previous.rows().stream().map(FigureRow::name).collect(Collectors.toSet()));
    }

    Publication publication() {
      List<Restated> restated = new ArrayList<>();
      List<FigureRow> rows = new ArrayList<>();
      for (FigureRow row : comparable()) {
        Optional<FigureRow> before = settled(row) ? Optional.of(before(row)) : Optional.empty();
        if (before.isEmpty()) {
          rows.add(row);
          continue;
        }
        Optional<Reason> reason = reason(before.get(), row);
        reason.ifPresent(why -> restated.add(new Restated(before.get(), row, why)));
        rows.add(reason.isPresent() ? row : before.get());
      }
      return new Publication(
          FiguresTable.ofRows(
              FigureRows.ordered(rows.stream()), current.definitions(), current.to()),
          restated);
    }

    /**
     * The rows as they stand, those that were published and stand no more, and breakdowns that were
     * published as they were published.
     */
    private List<FigureRow> comparable() {
      Set<Period> brokenDown =
          previous.rows().stream()
              .filter(FigureRow::isBreakdown)
              .map(FigureRow::period)
              .collect(Collectors.toSet());
      return Stream.concat(
              current.rows().stream()
                  .filter(row -> !row.isBreakdown() || !brokenDown.contains(row.period())),
              previous.rows().stream()
                  .filter(row -> row.isBreakdown() || isGone(row))
                  .map(row -> row.isBreakdown() ? row : row.with(Figure.empty(0))))
          .toList();
    }

    /** Whether a figure of a month, a whole year or any twelve months has lost all its answers. */
    private boolean isGone(FigureRow row) {
      Period period = row.period();
      boolean anyPeriod =
          switch (period.kind()) {
            case MONTH -> true;
            case YEAR -> period.last().getMonth() == Month.DECEMBER;
            case WINDOW -> row.name() == FigureName.SHARE_12M;
          };
      return anyPeriod
          && !period.last().isAfter(previous.to())
          && current.find(row.subject()).isEmpty();
    }

    /** Whether the row is about months that were over, in a figure that existed, before. */
    private boolean settled(FigureRow row) {
      Period period = row.period();
      return !row.isBreakdown()
          && !period.last().isAfter(previous.to())
          && existing.contains(row.name())
          && (inPreviousData(period) || previous.find(row.subject()).isPresent());
    }

    private boolean inPreviousData(Period period) {
      return previous.firstMonth().filter(first -> !period.last().isBefore(first)).isPresent();
    }

    private FigureRow before(FigureRow row) {
      return previous.findRow(row.subject()).orElse(row.with(Figure.empty(0)));
    }

    private Optional<Reason> reason(FigureRow before, FigureRow now) {
      long more = now.figure().n() - before.figure().n();
      long from = yearsEnd() ? 1 : RESTATED_FROM;
      if (more >= from) {
        return Optional.of(Reason.LATE);
      }
      boolean fewer = -more >= from && !fewerByErasure(before, now);
      boolean other = yearsEnd() && more == 0 && isOther(before, now);
      return fewer || other ? Optional.of(Reason.CORRECTED) : Optional.empty();
    }

    /** What was given is not erased, and contacts can become fewer that were not invited yet. */
    private boolean fewerByErasure(FigureRow before, FigureRow now) {
      boolean account =
          now.name() == FigureName.NOT_INVITED
              && accountedFor(current, now) >= accountedFor(previous, now);
      return !before.given() && !now.given() && !account;
    }

    /** All contacts of the row's channel and period, invited and not. */
    private static long accountedFor(FiguresTable table, FigureRow like) {
      String period = like.period().toString();
      return table.rows().stream()
          .filter(row -> ACCOUNTS.contains(row.name()) && row.channel().equals(like.channel()))
          .filter(row -> row.period().toString().equals(period))
          .mapToLong(row -> row.figure().n())
          .sum();
    }

    private static boolean isOther(FigureRow before, FigureRow now) {
      Figure was = before.figure();
      Figure is = now.figure();
      // of as many invited fewer answers are there: they were erased
      boolean erased =
          now.name() == FigureName.RESPONSE_RATE && is.value().orElse(0) < was.value().orElse(0);
      return !is.equals(was) && !erased;
    }

    /** Whether a year has ended since the earlier publication. */
    private boolean yearsEnd() {
      YearMonth next = previous.to().plusMonths(1);
      return !next.withMonth(12).isAfter(current.to());
    }
  }
}

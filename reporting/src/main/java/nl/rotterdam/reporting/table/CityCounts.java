// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.table;

import java.util.List;
import java.util.Map;
import nl.rotterdam.reporting.breakdown.GroupGrades;
import nl.rotterdam.reporting.figure.MonthlyCounts;
import nl.rotterdam.reporting.figure.Visits;
import nl.rotterdam.reporting.operation.Callbacks;

/**
 * All that is counted: the only input of the figures.
 *
 * @param months contacts and answers by month and channel, in any order; those of the same month
 *     and channel add up
 * @param visits visits by month and location, likewise
 * @param callbacks call-back notes, at most once a month
 * @param given what other systems counted, at most once for each figure, location and period; it
 *     goes before what is counted of contacts
 * @param breakdowns by calendar year, the scores by group, merged so that they protect
 * @param kiosk what was answered on counter screens
 * @param details call-back notes by group, and what they did to residents
 * @param themes what open answers are about; those of the same month, channel and themes add up
 */
public record CityCounts(
    List<MonthlyCounts> months,
    List<Visits> visits,
    List<Callbacks> callbacks,
    List<GivenCount> given,
    Map<Integer, List<GroupGrades>> breakdowns,
    KioskCounts kiosk,
    CallbackDetails details,
    List<ThemeCount> themes) {

  public CityCounts {
    months = List.copyOf(months);
    visits = List.copyOf(visits);
    callbacks = List.copyOf(callbacks);
    given = List.copyOf(given);
    breakdowns = Map.copyOf(breakdowns);
    themes = List.copyOf(themes);
  }

  /** The same where there are no counter screens. */
  public CityCounts(
      List<MonthlyCounts> months,
      List<Visits> visits,
      List<Callbacks> callbacks,
      List<GivenCount> given,
      Map<Integer, List<GroupGrades>> breakdowns) {
    this(
        months,
        visits,
        callbacks,
        given,
        breakdowns,
        KioskCounts.NONE,
        CallbackDetails.NONE,
        List.of());
  }

  /** The same where nothing was given. */
  public CityCounts(
      List<MonthlyCounts> months,
      List<Visits> visits,
      List<Callbacks> callbacks,
      Map<Integer, List<GroupGrades>> breakdowns) {
    this(months, visits, callbacks, List.of(), breakdowns);
  }

  /** Contacts and answers only. */
  public static CityCounts of(List<MonthlyCounts> months) {
    return new CityCounts(months, List.of(), List.of(), Map.of());
  }

  /** The same with these breakdowns. */
  public CityCounts with(Map<Integer, List<GroupGrades>> others) {
    return new CityCounts(months, visits, callbacks, given, others, kiosk, details, themes);
  }

  /** The same with what was answered on counter screens. */
  public CityCounts with(KioskCounts others) {
    return new CityCounts(months, visits, callbacks, given, breakdowns, others, details, themes);
  }

  /** The same with these details of call-backs. */
  public CityCounts with(CallbackDetails others) {
    return new CityCounts(months, visits, callbacks, given, breakdowns, kiosk, others, themes);
  }

  /** The same with what open answers are about. */
  public CityCounts with(List<ThemeCount> others) {
    return new CityCounts(months, visits, callbacks, given, breakdowns, kiosk, details, others);
  }
}

// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.workplace;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nl.rotterdam.reporting.figure.Channel;
import nl.rotterdam.survey.signal.ScoreGroup;
import nl.rotterdam.survey.signal.Signal;
import nl.rotterdam.survey.signal.SignalIndex;
import nl.rotterdam.survey.signal.SignalIndex.Found;
import nl.rotterdam.survey.signal.SignalQuery;
import nl.rotterdam.survey.signal.Signals;
import nl.rotterdam.survey.signal.Themes;
import nl.rotterdam.survey.signin.Employee;
import nl.rotterdam.survey.signin.Role;
import nl.rotterdam.survey.text.Texts;

/**
 * What the page with open answers shows.
 *
 * @param address the choice, after the question mark
 * @param tabs all, complaints and compliments
 * @param themes how many are about each
 * @param exports whether whoever looks may take them along
 * @param administers whether they may decide about what is marked
 * @param previous the page before; 0: none
 * @param next the page after; 0: none
 */
public record SignalsView(
    SignalQuery query,
    String address,
    boolean ready,
    long number,
    List<Entry> entries,
    List<Link> tabs,
    List<Link> themes,
    List<Choice> channels,
    String version,
    boolean exports,
    boolean administers,
    int previous,
    int next) {
  private static final int PAGE = 50;
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("LLLL yyyy");

  /** How far one can leaf; who wants more chooses or exports. */
  static final int LAST = 200;

  /**
   * A signal, in words.
   *
   * @param score empty where none was given
   */
  public record Entry(
      String id,
      String month,
      String channel,
      String language,
      String score,
      List<String> themes,
      String text) {}

  /** Where one can go on from here. */
  public record Link(String name, long number, String address, boolean here) {}

  /** What can be chosen. */
  public record Choice(String code, String name) {}

  static SignalsView of(
      SignalQuery query,
      int page,
      Signals signals,
      SignalIndex index,
      Themes themes,
      Employee employee,
      Texts texts) {
    Found found = index.find(query, (page - 1) * PAGE, PAGE);
    boolean more = found.number() > (long) page * PAGE && page < LAST;
    return new SignalsView(
        query,
        SignalFilter.address(query),
        index.isReady(),
        found.number(),
        signals.list(found.ids()).stream().map(each -> entry(each, themes, texts)).toList(),
        tabs(query, index, texts),
        themes(query, index, themes, texts),
        Arrays.stream(Channel.values())
            .map(each -> new Choice(each.code(), texts.text("signals.channel." + each.code())))
            .toList(),
        themes.version(),
        employee.may(Role.WRITER) && found.number() > 0,
        employee.may(Role.ADMINISTRATOR),
        page - 1,
        more ? page + 1 : 0);
  }

  /** A signal as it is read in this language. */
  static Entry entry(Signal signal, Themes themes, Texts texts) {
    return new Entry(
        signal.id().toString(),
        MONTH.withLocale(texts.locale()).format(signal.month()),
        texts.text("signals.channel." + signal.channel()),
        signal.language(),
        signal.overall() == null ? "" : signal.overall().toString(),
        signal.themes().stream()
            // one that was taken out of the settings is still to be looked for anew
            .filter(themes.codes()::contains)
            .map(code -> themes.name(code, texts.language()))
            .toList(),
        signal.text());
  }

  private static List<Link> tabs(SignalQuery query, SignalIndex index, Texts texts) {
    List<Link> tabs = new ArrayList<>();
    for (Optional<ScoreGroup> group :
        List.of(
            Optional.<ScoreGroup>empty(),
            Optional.of(ScoreGroup.COMPLAINT),
            Optional.of(ScoreGroup.NEUTRAL),
            Optional.of(ScoreGroup.COMPLIMENT))) {
      String code = group.map(ScoreGroup::code).orElse("all");
      tabs.add(link(texts.text("signals." + code), query.scored(group), query, index));
    }
    return tabs;
  }

  private static List<Link> themes(
      SignalQuery query, SignalIndex index, Themes themes, Texts texts) {
    List<Link> links = new ArrayList<>();
    links.add(link(texts.text("signals.theme.all"), query.about(Optional.empty()), query, index));
    for (String code : themes.codes()) {
      links.add(
          link(themes.name(code, texts.language()), query.about(Optional.of(code)), query, index));
    }
    links.add(
        link(
            texts.text("signals.theme.none"), query.about(Optional.of(Themes.NONE)), query, index));
    return links;
  }

  private static Link link(String name, SignalQuery to, SignalQuery here, SignalIndex index) {
    return new Link(name, index.count(to), SignalFilter.address(to), to.equals(here));
  }
}

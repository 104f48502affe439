// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.workplace;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.rotterdam.reporting.exhibit.Attention;
import nl.rotterdam.reporting.exhibit.Notation;
import nl.rotterdam.reporting.exhibit.ShareYears;
import nl.rotterdam.reporting.figure.Figure;
import nl.rotterdam.reporting.figure.Period;
import nl.rotterdam.reporting.operation.WorkingDays;
import nl.rotterdam.reporting.table.FigureName;
import nl.rotterdam.reporting.table.FiguresTable;
import nl.rotterdam.survey.contact.SourceDays;
import nl.rotterdam.survey.invitation.InvitationSender;
import nl.rotterdam.survey.report.Issue;
import nl.rotterdam.survey.text.Texts;

/**
 * What needs attention, each with the page that explains it: in the figures, in the call-backs, of
 * the sources and of the sending.
 */
public final class Concerns {
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMMM, H:mm");
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy");

  private static final int WORKING_DAYS_OF_SILENCE = 2;

  private final List<InvitationSender> senders;
  private final SourceDays sources;
  private final WorkingDays workingDays;
  private final Clock clock;
  private final ZoneId zone;

  public Concerns(
      List<InvitationSender> senders,
      SourceDays sources,
      WorkingDays workingDays,
      Clock clock,
      ZoneId zone) {
    this.senders = List.copyOf(senders);
    this.sources = sources;
    this.workingDays = workingDays;
    this.clock = clock;
    this.zone = zone;
  }

  /** The weightiest first; none where nothing does. */
  List<Concern> of(Issue issue, Texts texts) {
    return Stream.of(
            sending(texts), silent(texts), figures(issue), callbacks(issue, texts).stream())
        .reduce(Stream.empty(), Stream::concat)
        .toList();
  }

  private Stream<Concern> figures(Issue issue) {
    ShareYears shares = new ShareYears(issue.table().forThePublic());
    return new Attention(shares, issue.edition(), issue.words())
        .lines().stream().map(line -> new Concern(line, FiguresPage.CHANNELS.path()));
  }

  /** Of the last month of which every note is due: the one before the last. */
  private static Optional<Concern> callbacks(Issue issue, Texts texts) {
    FiguresTable table = issue.table().forThePublic();
    Period month = Period.month(issue.month().minusMonths(1));
    Notation notation = new Notation(issue.words());
    return table
        .find(FigureName.CALLBACKS_ON_TIME, Optional.empty(), Optional.empty(), month)
        .map(Figure::value)
        .filter(share -> share.isPresent() && share.getAsDouble() < 1)
        .map(
            share ->
                new Concern(
                    texts.text(
                        "concern.callbacks",
                        Map.of(
                            "month", notation.month(month.first()),
                            "share", notation.share(share.getAsDouble()))),
                    FiguresPage.OPERATION.path()));
  }

  private Stream<Concern> silent(Texts texts) {
    return sources.silentSince(firstDayOfSilence()).stream()
        .map(
            silent ->
                new Concern(
                    texts.text(
                        "concern.silent",
                        Map.of(
                            "source", silent.source(),
                            "last", DAY.withLocale(texts.locale()).format(silent.last()))),
                    Section.ADMINISTRATION.path()));
  }

  private LocalDate firstDayOfSilence() {
    LocalDate day = LocalDate.now(clock.withZone(zone));
    for (int working = 0; working < WORKING_DAYS_OF_SILENCE; ) {
      day = day.minusDays(1);
      if (workingDays.isWorkingDay(day)) {
        working++;
      }
    }
    return day;
  }

  private Stream<Concern> sending(Texts texts) {
    return senders.stream()
        .flatMap(
            sender ->
                sender.unreachableSince().map(since -> unreachable(sender, since, texts)).stream());
  }

  private Concern unreachable(InvitationSender sender, Instant since, Texts texts) {
    String medium = sender.medium().name().toLowerCase(Locale.ROOT);
    return new Concern(
        texts.text(
            "concern.sending." + medium,
            Map.of("since", MOMENT.withLocale(texts.locale()).format(since.atZone(zone)))),
        Section.ADMINISTRATION.path());
  }
}

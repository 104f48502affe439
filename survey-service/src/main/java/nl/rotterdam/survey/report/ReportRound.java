// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.report;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.function.BooleanSupplier;
import nl.rotterdam.survey.contact.ContactDao;
import nl.rotterdam.survey.database.Database;
import nl.rotterdam.survey.figures.Figures;
import nl.rotterdam.survey.invitation.InvitationDao;
import nl.rotterdam.survey.report.MonthlyReports.Report;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes and mails what is due and not done yet, whenever it is run and however often: the report of
 * the last month, the final one of a month that has been published since, and the reminder to
 * publish.
 */
public final class ReportRound {
  private static final Logger LOG = LoggerFactory.getLogger(ReportRound.class);

  private final ReportCalendar calendar;
  private final ReportSettings settings;
  private final Duration maxContactAge;
  private final MonthlyReports reports;
  private final Figures figures;
  private final ContactDao contacts;
  private final InvitationDao invitations;
  private final ReportArchive archive;
  private final ReportSender sender;
  private final Clock clock;

  /**
   * @param maxContactAge how long after a contact somebody may still be asked about it
   */
  public ReportRound(
      ReportCalendar calendar,
      ReportSettings settings,
      Duration maxContactAge,
      MonthlyReports reports,
      Figures figures,
      Jdbi jdbi,
      ReportArchive archive,
      ReportSender sender,
      Clock clock) {
    this.calendar = calendar;
    this.settings = settings;
    this.maxContactAge = maxContactAge;
    this.reports = reports;
    this.figures = figures;
    this.contacts = Database.dao(jdbi, ContactDao.class);
    this.invitations = Database.dao(jdbi, InvitationDao.class);
    this.archive = archive;
    this.sender = sender;
    this.clock = clock;
  }

  /**
   * One round.
   *
   * @param stopping whether to leave the rest for the next round
   */
  public void run(BooleanSupplier stopping) {
    try {
      make(clock.instant());
    } finally {
      // what waits for a relay does not wait for what cannot be made
      sender.sendDue(stopping);
    }
  }

  private void make(Instant now) {
    calendar.monthDue(now).filter(contacts::existsIn).ifPresent(this::issue);
    for (YearMonth month : archive.monthsWithoutFinal()) {
      if (figures.publishedAt(month).isPresent()) {
        issue(month);
      } else if (complete(month, now)) {
        archive.remind(month, settings.recipients());
      }
    }
  }

  private void issue(YearMonth month) {
    Standing standing = standing(figures.publishedAt(month).isPresent());
    List<String> known = archive.languages(month, standing);
    List<Report> made =
        settings.languages().stream()
            .filter(language -> !known.contains(language))
            .map(language -> reports.report(month, language))
            .toList();
    if (made.stream().allMatch(report -> standing(report.published()) == standing)) {
      archive.issue(month, standing, made, settings.recipients());
      made.forEach(report -> LOG.info("The report of {} is made, in {}", month, report.language()));
    }
    // otherwise it was published at this moment, and the next round makes the final one
  }

  private static Standing standing(boolean published) {
    return published ? Standing.FINAL : Standing.CONCEPT;
  }

  /** Whether nobody can answer about this month any more, and it can still be published. */
  private boolean complete(YearMonth month, Instant now) {
    return !settings.recipients().isEmpty()
        && !archive.reminded(month)
        && figures.lastPublished().filter(last -> !last.isBefore(month)).isEmpty()
        && !now.isBefore(calendar.end(month).plus(maxContactAge))
        && !invitations.existsOpenIn(month, now);
  }
}

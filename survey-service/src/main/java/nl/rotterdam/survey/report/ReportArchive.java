// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.report;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.rotterdam.survey.database.Database;
import nl.rotterdam.survey.report.MonthlyReports.Report;
import nl.rotterdam.survey.report.ReportDao.Entry;
import nl.rotterdam.survey.report.ReportDao.Stored;
import nl.rotterdam.survey.report.ReportResource.Index;
import nl.rotterdam.survey.report.ReportResource.Reminder;
import nl.rotterdam.survey.report.ReportResource.View;
import org.jdbi.v3.core.Jdbi;

/** Every report as it was made, and the mails that are to go out about it. */
public final class ReportArchive {
  private final Jdbi jdbi;
  private final ReportDao reports;
  private final ReportMailDao mails;
  private final Clock clock;
  private final NoArgGenerator ids = Generators.timeBasedEpochGenerator();

  public ReportArchive(Jdbi jdbi, Clock clock) {
    this.jdbi = jdbi;
    this.reports = Database.dao(jdbi, ReportDao.class);
    this.mails = Database.dao(jdbi, ReportMailDao.class);
    this.clock = clock;
  }

  /**
   * Keeps reports of one month and standing, and plans a mail to each recipient that has none, all
   * of it or nothing. A report that is there already stays as it is.
   */
  void issue(YearMonth month, Standing standing, List<Report> made, List<String> recipients) {
    Instant now = clock.instant();
    jdbi.useTransaction(
        handle -> {
          made.forEach(report -> reports.insert(stored(report, standing, now)));
          if (standing == Standing.FINAL) {
            mails.withdraw(month);
          }
          plan(month, MailKind.of(standing), recipients);
        });
  }

  /** Plans a reminder to each recipient that has none of this month. */
  void remind(YearMonth month, List<String> recipients) {
    plan(month, MailKind.REMINDER, recipients);
  }

  /** Whether anybody was reminded of this month, or is about to be. */
  boolean reminded(YearMonth month) {
    return mails.exists(month, MailKind.REMINDER);
  }

  private void plan(YearMonth month, MailKind kind, List<String> recipients) {
    List<UUID> mailIds = recipients.stream().map(recipient -> ids.generate()).toList();
    mails.plan(mailIds, month, kind, recipients, clock.instant());
  }

  /** The languages in which there is a report of this month and standing. */
  List<String> languages(YearMonth month, Standing standing) {
    return reports.listLanguages(month, standing);
  }

  /** The months of which there is a concept and nothing final yet, in order. */
  List<YearMonth> monthsWithoutFinal() {
    return reports.listMonthsWithoutFinal();
  }

  /** The reports of a month and standing, in every language. */
  List<Stored> list(YearMonth month, Standing standing) {
    List<Stored> found = reports.list(month, standing);
    found.forEach(ReportArchive::requireUnchanged);
    return found;
  }

  Optional<Stored> find(YearMonth month, String language, Standing standing) {
    Optional<Stored> found = reports.find(month, language, standing);
    found.ifPresent(ReportArchive::requireUnchanged);
    return found;
  }

  /** What there is, the last month first, and what became of the mails about it. */
  public Index index() {
    MailCounts counts = new MailCounts(mailCounts());
    return new Index(
        reports.listEntries().stream().map(entry -> view(entry, counts)).toList(),
        counts.months(MailKind.REMINDER).stream()
            .map(month -> new Reminder(month, counts.of(month, MailKind.REMINDER)))
            .toList());
  }

  /** How many mails of each month and kind are in which state. */
  List<ReportMailDao.Count> mailCounts() {
    return mails.count();
  }

  private static View view(Entry entry, MailCounts counts) {
    return new View(
        entry.month(),
        entry.language(),
        ReportResource.code(entry.standing()),
        entry.madeAt(),
        entry.sha256(),
        entry.bytes(),
        ReportResource.path(entry.month(), entry.language(), entry.standing()),
        entry.verdict(),
        counts.of(entry.month(), MailKind.of(entry.standing())));
  }

  /** The PDF of a report as it was made; empty where there is none. */
  public Optional<byte[]> pdf(YearMonth month, String language, Standing standing) {
    return find(month, language, standing).map(Stored::pdf);
  }

  private static Stored stored(Report report, Standing standing, Instant now) {
    return new Stored(
        report.month(),
        report.language(),
        standing,
        now,
        report.verdict(),
        sha256(report.pdf()),
        report.pdf());
  }

  private static void requireUnchanged(Stored report) {
    if (!sha256(report.pdf()).equals(report.sha256())) {
      throw new IllegalStateException(
          "The report of " + report.month() + " in the archive is not as it was made");
    }
  }

  private static String sha256(byte[] file) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JVM has SHA-256", e);
    }
  }
}

// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.workplace;

import java.net.URI;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import nl.rotterdam.reporting.operation.WorkingDays;
import nl.rotterdam.survey.audit.AuditLog;
import nl.rotterdam.survey.contact.SourceDays;
import nl.rotterdam.survey.figures.Figures;
import nl.rotterdam.survey.figures.Publications;
import nl.rotterdam.survey.figures.Publisher;
import nl.rotterdam.survey.invitation.InvitationSender;
import nl.rotterdam.survey.report.CouncilPack;
import nl.rotterdam.survey.report.Issues;
import nl.rotterdam.survey.report.MonthlyReports;
import nl.rotterdam.survey.report.ReportArchive;
import nl.rotterdam.survey.signal.SignalIndex;
import nl.rotterdam.survey.signal.Signals;
import nl.rotterdam.survey.signal.Themes;
import nl.rotterdam.survey.signin.Cookies;
import nl.rotterdam.survey.signin.Sessions;
import nl.rotterdam.survey.text.Pages;
import nl.rotterdam.survey.text.Templates;

/** All pages of the workplace. */
public final class Workplace {
  private Workplace() {}

  /** The pages, on the service's parts. */
  public static List<Object> resources(
      List<InvitationSender> senders,
      Pages pages,
      Templates templates,
      Sessions sessions,
      Cookies cookies,
      Figures figures,
      Issues issues,
      URI publicUrl,
      Publications publications,
      ReportArchive archive,
      int recipients,
      MonthlyReports reports,
      CouncilPack packs,
      Publisher publisher,
      AuditLog audit,
      SourceDays sources,
      WorkingDays workingDays,
      Clock clock,
      ZoneId zone) {
    WorkplacePages workplace = new WorkplacePages(pages, templates);
    Concerns concerns = new Concerns(senders, sources, workingDays, clock, zone);
    return List.of(
        new OverviewResource(workplace, figures, issues, concerns),
        new FiguresPageResource(workplace, figures, issues),
        new ChartsPageResource(workplace, figures, issues, publicUrl),
        new ReportsPageResource(
            workplace,
            new Shelf(figures, publications, archive, recipients),
            figures,
            issues,
            archive,
            reports,
            packs,
            publisher,
            audit),
        new LanguageResource(sessions, cookies, workplace));
  }

  /** The pages with open answers. */
  public static List<Object> signals(
      Pages pages,
      Templates templates,
      Signals signals,
      SignalIndex index,
      Themes themes,
      AuditLog audit) {
    WorkplacePages workplace = new WorkplacePages(pages, templates);
    return List.of(
        new SignalsResource(workplace, signals, index, themes, audit),
        new MarkedSignalsResource(workplace, signals, themes, audit));
  }
}

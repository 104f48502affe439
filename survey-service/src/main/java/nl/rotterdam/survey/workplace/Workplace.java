// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.workplace;

import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import nl.rotterdam.survey.audit.AuditLog;
import nl.rotterdam.survey.download.Downloads;
import nl.rotterdam.survey.figures.Figures;
import nl.rotterdam.survey.figures.Publisher;
import nl.rotterdam.survey.report.Issues;
import nl.rotterdam.survey.report.MonthlyReports;
import nl.rotterdam.survey.report.ReportArchive;
import nl.rotterdam.survey.signal.SignalIndex;
import nl.rotterdam.survey.signal.Signals;
import nl.rotterdam.survey.signal.Themes;
import nl.rotterdam.survey.signin.Door;

/** The workplace but for its administration. */
public record Workplace(
    WorkplacePages pages,
    Door door,
    AuditLog audit,
    Figures figures,
    Issues issues,
    Concerns concerns,
    URI publicUrl,
    Shelf shelf,
    ReportArchive archive,
    MonthlyReports reports,
    Publisher publisher,
    Downloads downloads,
    Signals signals,
    SignalIndex index,
    Themes themes,
    ZoneId zone) {

  /** Its pages. */
  public List<Object> resources() {
    return List.of(
        new OverviewResource(pages, figures, issues, concerns),
        new FiguresPageResource(pages, figures, issues),
        new ChartsPageResource(pages, figures, issues, publicUrl),
        new ReportsPageResource(pages, shelf, figures, issues, archive, reports, publisher, audit),
        new DownloadsPageResource(pages, downloads, figures, issues, audit, zone),
        new SignalsResource(pages, signals, index, themes, audit),
        new MarkedSignalsResource(pages, signals, themes, audit),
        new LanguageResource(door.sessions(), door.cookies(), pages));
  }
}

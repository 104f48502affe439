// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.demo;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import nl.rotterdam.survey.figures.Figures;
import nl.rotterdam.survey.intake.ContactIntake;
import nl.rotterdam.survey.invitation.Links;
import nl.rotterdam.survey.text.Pages;
import nl.rotterdam.survey.text.Templates;
import org.jdbi.v3.core.Jdbi;

/** What the server has in the demo only. */
public final class DemoParts {
  private DemoParts() {}

  /** The demo's own resources, on the service's parts. */
  public static List<Object> of(
      Jdbi jdbi,
      Clock clock,
      ZoneId zone,
      Links links,
      ContactIntake intake,
      Figures figures,
      Templates templates,
      Pages pages,
      DemoFiles files) {
    DemoPages demoPages = new DemoPages(pages, templates);
    Newcomers newcomers = new Newcomers(jdbi, clock, links);
    return List.of(
        new StartResource(demoPages, newcomers, figures, files),
        new OutboxResource(demoPages, newcomers, new Outbox(files.outbox()), intake, clock, zone),
        new FiguresPageResource(demoPages, figures),
        new ReportFileResource(files));
  }
}

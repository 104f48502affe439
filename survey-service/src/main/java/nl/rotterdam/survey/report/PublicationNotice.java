// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.report;

import java.net.URI;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import nl.rotterdam.survey.figures.Publications.Edition;
import nl.rotterdam.survey.webhook.EventType;
import nl.rotterdam.survey.webhook.WebhookOutbox;

/** Tells other systems that a month was published, and where to find what was. */
public final class PublicationNotice {
  private final WebhookOutbox outbox;
  private final URI publicUrl;
  private final ReportSettings reports;

  public PublicationNotice(WebhookOutbox outbox, URI publicUrl, ReportSettings reports) {
    this.outbox = outbox;
    this.publicUrl = publicUrl;
    this.reports = reports;
  }

  /** In the transaction of the publication. */
  public void tell(Edition edition) {
    YearMonth month = edition.month();
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("month", month.toString());
    data.put("publishedAt", edition.publishedAt().toString());
    data.put("sha256", edition.sha256());
    data.put("restated", edition.restated());
    data.put("figures", publicUrl + "/v1/publications/" + month + "/figures.csv");
    data.put("restatedFigures", publicUrl + "/v1/publications/" + month + "/restated.csv");
    data.put(
        "report",
        publicUrl + ReportResource.path(month, reports.languages().get(0), Standing.FINAL));
    data.put("pack", publicUrl + PackResource.path(month));
    outbox.add(EventType.MONTH_PUBLISHED, UUID.randomUUID(), data);
  }
}

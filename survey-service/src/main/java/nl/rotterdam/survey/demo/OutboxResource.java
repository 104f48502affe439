// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.demo;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import nl.rotterdam.survey.demo.Newcomers.Newcomer;
import nl.rotterdam.survey.intake.ContactIntake;
import nl.rotterdam.survey.key.SourceSettings;
import nl.rotterdam.survey.report.ReadersWords;
import nl.rotterdam.survey.text.Texts;

/** The new contacts, what was decided about each, and the messages that would have gone out. */
@Path("/demo/outbox")
@Produces(MediaType.TEXT_HTML)
public final class OutboxResource {
  /** A mail brings its own style along, as mail programs need it; nothing else may load. */
  private static final String MAIL_CONTENT =
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'";

  private final DemoPages pages;
  private final Newcomers newcomers;
  private final Outbox outbox;
  private final ContactIntake intake;
  private final Clock clock;
  private final ZoneId zone;

  OutboxResource(
      DemoPages pages,
      Newcomers newcomers,
      Outbox outbox,
      ContactIntake intake,
      Clock clock,
      ZoneId zone) {
    this.pages = pages;
    this.newcomers = newcomers;
    this.outbox = outbox;
    this.intake = intake;
    this.clock = clock;
    this.zone = zone;
  }

  /** All of it on one page. */
  @GET
  public Response list(@QueryParam("lang") String chosen) throws IOException {
    Texts texts = pages.texts(chosen);
    ReadersWords words = pages.words(texts);
    List<Newcomer> contacts = newcomers.list();
    Function<Instant, String> time =
        instant ->
            DateTimeFormatter.ofPattern("HH:mm", texts.locale()).format(instant.atZone(zone));
    return pages.page(
        "outbox",
        texts,
        Map.of(
            "path",
            "/demo/outbox",
            "contacts",
            contacts,
            "messages",
            outbox.list(),
            "words",
            words.texts(),
            "time",
            new Clockwork(time),
            "more",
            contacts.size() < NewContacts.MOST));
  }

  /** How the page writes a time. */
  public record Clockwork(Function<Instant, String> time) {
    public String of(Instant instant) {
      return time.apply(instant);
    }
  }

  /** A mail as a mail program shows it. */
  @GET
  @Path("{id}")
  public Response mail(@PathParam("id") UUID id) throws IOException {
    return outbox
        .mail(id)
        .flatMap(Outbox.Message::html)
        .map(
            html ->
                Response.ok(html)
                    .type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .header("Content-Security-Policy", MAIL_CONTENT)
                    .header("Referrer-Policy", "no-referrer")
                    .header("X-Content-Type-Options", "nosniff")
                    .header("X-Frame-Options", "DENY")
                    .build())
        .orElseThrow(NotFoundException::new);
  }

  /** One more contact comes in. */
  @POST
  public Response another(@QueryParam("lang") String chosen) {
    int number = newcomers.list().size() + 1;
    if (number <= NewContacts.MOST) {
      intake.receive(SourceSettings.DEFAULT, NewContacts.another(number, clock.instant(), zone));
    }
    String language = pages.texts(chosen).language();
    return Response.seeOther(URI.create("/demo/outbox?lang=" + language)).build();
  }
}

// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.openklant;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.rotterdam.survey.SurveyApp;
import nl.rotterdam.survey.SurveyClient;
import nl.rotterdam.survey.SurveyClient.Response;
import nl.rotterdam.survey.TestClock;
import nl.rotterdam.survey.database.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What Open Klant tells of is fetched from it, and from nowhere else, until it is here. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class OpenKlantIT {
  private static final Instant NOW = Instant.parse("2025-05-14T10:00:00Z");
  private static final String AUTHORIZATION = "Bearer what-the-subscription-was-told";
  private static final Duration SETTLE = Duration.ofMinutes(2);
  private static final UUID ID = UUID.fromString("0a5d1a3e-7f9b-4f5e-9c0d-1b2c3d4e5f60");
  private static final UUID TASK = UUID.fromString("1b6e2b4f-80ac-4a6f-8d1e-2c3d4e5f6071");
  private static final String DONE = "\"indicatieContactGelukt\": true, \"taal\": \"nld\"";

  @Parameter TestDatabase database;
  @TempDir static Path dataDir;

  private static final TestClock CLOCK = new TestClock(NOW);
  private static OpenKlantServer openKlant;
  private static OpenKlantServer stranger;
  private static SurveyApp app;
  private static SurveyClient client;

  @BeforeParameterizedClassInvocation
  static void start(TestDatabase database) {
    openKlant = new OpenKlantServer();
    stranger = new OpenKlantServer();
    app =
        SurveyApp.start(
            database.fresh(),
            dataDir,
            CLOCK,
            Map.of(
                "openKlant.url",
                openKlant.url(),
                "openKlant.token",
                OpenKlantServer.TOKEN,
                "openKlant.authorization",
                AUTHORIZATION,
                "openKlant.products.paspoort",
                "Reisdocumenten",
                "openKlant.callbacks",
                "terugbel",
                "openKlant.timeout",
                "PT2S"));
    client = new SurveyClient(app.url());
  }

  @AfterParameterizedClassInvocation
  static void stop() {
    app.close();
    openKlant.close();
    stranger.close();
  }

  @BeforeEach
  void clear() {
    CLOCK.set(NOW);
    app.clear();
    openKlant.clear();
    stranger.clear();
  }

  private static Response notify(String kanaal, String address, String authorization) {
    String body =
        """
        {"kanaal": "%s", "hoofdObject": "%s", "resource": "klantcontact", "resourceUrl": "%2$s",
         "actie": "create", "aanmaakdatum": "2025-05-14T10:00:00Z",
         "kenmerken": {"toelichting": "Bel mevrouw Puk", "indicatieContactGelukt": "True"}}"""
            .formatted(kanaal, address);
    return client.send(
        HttpRequest.newBuilder(app.url().resolve("/v1/open-klant/notifications"))
            .header("Content-Type", "application/json")
            .header("Authorization", authorization)
            .POST(BodyPublishers.ofString(body)));
  }

  private static void tell(String kanaal, String address) {
    Response response = notify(kanaal, address, AUTHORIZATION);
    assertThat(response.status()).as(response.body()).isEqualTo(204);
  }

  private static void settle() {
    CLOCK.advance(SETTLE);
    app.fetchDue();
  }

  private static Map<String, Object> contact() {
    return app.jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "select source, external_id, channel, product, language, reason from contact")
                    .mapToMap()
                    .one());
  }

  private static String piet() {
    return openKlant.person(
        true,
        openKlant.address("overig", "x", false),
        openKlant.address("email", "oud@example.org", false),
        openKlant.address("email", "piet@example.org", true),
        openKlant.address("telefoonnummer", "0612345678", false));
  }

  @Test
  void aKlantcontactBecomesAContactThatIsAskedAbout() {
    String address = openKlant.klantcontact(ID, "Telefoon", "Vraag over paspoort", DONE, piet());
    tell("klantcontacten", address);
    app.fetchDue();
    assertThat(openKlant.requests()).as("its people come after it").isEmpty();

    settle();
    assertThat(openKlant.requests())
        .containsExactly(
            OpenKlantServer.ROOT
                + "/klantcontacten/"
                + ID
                + "?expand=hadBetrokkenen,hadBetrokkenen.digitaleAdressen");
    assertThat(contact())
        .containsEntry("source", "open-klant")
        .containsEntry("external_id", ID.toString())
        .containsEntry("channel", "phone")
        .containsEntry("product", "Reisdocumenten")
        .containsEntry("language", "nl")
        .containsEntry("reason", "asked");
    assertThat(app.count("open_klant_notice")).isZero();

    CLOCK.advance(Duration.ofHours(1));
    app.sendDue();
    assertThat(dataDir.resolve("outbox")).isDirectoryRecursivelyContaining("glob:**.eml");
  }

  @Test
  void whatIsToldOfAgainIsOneContactAndFetchedOnce() {
    String address = openKlant.klantcontact(ID, "telefoon", "", DONE, piet());
    tell("klantcontacten", address);
    tell("klantcontacten", address);
    settle();
    tell("klantcontacten", address);
    settle();

    assertThat(openKlant.requests()).hasSize(1);
    assertThat(app.count("contact")).isEqualTo(1);
    assertThat(app.count("open_klant_notice")).isZero();
  }

  @Test
  void whatAnEmployeeWroteIsNotKeptButWhatIsSensitiveIsKnown() {
    tell(
        "klantcontacten",
        openKlant.klantcontact(ID, "telefoon", "Paspoort van OVERLEDEN vader", DONE, piet()));
    settle();
    assertThat(contact())
        .containsEntry("reason", "sensitive")
        .containsEntry("product", "overleden");

    app.clear();
    tell("klantcontacten", openKlant.klantcontact(ID, "telefoon", "Piet Puk", DONE, piet()));
    settle();
    assertThat(contact()).containsEntry("reason", "asked").containsEntry("product", null);
  }

  @Test
  void whatIsNoAddressHereIsPassedOver() {
    String person =
        openKlant.person(
            false,
            openKlant.address("email", "niet bekend", true),
            openKlant.address("telefoonnummer", "n.v.t.", true));
    tell("klantcontacten", openKlant.klantcontact(ID, "telefoon", "", DONE, person));
    settle();
    assertThat(contact()).containsEntry("reason", "no_address");
  }

  @Test
  void whatWasNoContactOrIsNotMeasuredMakesNone() {
    UUID other = UUID.randomUUID();
    tell("klantcontacten", openKlant.klantcontact(ID, "brief", "", DONE, piet()));
    tell(
        "klantcontacten",
        openKlant.klantcontact(
            other, "telefoon", "", "\"indicatieContactGelukt\": false, \"taal\": \"\"", piet()));
    tell("klantcontacten", openKlant.url() + "/klantcontacten/" + UUID.randomUUID());
    settle();

    assertThat(openKlant.requests()).hasSize(3);
    assertThat(app.count("contact")).isZero();
    assertThat(app.count("open_klant_notice")).isZero();
  }

  @Test
  void onlyWhoIsAuthorisedIsHeardAndATestIsAnswered() {
    String address = openKlant.klantcontact(ID, "telefoon", "", DONE, piet());
    assertThat(notify("klantcontacten", address, "Bearer another").status()).isEqualTo(403);
    assertThat(notify("klantcontacten", address, AUTHORIZATION + "x").status()).isEqualTo(403);
    tell("test", "http://some.hoofdobject.nl/");
    tell("partijen", openKlant.url() + "/partijen/" + ID);
    assertThat(app.count("open_klant_notice")).isZero();
  }

  @Test
  void nothingIsFetchedFromElsewhere() {
    String path = "/klantcontacten/" + ID;
    for (String address :
        List.of(
            stranger.url() + path,
            openKlant.url().replace("http:", "https:") + path,
            openKlant.url() + "/klantcontacten/../actoren/" + ID,
            openKlant.url() + path + "?x=" + stranger.url(),
            openKlant.url().replace("localhost", "localhost@example.org") + path,
            "file:///etc/passwd",
            "")) {
      Response response = notify("klantcontacten", address, AUTHORIZATION);
      assertThat(response.status()).as(address).isEqualTo(400);
      assertThat(response.json().at("/errors/0/field").asText()).isEqualTo("hoofdObject");
    }
    openKlant.klantcontact(ID, "telefoon", "", DONE, piet());
    openKlant.befall(
        exchange -> {
          exchange.getResponseHeaders().set("Location", stranger.url() + path);
          OpenKlantServer.send(exchange, 302, "");
          return true;
        });
    tell("klantcontacten", openKlant.url() + path);
    settle();

    assertThat(openKlant.requests()).hasSize(1);
    assertThat(stranger.requests()).isEmpty();
    assertThat(app.count("contact")).isZero();
  }

  @Test
  void whatCannotBeFetchedNowIsFetchedLater() {
    tell("klantcontacten", openKlant.klantcontact(ID, "telefoon", "", DONE, piet()));
    Map<String, OpenKlantServer.Trouble> troubles =
        Map.of(
            "an error", exchange -> answer(exchange, 503, "{}"),
            "no token", exchange -> answer(exchange, 401, "{}"),
            "a page", exchange -> answer(exchange, 200, "<html>"),
            "too much",
                exchange ->
                    answer(exchange, 200, "\"" + "x".repeat(Klantinteracties.MAX_BYTES) + "\""),
            "too slow",
                exchange -> {
                  exchange.sendResponseHeaders(200, 0);
                  exchange.getResponseBody().write('{');
                  exchange.getResponseBody().flush();
                  pause();
                  return true;
                });
    CLOCK.advance(SETTLE);
    troubles.forEach(
        (name, trouble) -> {
          openKlant.befall(trouble);
          long before = System.nanoTime();
          app.fetchDue();
          assertThat(Duration.ofNanos(System.nanoTime() - before))
              .as(name)
              .isLessThan(Duration.ofSeconds(8));
          assertThat(app.count("open_klant_notice")).as(name).isEqualTo(1);
          assertThat(app.count("contact")).as(name).isZero();
          CLOCK.advance(Duration.ofHours(2));
        });
    assertThat(openKlant.requests()).hasSize(troubles.size());

    openKlant.befall(exchange -> false);
    app.fetchDue();
    assertThat(contact()).containsEntry("reason", "asked");
    assertThat(app.count("open_klant_notice")).isZero();
  }

  private static boolean answer(HttpExchange exchange, int status, String body) throws IOException {
    OpenKlantServer.send(exchange, status, body);
    return true;
  }

  /** As long as the time limit, and longer. */
  private static void pause() {
    try {
      Thread.sleep(4000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void oneThatCannotBeReadIsNotInTheWayOfOthers() {
    UUID other = UUID.randomUUID();
    String bad = openKlant.klantcontact(ID, "telefoon", "", DONE, piet());
    tell("klantcontacten", bad);
    tell("klantcontacten", openKlant.klantcontact(other, "telefoon", "", DONE, piet()));
    openKlant.befall(
        exchange ->
            exchange.getRequestURI().getPath().endsWith(ID.toString())
                && answer(exchange, 200, "no JSON"));
    settle();

    assertThat(contact()).containsEntry("external_id", other.toString());
    assertThat(app.count("open_klant_notice")).isEqualTo(1);
  }

  @Test
  void aCallbackNoteBringsTheContactThatLedToItAndIsTakenWithIt() {
    openKlant.klantcontact(ID, "telefoon", "", DONE, piet());
    tell("internetaken", openKlant.internetaak(TASK, ID, "null"));
    settle();

    assertThat(contact()).containsEntry("external_id", ID.toString());
    assertThat(app.count("open_klant_notice")).isZero();
    assertThat(app.count("callback_note where handled_at is null")).isEqualTo(1);
    assertThat(app.count("callback_note where contact_ref = '" + ID + "'")).isEqualTo(1);
  }

  @Test
  void anInternetaakThatAsksForSomethingElseIsNoCallbackNote() {
    tell(
        "internetaken",
        openKlant.keepAs(
            openKlant.internetaak(TASK, ID, "null"), "Terugbellen", "Stuur een brief"));
    settle();
    assertThat(app.count("open_klant_notice")).isZero();
  }
}

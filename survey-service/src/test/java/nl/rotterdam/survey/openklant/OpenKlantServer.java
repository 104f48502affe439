// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.openklant;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** Stands in for Open Klant 2.18: answers in the shapes of its Klantinteracties API. */
final class OpenKlantServer implements AutoCloseable {
  static final String ROOT = "/klantinteracties/api/v1";
  static final String TOKEN = "token-of-the-klantinteracties-api";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, String> things = new ConcurrentHashMap<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private volatile Trouble trouble = exchange -> false;

  /** What goes wrong; true where it has answered. */
  interface Trouble {
    boolean befalls(HttpExchange exchange) throws IOException;
  }

  OpenKlantServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  /** The root of its API. */
  String url() {
    return "http://localhost:" + server.getAddress().getPort() + ROOT;
  }

  /** The addresses that were asked for, with their queries. */
  List<String> requests() {
    return requests;
  }

  void befall(Trouble what) {
    trouble = what;
  }

  void clear() {
    trouble = exchange -> false;
    things.clear();
    requests.clear();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      requests.add(exchange.getRequestURI().toString());
      if (trouble.befalls(exchange)) {
        return;
      }
      if (!("Token " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
        send(exchange, 401, "{\"detail\": \"Ongeldige token.\"}");
        return;
      }
      String thing = things.get(exchange.getRequestURI().getPath());
      send(exchange, thing == null ? 404 : 200, thing == null ? "{}" : thing);
    }
  }

  static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private String reference(String plural, UUID id) {
    return "{\"uuid\": \"%s\", \"url\": \"%s/%s/%s\"}".formatted(id, url(), plural, id);
  }

  /** A digitaal adres, expanded. */
  String address(String soort, String adres, boolean standaard) {
    UUID id = UUID.randomUUID();
    return """
        {"uuid": "%s", "url": "%s/digitaleadressen/%1$s", "verstrektDoorBetrokkene": null,
         "verstrektDoorPartij": null, "adres": "%s", "soortDigitaalAdres": "%s",
         "isStandaardAdres": %s, "omschrijving": "", "referentie": "", "verificatieDatum": null}"""
        .formatted(id, url(), adres, soort, standaard);
  }

  /** A betrokkene, expanded. */
  String person(boolean initiator, String... addresses) {
    UUID id = UUID.randomUUID();
    List<String> references =
        IntStream.range(0, addresses.length)
            .mapToObj(i -> reference("digitaleadressen", UUID.randomUUID()))
            .toList();
    return """
        {"uuid": "%s", "url": "%s/betrokkenen/%1$s", "wasPartij": null, "hadKlantcontact": null,
         "digitaleAdressen": %s, "contactnaam": {"voorletters": "P", "voornaam": "Piet",
         "voorvoegselAchternaam": "", "achternaam": "Puk"}, "volledigeNaam": "Piet Puk",
         "rol": "klant", "organisatienaam": "", "initiator": %s,
         "_expand": {"digitaleAdressen": %s}}"""
        .formatted(id, url(), references, initiator, List.of(addresses));
  }

  /** Keeps a klantcontact, and gives its address. */
  String klantcontact(UUID id, String kanaal, String onderwerp, String more, String... people) {
    List<String> references =
        IntStream.range(0, people.length)
            .mapToObj(i -> reference("betrokkenen", UUID.randomUUID()))
            .toList();
    return keep(
        "klantcontacten",
        id,
        """
        {"uuid": "%s", "url": "%s/klantcontacten/%1$s", "gingOverOnderwerpobjecten": [],
         "hadBetrokkenActoren": [], "omvatteBijlagen": [], "hadBetrokkenen": %s,
         "leiddeTotInterneTaken": [], "nummer": "0000000001", "kanaal": "%s", "onderwerp": "%s",
         "inhoud": "Mevrouw belde over haar zoon", "vertrouwelijk": false,
         "plaatsgevondenOp": "2025-05-14T11:50:00+02:00", %s,
         "_expand": {"hadBetrokkenen": %s}}"""
            .formatted(id, url(), references, kanaal, onderwerp, more, List.of(people)));
  }

  /** Keeps an internetaak, and gives its address. */
  String internetaak(UUID id, UUID klantcontact, String handled) {
    return keep(
        "internetaken",
        id,
        """
        {"uuid": "%s", "url": "%s/internetaken/%1$s", "nummer": "0000000002",
         "gevraagdeHandeling": "Terugbellen", "aanleidinggevendKlantcontact": %s,
         "toegewezenAanActor": null, "toegewezenAanActoren": [], "toelichting": "",
         "status": "te_verwerken", "toegewezenOp": "2025-05-14T09:55:00Z",
         "afgehandeldOp": %s}"""
            .formatted(id, url(), reference("klantcontacten", klantcontact), handled));
  }

  /** Keeps what is at the address with another text in the place of one. */
  String keepAs(String address, String text, String other) {
    things.computeIfPresent(
        address.substring(url().length() - ROOT.length()),
        (path, json) -> json.replace(text, other));
    return address;
  }

  private String keep(String plural, UUID id, String json) {
    things.put(ROOT + "/" + plural + "/" + id, json);
    return url() + "/" + plural + "/" + id;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}

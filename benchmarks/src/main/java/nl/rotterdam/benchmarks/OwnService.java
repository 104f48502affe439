// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.benchmarks;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.rotterdam.survey.SurveyApplication;
import nl.rotterdam.survey.database.DatabaseSettings;
import nl.rotterdam.survey.signin.Role;
import nl.rotterdam.survey.signin.Sessions;
import nl.rotterdam.survey.signin.SignInSettings;
import org.jdbi.v3.core.Jdbi;

/**
 * The service in a process of its own.
 *
 * @param url where it answers
 * @param admin where it is monitored
 */
record OwnService(Process process, URI url, URI admin) implements AutoCloseable {
  /** The key of its default source. */
  static final String API_KEY = "benchmarks";

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration SESSION = Duration.ofHours(8);

  /** Starts it, and waits until its monitoring says that it is ready. */
  static OwnService start(DatabaseSettings settings, Clock clock, String... javaOptions)
      throws Exception {
    int port = freePort();
    int adminPort = freePort();
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(List.of(javaOptions));
    command.addAll(
        List.of(
            "-classpath",
            System.getProperty("java.class.path"),
            SurveyApplication.class.getName(),
            "server",
            "config.yml"));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment(settings, clock, port, adminPort));
    OwnService service =
        new OwnService(
            builder
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start(),
            URI.create("http://localhost:" + port),
            URI.create("http://localhost:" + adminPort));
    service.await();
    return service;
  }

  private static Map<String, String> environment(
      DatabaseSettings settings, Clock clock, int port, int adminPort) throws IOException {
    int year = YearMonth.now(clock.withZone(FigureCost.ZONE)).getYear();
    String key = Base64.getEncoder().encodeToString(new byte[32]);
    return Map.ofEntries(
        Map.entry("DATABASE_URL", settings.url()),
        Map.entry("DATABASE_USER", Optional.ofNullable(settings.user()).orElse("")),
        Map.entry("DATABASE_PASSWORD", Optional.ofNullable(settings.password()).orElse("")),
        Map.entry("API_KEY", API_KEY),
        Map.entry("REQUESTS_PER_MINUTE", "1000000"),
        // nothing is sent while something is measured
        Map.entry("ASK_DELAY", "PT48H"),
        Map.entry("ADDRESS_KEY", key),
        Map.entry("LINK_KEY", key),
        // there is a workplace, and whoever measures it needs no door
        Map.entry("OIDC_ISSUER", "http://localhost:9/none"),
        Map.entry("OIDC_CLIENT_ID", "benchmarks"),
        Map.entry("PRIVACY_CONTROLLER", "-"),
        Map.entry("PRIVACY_OFFICER", "-"),
        Map.entry("PRIVACY_LEGAL_BASIS_NL", "-"),
        Map.entry("PRIVACY_LEGAL_BASIS_EN", "-"),
        Map.entry("PRIVACY_RETENTION_NL", "-"),
        Map.entry("PRIVACY_RETENTION_EN", "-"),
        Map.entry("BASELINE", FigureCost.baseline(year)),
        Map.entry("CONFIRMATORY", FigureCost.confirmatory(year)),
        Map.entry("HORIZON", year + "-12"),
        Map.entry("LOG_LEVEL", "WARN"),
        Map.entry("PORT", Integer.toString(port)),
        Map.entry("ADMIN_PORT", Integer.toString(adminPort)));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** The header Cookie of an employee who is signed in to it. */
  static String signIn(Jdbi jdbi, Clock clock) {
    SignInSettings settings =
        new SignInSettings("", "", "", List.of(), "", Map.of(), SESSION, SESSION);
    return Sessions.COOKIE
        + "="
        + new Sessions(jdbi, settings, clock).begin("benchmarks", "-", Role.WRITER, "nl");
  }

  /** The port is open long before anything is answered. */
  private void await() throws Exception {
    HttpRequest ping = HttpRequest.newBuilder(admin.resolve("/ping")).build();
    long last = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        HttpClient.newHttpClient().send(ping, BodyHandlers.discarding());
        return;
      } catch (IOException notYet) {
        if (!process.isAlive() || System.nanoTime() > last) {
          throw new IllegalStateException("The service did not start", notYet);
        }
        Thread.sleep(100);
      }
    }
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}

// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import nl.rotterdam.reporting.figure.Channel;
import nl.rotterdam.reporting.table.FigureName;
import nl.rotterdam.reporting.table.FigureRow;
import nl.rotterdam.reporting.table.FiguresTable;
import nl.rotterdam.survey.contact.NewContact;
import nl.rotterdam.survey.database.DatabaseSettings;
import nl.rotterdam.survey.database.TestDatabase;
import nl.rotterdam.survey.mail.ScriptedRelay;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The service as a process of its own that is killed while it sends. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class KillIT {
  private static final int INVITATIONS = 800;
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Map<String, String> QUIET = Map.of("sending.poll", "PT1H");

  @Parameter TestDatabase database;
  @TempDir Path folder;

  /**
   * GreenMail answers another process in pieces, which the network delays to four mails a second.
   */
  private ScriptedRelay relay;

  private final List<Process> processes = new ArrayList<>();

  @AfterEach
  void stop() throws Exception {
    for (Process process : processes) {
      process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }
    relay.close();
  }

  @Test
  void nothingIsLostAndOnlyTheOneInHandIsSentTwice() throws Exception {
    DatabaseSettings settings =
        database == TestDatabase.H2
            ? new DatabaseSettings("jdbc:h2:file:" + folder.resolve("db"), "", "")
            : database.fresh();
    plan(settings);

    relay = new ScriptedRelay();
    Process killed = start(settings, relay.port());
    await(() -> relay.messageIds().size() >= INVITATIONS / 4);
    kill(killed);
    int before = relay.messageIds().size();
    assertThat(before).as("killed in the middle").isLessThan(INVITATIONS);
    // the one in hand may be accepted and not marked
    assertThat(sentOfAll(settings)).isBetween(before - 1L, (long) before);

    Process last = start(settings, relay.port());
    await(() -> new HashSet<>(relay.messageIds()).size() == INVITATIONS);
    assertThat(relay.messageIds().size())
        .as("mails with %d different ids", INVITATIONS)
        .isBetween(INVITATIONS, INVITATIONS + 1);
    kill(last);
    assertThat(sentOfAll(settings)).isBetween(INVITATIONS - 1L, (long) INVITATIONS);
  }

  /** How many contacts were sent an invitation; the funnel accounts for each of the others. */
  private long sentOfAll(DatabaseSettings settings) {
    try (SurveyApp app = SurveyApp.start(settings, folder, Clock.systemUTC(), QUIET)) {
      FiguresTable table = app.components().figures().table(YearMonth.now(ZoneOffset.UTC));
      Map<FigureName, Long> counts =
          table.rows().stream()
              .filter(row -> row.channel().isEmpty() && row.period().months().count() == 1)
              .collect(groupingBy(FigureRow::name, summingLong(row -> row.figure().n())));
      assertThat(counts).containsEntry(FigureName.CONTACTS, (long) INVITATIONS);
      assertThat(counts).containsEntry(FigureName.FUNNEL_SAMPLED, (long) INVITATIONS);
      long sent = counts.get(FigureName.FUNNEL_SENT);
      assertThat(sent + counts.getOrDefault(FigureName.NOT_INVITED, 0L)).isEqualTo(INVITATIONS);
      return sent;
    }
  }

  /** Invitations that are due, and nobody who sends them. */
  private void plan(DatabaseSettings settings) {
    try (SurveyApp app = SurveyApp.start(settings, folder, Clock.systemUTC(), QUIET)) {
      OffsetDateTime earlier = OffsetDateTime.now(ZoneOffset.UTC).minusHours(2);
      for (int i = 0; i < INVITATIONS; i++) {
        app.components().intake().receive("default", contact("k" + i, earlier));
      }
      assertThat(app.count("invitation")).isEqualTo(INVITATIONS);
    }
  }

  private static NewContact contact(String id, OffsetDateTime startedAt) {
    String email = id + "@example.org";
    return new NewContact(
        id, Channel.PHONE, null, null, null, null, "nl", startedAt, 60, true, email, null);
  }

  private Process start(DatabaseSettings settings, int relayPort) throws IOException {
    List<String> line =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                SurveyApplication.class.getName()));
    line.add("server");
    line.add(Path.of("..", "config.yml").toString());
    ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
    File log = Files.createTempFile(folder, "service", ".log").toFile();
    builder.redirectOutput(log);
    Map<String, String> environment = builder.environment();
    environment.put("DATA_DIR", folder.toString());
    environment.put("DATABASE_URL", settings.url());
    environment.put("DATABASE_USER", settings.user());
    environment.put("DATABASE_PASSWORD", settings.password());
    environment.put("PORT", "0");
    environment.put("PUBLIC_URL", "http://localhost");
    environment.put("ADMIN_PORT", "0");
    environment.put("API_KEY", SurveyApp.API_KEY);
    environment.put("ADDRESS_KEY", SurveyApp.KEY);
    environment.put("LINK_KEY", SurveyApp.KEY);
    for (String setting :
        List.of(
            "CONTROLLER",
            "OFFICER",
            "LEGAL_BASIS_NL",
            "LEGAL_BASIS_EN",
            "RETENTION_NL",
            "RETENTION_EN")) {
      environment.put("PRIVACY_" + setting, "-");
    }
    environment.put("SMTP_HOST", "127.0.0.1");
    environment.put("SMTP_PORT", String.valueOf(relayPort));
    environment.put("QUIET_HOURS", "off");
    environment.put("SEND_POLL", "PT0.2S");
    environment.put("SEND_PAUSE", "PT0.5S");
    Process process = builder.start();
    processes.add(process);
    return process;
  }

  private static void kill(Process process) throws InterruptedException {
    // SIGKILL
    process.destroyForcibly();
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
  }

  private void await(BooleanSupplier condition) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime())
          .as("patience, with %d mails", relay.messageIds().size())
          .isLessThan(deadline);
      TimeUnit.MILLISECONDS.sleep(200);
    }
  }
}

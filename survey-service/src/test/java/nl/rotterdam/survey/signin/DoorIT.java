// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.codahale.metrics.MetricRegistry;
import io.dropwizard.db.ManagedDataSource;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.rotterdam.survey.TestClock;
import nl.rotterdam.survey.database.Database;
import nl.rotterdam.survey.database.TestDatabase;
import nl.rotterdam.survey.signin.Starts.Start;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.sqlobject.SqlObjectPlugin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What the door keeps of who comes by, in either database. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class DoorIT {
  private static final SignInSettings SETTINGS =
      new SignInSettings(
          "",
          "",
          "",
          List.of("openid"),
          "groups",
          Map.of(),
          Duration.ofMinutes(30),
          Duration.ofHours(8));

  @Parameter TestDatabase database;

  private final TestClock clock = new TestClock(Instant.parse("2025-05-14T10:00:00Z"));
  private ManagedDataSource dataSource;
  private Jdbi jdbi;
  private Door door;

  @BeforeEach
  void open() {
    dataSource = database.fresh().dataSource(Path.of("")).build(new MetricRegistry(), "test");
    Database.migrate(dataSource);
    jdbi = Database.configure(Jdbi.create(dataSource).installPlugin(new SqlObjectPlugin()));
    door = Door.of(SETTINGS, jdbi, URI.create("https://enquete.example"), clock);
  }

  @AfterEach
  void close() throws Exception {
    dataSource.stop();
  }

  @Test
  void wayThroughTheDoorIsForOneBrowserAndOnce() {
    Start start = door.starts().begin("browser", "/workplace/charts");
    assertThat(door.starts().take(start.state(), "browser")).hasValue(start);
    assertThat(door.starts().take(start.state(), "browser")).as("replayed").isEmpty();
    Start stolen = door.starts().begin("browser", "/workplace");
    assertThat(door.starts().take(stolen.state(), "another")).isEmpty();
    Start late = door.starts().begin("browser", "/workplace");
    clock.advance(Duration.ofMinutes(10));
    assertThat(door.starts().take(late.state(), "browser")).isEmpty();
  }

  @Test
  void whatHasEndedIsForgotten() {
    String token = door.sessions().begin("n1", "Noor", Role.WRITER, "nl", "id-token");
    door.sessions().begin("n2", "Piet", Role.READER, "en");
    door.starts().begin("browser", "/workplace");
    clock.advance(Duration.ofMinutes(29));
    assertThat(door.sessions().use(token)).map(Employee::name).hasValue("Noor");
    assertThat(door.sessions().idToken(token)).hasValue("id-token");
    clock.advance(Duration.ofMinutes(1));
    door.forget();
    assertThat(count("employee_session")).isEqualTo(1);
    assertThat(count("sign_in_start")).isZero();
    door.sessions().endAll("n1");
    assertThat(door.sessions().find(token)).isEmpty();
  }

  @Test
  void passwordIsKnownUntilAnotherIsMade() {
    String password = door.administrator().makeFirst().orElseThrow();
    assertThat(door.administrator().makeFirst()).isEmpty();
    assertThat(door.administrator().knows(LocalAdministrator.NAME, password)).isTrue();
    assertThat(door.administrator().knows("noor", password)).isFalse();
    String token =
        door.sessions().begin(LocalAdministrator.NAME, "Beheer", Role.ADMINISTRATOR, "nl");
    String other = door.administrator().makeAnother();
    assertThat(door.administrator().knows(LocalAdministrator.NAME, password)).isFalse();
    assertThat(door.administrator().knows(LocalAdministrator.NAME, other)).isTrue();
    assertThat(door.sessions().find(token)).as("who was signed in is not any more").isEmpty();
  }

  private long count(String table) {
    return jdbi.withHandle(
        handle -> handle.createQuery("select count(*) from " + table).mapTo(Long.class).one());
  }
}

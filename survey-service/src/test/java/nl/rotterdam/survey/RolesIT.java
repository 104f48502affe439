// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.rotterdam.survey.database.TestDatabase;
import nl.rotterdam.survey.key.ApiKeyRequired;
import nl.rotterdam.survey.signin.Role;
import nl.rotterdam.survey.signin.RoleRequired;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each role against every page and form of the workplace, and against the API. */
class RolesIT {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private static final String ID = "00000000-0000-0000-0000-000000000000";

  /** All that is for employees, with the least role; a page that is not in here fails the test. */
  static final Map<String, Role> PAGES =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("GET /workplace", Role.READER),
              Map.entry("GET /workplace/channels", Role.READER),
              Map.entry("GET /workplace/charts", Role.READER),
              Map.entry("GET /workplace/reports", Role.READER),
              Map.entry("GET /workplace/reports/publish", Role.PUBLISHER),
              Map.entry("POST /workplace/reports/publish", Role.PUBLISHER),
              Map.entry("GET /workplace/reports/x/x/concept.pdf", Role.WRITER),
              Map.entry("GET /workplace/reports/x/x/now.pdf", Role.WRITER),
              Map.entry("GET /workplace/reports/downloads", Role.WRITER),
              Map.entry("POST /workplace/reports/downloads", Role.WRITER),
              Map.entry("GET /workplace/reports/downloads/" + ID, Role.WRITER),
              Map.entry("GET /workplace/signals", Role.READER),
              Map.entry("GET /workplace/signals/signals.csv", Role.WRITER),
              Map.entry("GET /workplace/signals/" + ID + "/mark", Role.READER),
              Map.entry("POST /workplace/signals/" + ID + "/mark", Role.READER),
              Map.entry("GET /workplace/signals/marked-one", Role.READER),
              Map.entry("GET /workplace/signals/marked", Role.ADMINISTRATOR),
              Map.entry("POST /workplace/signals/marked/" + ID + "/restore", Role.ADMINISTRATOR),
              Map.entry("POST /workplace/language", Role.READER),
              Map.entry("GET /workplace/administration", Role.ADMINISTRATOR),
              Map.entry("POST /workplace/administration/keys", Role.ADMINISTRATOR),
              Map.entry("GET /workplace/administration/keys/x/rotate", Role.ADMINISTRATOR),
              Map.entry("POST /workplace/administration/keys/x/rotate", Role.ADMINISTRATOR),
              Map.entry("POST /workplace/administration/keys/x/revoke", Role.ADMINISTRATOR),
              Map.entry("GET /workplace/administration/sending", Role.ADMINISTRATOR),
              Map.entry("GET /workplace/administration/contact", Role.ADMINISTRATOR),
              Map.entry("GET /workplace/administration/opt-outs", Role.ADMINISTRATOR),
              Map.entry("POST /workplace/administration/opt-outs", Role.ADMINISTRATOR),
              Map.entry("GET /workplace/administration/settings", Role.ADMINISTRATOR),
              Map.entry("GET /workplace/administration/audit", Role.ADMINISTRATOR),
              Map.entry("GET /workplace/administration/audit.csv", Role.ADMINISTRATOR)));

  /** What anybody may ask for beneath /workplace: the door. */
  private static final Set<String> FOR_EVERYBODY =
      new TreeSet<>(
          Set.of("GET /workplace/sign-in", "POST /workplace/sign-in", "POST /workplace/sign-out"));

  @TempDir static java.nio.file.Path dataDir;
  private static SurveyApp app;

  @BeforeAll
  static void start() {
    app =
        SurveyApp.start(
            TestDatabase.H2.fresh(),
            dataDir,
            new TestClock(Instant.parse("2025-05-14T10:00:00Z")),
            Map.of());
  }

  @AfterAll
  static void stop() {
    app.close();
  }

  /** What a method of a resource answers. */
  private record Operation(String verb, String path, Class<?> resource, Method method) {
    /** With values in the places of a path: the first that a pattern names, or x. */
    String request() {
      return verb
          + " "
          + path.replaceAll("\\{id: \\[0-9a-f].*?\\{12}}", ID)
              .replaceAll("\\{[a-z]+:\\s*([^|}]+)[^}]*}", "$1")
              .replaceAll("\\{[^}]*}", "x");
    }

    Optional<Role> role() {
      return Stream.<AnnotatedElement>of(method, resource)
          .map(element -> element.getAnnotation(RoleRequired.class))
          .filter(required -> required != null)
          .map(RoleRequired::value)
          .findFirst();
    }

    String mediaType() {
      return Stream.<AnnotatedElement>of(method, resource)
          .map(element -> element.getAnnotation(Consumes.class))
          .filter(consumes -> consumes != null)
          .map(consumes -> consumes.value()[0])
          .findFirst()
          .orElse("application/json");
    }

    boolean isForKeys() {
      return method.isAnnotationPresent(ApiKeyRequired.class)
          || resource.isAnnotationPresent(ApiKeyRequired.class);
    }
  }

  private static Stream<Operation> operations() {
    return app.components().resources().stream()
        .map(Object::getClass)
        .filter(type -> type.isAnnotationPresent(Path.class))
        .flatMap(type -> Arrays.stream(type.getMethods()).flatMap(method -> of(type, method)));
  }

  private static Stream<Operation> of(Class<?> type, Method method) {
    String own = Optional.ofNullable(method.getAnnotation(Path.class)).map(Path::value).orElse("");
    String path = type.getAnnotation(Path.class).value() + (own.isEmpty() ? "" : "/" + own);
    return Arrays.stream(method.getAnnotations())
        .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
        .filter(verb -> verb != null)
        .map(verb -> new Operation(verb.value(), path.replaceAll("/+", "/"), type, method));
  }

  private static Stream<Operation> ofTheWorkplace() {
    return operations().filter(operation -> operation.path().startsWith("/workplace"));
  }

  @Test
  void everyPageAndFormHasTheRoleThatItIsMeantToHave() {
    Map<String, Role> found = new TreeMap<>();
    ofTheWorkplace()
        .filter(operation -> operation.role().isPresent())
        .forEach(operation -> found.put(operation.request(), operation.role().orElseThrow()));
    assertThat(found).isEqualTo(PAGES);
    Set<String> open =
        ofTheWorkplace()
            .filter(operation -> operation.role().isEmpty())
            .map(Operation::request)
            .collect(toCollection(TreeSet::new));
    assertThat(open).isEqualTo(FOR_EVERYBODY);
  }

  @Test
  void eachRoleOpensWhatItMayAndNothingElse() throws Exception {
    for (Map.Entry<String, Role> page : PAGES.entrySet()) {
      for (Role role : Role.values()) {
        int status = send(page.getKey(), app.signIn(role), true).statusCode();
        if (role.may(page.getValue())) {
          assertThat(status).as("%s as %s", page.getKey(), role).isNotIn(401, 403, 405, 500);
        } else {
          assertThat(status).as("%s as %s", page.getKey(), role).isEqualTo(403);
        }
      }
      HttpResponse<String> response = send(page.getKey(), "", false);
      assertThat(response.statusCode()).as(page.getKey()).isEqualTo(303);
      assertThat(response.headers().firstValue("Location").orElseThrow())
          .as(page.getKey())
          .startsWith("/workplace/sign-in");
    }
    assertThat(app.count("audit_entry")).as("who was refused is noted").isPositive();
  }

  @Test
  void formOfNoSessionChangesNothing() throws Exception {
    for (String page : PAGES.keySet()) {
      if (page.startsWith("POST")) {
        assertThat(send(page, app.signIn(Role.ADMINISTRATOR), false).statusCode())
            .as(page)
            .isEqualTo(403);
      }
    }
  }

  @Test
  void sessionOpensNothingOfTheApi() throws Exception {
    String cookie = app.signIn(Role.ADMINISTRATOR);
    for (Operation operation : operations().filter(Operation::isForKeys).toList()) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(app.url().resolve(operation.request().split(" ", 2)[1]))
              .header("Cookie", cookie)
              .header("Content-Type", operation.mediaType())
              .method(operation.verb(), BodyPublishers.ofString("{}"));
      assertThat(HTTP.send(request.build(), BodyHandlers.ofString()).statusCode())
          .as(operation.request())
          .isEqualTo(401);
    }
    assertThat(operations().filter(Operation::isForKeys)).hasSizeGreaterThan(5);
    assertThat(send("POST /v1/publications", cookie, false).statusCode()).isNotEqualTo(201);
    assertThat(app.count("publication")).isZero();
  }

  private static HttpResponse<String> send(String request, String cookie, boolean own)
      throws Exception {
    String[] parts = request.split(" ", 2);
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(app.url().resolve(parts[1])).header("Cookie", cookie);
    if (parts[0].equals("GET")) {
      return HTTP.send(builder.build(), BodyHandlers.ofString());
    }
    String form = own ? "csrf=" + csrf(cookie) : "";
    return HTTP.send(
        builder
            .header("Content-Type", "application/x-www-form-urlencoded")
            .method(parts[0], BodyPublishers.ofString(form))
            .build(),
        BodyHandlers.ofString());
  }

  private static String csrf(String cookie) {
    String token = cookie.substring(cookie.indexOf('=') + 1);
    return app.components().door().sessions().find(token).orElseThrow().csrf();
  }
}

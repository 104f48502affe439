// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByTextOptions;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import nl.rotterdam.survey.answer.Browser;
import nl.rotterdam.survey.database.TestDatabase;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.http.OAuth2HttpRequest;
import no.nav.security.mock.oauth2.http.OAuth2HttpResponse;
import no.nav.security.mock.oauth2.http.Route;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import okhttp3.Headers;
import org.apache.commons.lang3.StringUtils;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Signing in at a provider of identities, really over HTTP. */
class SignInIT {
  private static final String CLIENT = "peilschaal";
  private static final Lies LIES = new Lies();
  private static final MockOAuth2Server PROVIDER = new MockOAuth2Server(LIES);

  // set before each test: ID tokens are held against the time that it is
  private static final TestClock CLOCK = new TestClock(Instant.EPOCH);

  /** What the provider says in the place of what it would, once each. */
  private static final class Lies implements Route {
    private final Queue<String> bodies = new ConcurrentLinkedQueue<>();

    @Override
    public boolean match(OAuth2HttpRequest request) {
      return request.getUrl().encodedPath().endsWith("/token") && !bodies.isEmpty();
    }

    @Override
    public OAuth2HttpResponse invoke(OAuth2HttpRequest request) {
      String body = bodies.remove();
      int status = body.contains("error") ? 400 : 200;
      Headers json = Headers.of("Content-Type", "application/json");
      return new OAuth2HttpResponse(json, status, body, null);
    }
  }

  @TempDir static Path dataDir;
  private static SurveyApp app;

  private final HttpClient browser = browser();

  @BeforeAll
  static void start() {
    CLOCK.set(Clock.systemUTC().instant());
    PROVIDER.start();
    app =
        SurveyApp.start(
            TestDatabase.H2.fresh(),
            dataDir,
            CLOCK,
            Map.of(
                "signIn.issuer",
                PROVIDER.issuerUrl("city").toString(),
                "signIn.clientId",
                CLIENT,
                "signIn.clientSecret",
                "secret",
                "signIn.roleClaim",
                "realm_access.roles"));
  }

  @AfterAll
  static void stop() {
    app.close();
    PROVIDER.shutdown();
  }

  @BeforeEach
  void clear() {
    CLOCK.set(Clock.systemUTC().instant());
    app.clear();
  }

  private static HttpClient browser() {
    return HttpClient.newBuilder()
        .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
        .build();
  }

  /** What the provider says of Noor, but for what a test changes. */
  private static void says(Map<String, Object> claims) {
    PROVIDER.enqueueCallback(
        new DefaultOAuth2TokenCallback("city", "noor-1", "JWT", List.of(CLIENT), claims, 3600));
  }

  private static final Map<String, Object> NOOR =
      Map.of(
          "name",
          "Noor <b>de Vries</b>\u202e",
          "realm_access",
          Map.of("roles", List.of("other", "peilschaal-reader", "peilschaal-writer")));

  @Test
  void employeeIsLetInAndLedToThePageThatTheyWanted() throws Exception {
    HttpResponse<String> toProvider = get("/workplace/sign-in?to=/workplace/funnel?to=2025-04");
    assertThat(toProvider.statusCode()).isEqualTo(303);
    Map<String, String> asked = query(location(toProvider));
    assertThat(asked)
        .containsEntry("code_challenge_method", "S256")
        .containsEntry("response_type", "code")
        .containsEntry("client_id", CLIENT)
        .containsEntry("redirect_uri", app.url() + "/workplace/sign-in/callback")
        .containsKeys("code_challenge", "state", "nonce");
    says(NOOR);
    HttpResponse<String> back = get(code(toProvider));
    assertThat(back.statusCode()).isEqualTo(303);
    assertThat(location(back)).hasToString("/workplace/funnel?to=2025-04");
    assertThat(back.headers().allValues("Set-Cookie"))
        .anySatisfy(
            cookie ->
                assertThat(cookie)
                    .startsWith("peilschaal=")
                    .contains("HttpOnly", "SameSite=Lax", "Path=/")
                    .doesNotContain("Max-Age"));
    HttpResponse<String> page = get("/workplace/funnel?to=2025-04");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("Noor &lt;b&gt;de Vries&lt;/b&gt;</span>");
    assertThat(get("/workplace/administration").statusCode()).isEqualTo(403);
    assertThat(audit())
        .containsSubsequence(
            "noor-1 sign_in writer", "noor-1 refused GET /workplace/administration");
  }

  /** From the door on: seven presses where the provider knows who comes. */
  @Test
  void writerComesInAndTakesTheTrendOfAMonthAndItsSentence() throws Exception {
    new History(app, dataDir).month("2024-05", 100, 12, 88).month("2025-05", 100, 9, 91);
    says(NOOR);
    try (Browser chromium = Browser.start()) {
      Page page =
          chromium
              .chromium()
              .newContext(
                  new NewContextOptions()
                      .setPermissions(List.of("clipboard-read", "clipboard-write")))
              .newPage();
      page.navigate(app.url() + "/workplace");
      page.getByText("Grafieken", new GetByTextOptions().setExact(true)).click();
      page.locator("#to").click();
      page.selectOption("#to", "2025-05");
      page.getByText("Toon", new GetByTextOptions().setExact(true)).click();
      for (String format : List.of("SVG", "XLSX")) {
        Download file =
            page.waitForDownload(
                () -> page.getByText(format, new GetByTextOptions().setExact(true)).click());
        assertThat(file.suggestedFilename())
            .isEqualTo("dissatisfaction-2025-05-concept." + format.toLowerCase(Locale.ROOT));
        assertThat(file.path()).isNotEmptyFile();
      }
      page.locator("[data-copy=sentence]").click();
      page.getByText("Gekopieerd").waitFor();
      assertThat(page.evaluate("navigator.clipboard.readText()"))
          .isEqualTo(page.locator("#sentence").textContent());
    }
  }

  @Test
  void whoSignsOutIsSignedOutAtTheProviderToo() throws Exception {
    signIn();
    String csrf = StringUtils.substringBetween(get("/workplace").body(), "csrf\" value=\"", "\"");
    assertThat(post("/workplace/sign-out", "csrf=another").statusCode()).isEqualTo(403);
    HttpResponse<String> page = post("/workplace/sign-out", "csrf=" + csrf);
    assertThat(page.body())
        .contains("http-equiv=\"refresh\"", PROVIDER.endSessionEndpointUrl("city").toString())
        .contains("id_token_hint=ey", "post_logout_redirect_uri=");
    assertThat(get("/workplace").statusCode()).isEqualTo(303);
    assertThat(app.count("employee_session")).isZero();
    assertThat(post("/workplace/sign-out", "csrf=" + csrf).statusCode())
        .as("who is not signed in is not led through the door by the button")
        .isEqualTo(303);
    assertThat(audit()).contains("noor-1 sign_out ");
  }

  @Test
  void sessionOfBeforeEndsAtSignIn() throws Exception {
    signIn();
    signIn();
    assertThat(app.count("employee_session")).isEqualTo(1);
  }

  @Test
  void codeAndStateAreTakenOnce() throws Exception {
    HttpResponse<String> toProvider = get("/workplace/sign-in?to=/workplace");
    String arrival = code(toProvider);
    says(NOOR);
    assertThat(get(arrival).statusCode()).isEqualTo(303);
    assertThat(get(arrival).statusCode()).isEqualTo(400);
    // a new state with the code of before
    String state = query(location(get("/workplace/sign-in?to=/workplace"))).get("state");
    LIES.bodies.add("{\"error\":\"invalid_grant\"}");
    assertThat(get(arrival.replaceAll("state=[^&]*", "state=" + state)).statusCode())
        .isEqualTo(403);
    assertThat(audit()).contains(" sign_in_failed state", " sign_in_failed code");
  }

  @Test
  void stateOfAnotherBrowserOrOfLongAgoLetsNobodyIn() throws Exception {
    String arrival = code(get("/workplace/sign-in?to=/workplace"));
    HttpResponse<String> other = browser().send(request(arrival).build(), BodyHandlers.ofString());
    assertThat(other.statusCode()).isEqualTo(400);
    String late = code(get("/workplace/sign-in?to=/workplace"));
    CLOCK.advance(Duration.ofMinutes(10).plusSeconds(1));
    assertThat(get(late).statusCode()).isEqualTo(400);
    assertThat(app.count("employee_session")).isZero();
  }

  @Test
  void whoHasNoRoleIsToldWhomToAsk() throws Exception {
    for (Map<String, Object> claims :
        List.<Map<String, Object>>of(
            Map.of(),
            Map.of("realm_access", Map.of("roles", List.of("other"))),
            Map.of("realm_access", "x"))) {
      String arrival = code(get("/workplace/sign-in?to=/workplace"));
      says(claims);
      HttpResponse<String> page = get(arrival);
      assertThat(page.statusCode()).isEqualTo(403);
      assertThat(page.body()).contains("functioneel beheerder");
    }
    assertThat(app.count("employee_session")).isZero();
    assertThat(audit()).contains("noor-1 sign_in_failed role");
  }

  static Stream<Arguments> lies() {
    Instant now = Clock.systemUTC().instant();
    return Stream.of(
        Arguments.of("wrong issuer", Map.of("iss", "https://evil.example")),
        Arguments.of("wrong audience", Map.of("aud", "somebody-else")),
        Arguments.of("several audiences without azp", Map.of("aud", List.of(CLIENT, "other"))),
        Arguments.of("another party", Map.of("azp", "other")),
        Arguments.of("wrong nonce", Map.of("nonce", "another")),
        Arguments.of("expired", Map.of("exp", Date.from(now.minusSeconds(60)))),
        Arguments.of("of tomorrow", Map.of("iat", Date.from(now.plusSeconds(86_400)))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lies")
  void tokenThatIsNotForThisLetsNobodyIn(String lie, Map<String, Object> claims) throws Exception {
    HttpResponse<String> toProvider = get("/workplace/sign-in?to=/workplace");
    Map<String, Object> said = claims(nonce(toProvider));
    said.putAll(claims);
    assertThat(bring(toProvider, signed(said)).statusCode()).isEqualTo(403);
    assertThat(app.count("employee_session")).isZero();
    assertThat(audit()).contains(" sign_in_failed token");
  }

  @Test
  void tokenThatIsRightLetsIn() throws Exception {
    HttpResponse<String> toProvider = get("/workplace/sign-in?to=/workplace");
    assertThat(bring(toProvider, signed(claims(nonce(toProvider)))).statusCode()).isEqualTo(303);
    assertThat(app.count("employee_session")).isEqualTo(1);
  }

  @Test
  void tokenThatAnybodyCanMakeLetsNobodyIn() throws Exception {
    HttpResponse<String> toProvider = get("/workplace/sign-in?to=/workplace");
    String unsigned = new PlainJWT(set(claims(nonce(toProvider)))).serialize();
    assertThat(bring(toProvider, unsigned).statusCode()).isEqualTo(403);

    toProvider = get("/workplace/sign-in?to=/workplace");
    SignedJWT byPublicKey =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("city").build(),
            set(claims(nonce(toProvider))));
    byPublicKey.sign(
        new MACSigner(
            PROVIDER
                .getConfig()
                .getTokenProvider()
                .publicJwkSet("city")
                .getKeyByKeyId("city")
                .toRSAKey()
                .toRSAPublicKey()
                .getEncoded()));
    assertThat(bring(toProvider, byPublicKey.serialize()).statusCode()).isEqualTo(403);

    toProvider = get("/workplace/sign-in?to=/workplace");
    String right = signed(claims(nonce(toProvider)));
    String changed = right.substring(0, right.lastIndexOf('.') + 1) + "A".repeat(342);
    assertThat(bring(toProvider, changed).statusCode()).isEqualTo(403);
    assertThat(app.count("employee_session")).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "https://evil.example/workplace",
    "//evil.example/workplace",
    "/workplace/../u/token",
    "/workplaces",
    "/privacy",
    "/workplace/sign-in?to=/workplace",
    "'/workplace\\@evil.example'"
  })
  void nobodyIsLedAnywhereElse(String to) throws Exception {
    HttpResponse<String> toProvider =
        get("/workplace/sign-in?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8));
    says(NOOR);
    assertThat(location(get(code(toProvider)))).hasToString("/workplace");
  }

  @Test
  void providerThatCannotBeReachedIsSaid() throws Exception {
    try (SurveyApp other =
        SurveyApp.start(
            TestDatabase.H2.fresh(),
            dataDir.resolve("other"),
            CLOCK,
            Map.of("signIn.issuer", "http://localhost:9/none", "signIn.clientId", CLIENT))) {
      HttpResponse<String> page =
          browser.send(
              HttpRequest.newBuilder(other.url().resolve("/workplace/sign-in?to=/workplace"))
                  .build(),
              BodyHandlers.ofString());
      assertThat(page.statusCode()).isEqualTo(503);
      assertThat(page.body()).contains("niet te bereiken");
      assertThat(other.isHealthy("sign-in")).isFalse();
    }
    assertThat(app.isHealthy("sign-in")).isTrue();
  }

  private static Map<String, Object> claims(String nonce) {
    Instant now = Clock.systemUTC().instant();
    return new HashMap<>(
        Map.of(
            "iss", PROVIDER.issuerUrl("city").toString(),
            "sub", "noor-1",
            "aud", CLIENT,
            "nonce", nonce,
            "realm_access", Map.of("roles", List.of("peilschaal-administrator")),
            "iat", Date.from(now),
            "exp", Date.from(now.plusSeconds(600))));
  }

  private static String signed(Map<String, Object> claims) {
    return PROVIDER
        .getConfig()
        .getTokenProvider()
        .jwt(claims, Duration.ofHours(1), "city")
        .serialize();
  }

  private static JWTClaimsSet set(Map<String, Object> claims) {
    JWTClaimsSet.Builder set = new JWTClaimsSet.Builder();
    claims.forEach(set::claim);
    return set.build();
  }

  /** Comes back from the provider, which gives this token for the code. */
  private HttpResponse<String> bring(HttpResponse<String> toProvider, String token)
      throws Exception {
    String arrival = code(toProvider);
    LIES.bodies.add(
        "{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"id_token\":\"%s\"}".formatted(token));
    return get(arrival);
  }

  private void signIn() throws Exception {
    HttpResponse<String> toProvider = get("/workplace/sign-in?to=/workplace");
    says(NOOR);
    assertThat(get(code(toProvider)).statusCode()).isEqualTo(303);
  }

  /** The provider knows the employee already, and sends them back at once. */
  private static String code(HttpResponse<String> toProvider) throws Exception {
    HttpResponse<String> response =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(location(toProvider)).build(), BodyHandlers.ofString());
    URI back = location(response);
    return back.getRawPath() + "?" + back.getRawQuery();
  }

  private static String nonce(HttpResponse<String> toProvider) {
    return query(location(toProvider)).get("nonce");
  }

  private static URI location(HttpResponse<String> response) {
    return URI.create(response.headers().firstValue("Location").orElseThrow());
  }

  private static Map<String, String> query(URI uri) {
    return Arrays.stream(uri.getRawQuery().split("&", -1))
        .map(parameter -> parameter.split("=", 2))
        .collect(
            toMap(
                parameter -> parameter[0],
                parameter -> URLDecoder.decode(parameter[1], StandardCharsets.UTF_8)));
  }

  private static List<String> audit() {
    return app.jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "select who || ' ' || action || ' ' || subject from audit_entry order by id")
                    .mapTo(String.class)
                    .list());
  }

  private HttpResponse<String> get(String path) throws Exception {
    return browser.send(request(path).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, String form) throws Exception {
    return browser.send(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build(),
        BodyHandlers.ofString());
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(app.url() + path));
  }
}

// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.rotterdam.reporting.breakdown.LinearAttack;
import nl.rotterdam.survey.database.DatabaseSettings;
import nl.rotterdam.survey.database.TestDatabase;
import nl.rotterdam.survey.intake.FileImport;
import nl.rotterdam.survey.intake.History;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Somebody asks for everything that the API grants, to the public and to who has a key, before and
 * after late answers, knows of every answer by what contact it is, and tries to solve for the
 * scores of any group under 30.
 */
class DifferencingIT {
  private static final int YEAR = 2024;
  private static final int THRESHOLD = 30;
  private static final YearMonth LAST = YearMonth.of(YEAR, 12);
  private static final TestClock CLOCK = new TestClock(Instant.parse("2025-06-10T10:00:00Z"));
  private static final List<String> DIMENSIONS = List.of("location", "product", "wijk", "cluster");
  private static final List<String> INDICATORS = List.of("overall", "clarity");

  @TempDir static Path folder;

  private static SurveyApp app;
  private static SurveyClient client;
  private static final List<Answer> ANSWERS = new ArrayList<>();
  private static final Set<Equation> KNOWN = new LinkedHashSet<>();
  private static int asked;

  /** One answer: what its contact was, and its scores; clarity is not always given. */
  private record Answer(
      int id,
      boolean late,
      YearMonth month,
      String channel,
      Map<String, String> categories,
      int overall,
      Integer clarity) {

    boolean has(String indicator) {
      return indicator.equals("overall") || clarity != null;
    }

    boolean dissatisfied(String indicator) {
      return has(indicator) && (indicator.equals("overall") ? overall : clarity) <= 6;
    }
  }

  /** So many of these answers, and so many of them dissatisfied. */
  private record Equation(
      String indicator,
      String channel,
      String period,
      YearMonth upTo,
      String dimension,
      Set<String> groups,
      boolean without,
      long n,
      long dissatisfied) {

    /** Whether the answer is one of them, if late answers were counted. */
    boolean holds(Answer answer, boolean withLate) {
      boolean about =
          answer.has(indicator)
              && (withLate || !answer.late())
              && (channel.equals("all") || channel.equals(answer.channel()))
              && answer.month().toString().startsWith(period)
              && !answer.month().isAfter(upTo);
      if (!about || dimension.isEmpty()) {
        return about;
      }
      return groups.contains(answer.categories().get(dimension)) != without;
    }
  }

  @BeforeAll
  static void publishACityWhoseGroupsDetermineEachOther() throws Exception {
    DatabaseSettings database = TestDatabase.H2.fresh();
    start(database);
    Random random = new Random(2024);
    products(random, "Burgerzaken", Map.of("Paspoort", 90, "Rijbewijs", 60, "Naamswijziging", 11));
    products(random, "Stadsbeheer", Map.of("Afval", 70, "Bomenkap", 14, "Hondenpoep", 9));
    products(random, "Belastingen", Map.of("Aanslag", 45, "Kwijtschelding", 29));
    products(random, "Zorg", Map.of("Wmo", 28));
    products(random, "", Map.of("Overig", 33, "", 7));
    store(ANSWERS);
    restart(database);
    askEverything();
    List<Answer> early = List.copyOf(ANSWERS);
    products(random, "Stadsbeheer", Map.of("Bomenkap", 3));
    products(random, "Zorg", Map.of("Wmo", 2));
    List<Answer> late = ANSWERS.subList(early.size(), ANSWERS.size());
    late.replaceAll(
        answer ->
            new Answer(
                answer.id(),
                true,
                answer.month(),
                answer.channel(),
                answer.categories(),
                answer.overall(),
                answer.clarity()));
    store(late);
    restart(database);
    askEverything();
  }

  /** Figures may be a minute old, so that asking for everything does not take one. */
  private static void start(DatabaseSettings database) {
    app =
        SurveyApp.start(
            database, folder, CLOCK, Map.of("sending.poll", "PT1H", "figures.maxAge", "PT1M"));
    client = new SurveyClient(app.url());
  }

  /** Forgets the tables of before. */
  private static void restart(DatabaseSettings database) {
    app.close();
    start(database);
  }

  @AfterAll
  static void stop() {
    app.close();
  }

  private static void products(Random random, String cluster, Map<String, Integer> numbers) {
    new TreeMap<>(numbers)
        .forEach(
            (product, number) -> {
              for (int i = 0; i < number; i++) {
                ANSWERS.add(answer(random, product, cluster));
              }
            });
  }

  private static Answer answer(Random random, String product, String cluster) {
    boolean counter = random.nextInt(3) > 0;
    String location =
        !counter
            ? ""
            : List.of("Centrum", "Centrum", "Noord", "Noord", "Pernis", "").get(random.nextInt(6));
    return new Answer(
        ANSWERS.size(),
        false,
        YearMonth.of(YEAR, 1 + random.nextInt(12)),
        counter ? "counter" : List.of("phone", "chat", "video").get(random.nextInt(3)),
        Map.of(
            "location", location,
            "product", product,
            "cluster", cluster,
            "wijk", random.nextInt(9) == 0 ? "Heijplaat" : "wijk " + random.nextInt(5)),
        random.nextInt(11),
        random.nextInt(8) == 0 ? null : random.nextInt(11));
  }

  private static void store(List<Answer> answers) throws Exception {
    read(
        "contacts.csv",
        "externalId,channel,location,product,wijk,cluster,startedAt,emailOrPhone\n",
        answers.stream()
            .map(
                a ->
                    "a%d,%s,%s,%s,%s,%s,%s-10T10:00:00Z,a%d@example.org"
                        .formatted(
                            a.id(),
                            a.channel(),
                            a.categories().get("location"),
                            a.categories().get("product"),
                            a.categories().get("wijk"),
                            a.categories().get("cluster"),
                            a.month(),
                            a.id())),
        app.components().histories().contacts("default"));
    read(
        "answers.csv",
        "externalId,overall,friendliness,clarity,timeliness,answeredAt\n",
        answers.stream()
            .map(
                a ->
                    "a%d,%d,,%s,,%s-11T10:00:00Z"
                        .formatted(
                            a.id(),
                            a.overall(),
                            a.clarity() == null ? "" : a.clarity(),
                            a.month())),
        app.components().histories().answers("default"));
  }

  private static void read(String name, String header, Stream<String> lines, History<?> history)
      throws Exception {
    Path file =
        Files.writeString(folder.resolve(name), header + lines.collect(Collectors.joining("\n")));
    FileImport.Summary summary =
        new FileImport(
                complaint -> {
                  throw new AssertionError(complaint);
                },
                line -> {})
            .run(file, history);
    assertThat(summary.stored()).isPositive();
  }

  /** Every combination of audience, month asked for, dimension, channel and indicator. */
  private static void askEverything() {
    for (String audience : List.of("public", "internal")) {
      for (String to : List.of("2024-06", "2024-11", "2024-12", "2025-01", "2025-05", "2025-06")) {
        for (String dimension : List.of("", "none", "location", "product", "wijk", "cluster")) {
          for (String channel : List.of("", "all", "counter", "phone", "chat", "video", "social")) {
            ask(
                "/v1/figures?figure=share&audience=%s&to=%s%s%s"
                    .formatted(
                        audience,
                        to,
                        dimension.isEmpty() ? "" : "&dimension=" + dimension,
                        channel.isEmpty() ? "" : "&channel=" + channel));
          }
        }
        ask("/v1/figures?figure=share&from=2024-03&location=Noord&audience=" + audience);
      }
    }
  }

  private static void ask(String path) {
    SurveyClient.Response response =
        client.send(
            HttpRequest.newBuilder(app.url().resolve(path)).header("X-Api-Key", SurveyApp.API_KEY));
    asked++;
    assertThat(response.status()).as(path + response.body()).isEqualTo(200);
    Map<String, List<JsonNode>> breakdowns = new HashMap<>();
    for (JsonNode row : response.json().get("figures")) {
      String dimension = row.get("dimension").asText();
      if (!dimension.isEmpty()) {
        breakdowns
            .computeIfAbsent(
                String.join(
                    ",", row.get("indicator").asText(), row.get("period").asText(), dimension),
                key -> new ArrayList<>())
            .add(row);
      } else if (!row.get("period").asText().contains("..")) {
        learn(row, YearMonth.parse(response.json().get("to").asText()), Set.of(), false);
      }
    }
    breakdowns.values().forEach(DifferencingIT::learnGroups);
  }

  /** Who is in other is told by who is not: all that are not named. */
  private static void learnGroups(List<JsonNode> rows) {
    Set<String> named =
        rows.stream()
            .map(row -> row.get("group").asText())
            .filter(group -> !group.equals("other"))
            .collect(toSet());
    for (JsonNode row : rows) {
      assertThat(row.get("n").asInt()).isGreaterThanOrEqualTo(THRESHOLD);
      boolean other = row.get("group").asText().equals("other");
      learn(row, LAST, other ? named : Set.of(row.get("group").asText()), other);
    }
  }

  private static void learn(JsonNode row, YearMonth to, Set<String> groups, boolean without) {
    String indicator = row.get("indicator").asText();
    if (!INDICATORS.contains(indicator) || row.get("value").isNull()) {
      return;
    }
    long n = row.get("n").asLong();
    KNOWN.add(
        new Equation(
            indicator,
            row.get("channel").asText(),
            row.get("period").asText(),
            to.isBefore(LAST) ? to : LAST,
            row.get("dimension").asText(),
            groups,
            without,
            n,
            Math.round(row.get("value").asDouble() * n)));
  }

  private static LinearAttack<Answer> attack(String indicator, Predicate<Equation> known) {
    LinearAttack<Answer> attack = new LinearAttack<>(ANSWERS);
    for (Equation equation : KNOWN) {
      if (equation.indicator().equals(indicator) && known.test(equation)) {
        boolean withLate = count(answer -> equation.holds(answer, true)) == equation.n();
        Predicate<Answer> group = answer -> equation.holds(answer, withLate);
        assertThat(count(group)).as(equation.toString()).isEqualTo(equation.n());
        attack.learn(group, equation.dissatisfied());
      }
    }
    return attack;
  }

  private static long count(Predicate<Answer> group) {
    return ANSWERS.stream().filter(group).count();
  }

  private static long dissatisfied(String indicator, Predicate<Answer> group) {
    return ANSWERS.stream().filter(group.and(answer -> answer.dissatisfied(indicator))).count();
  }

  @Test
  void whatIsPublishedIsSolvedRightly() {
    for (String indicator : INDICATORS) {
      LinearAttack<Answer> attack = attack(indicator, equation -> true);
      Predicate<Answer> early = answer -> !answer.late() && answer.has(indicator);
      Predicate<Answer> passports =
          early.and(answer -> answer.categories().get("product").equals("Paspoort"));
      assertThat(attack.solve(passports)).hasValue(dissatisfied(indicator, passports));
    }
    assertThat(asked).isGreaterThan(900);
    assertThat(KNOWN.stream().map(Equation::dimension).collect(toSet()))
        .containsExactlyInAnyOrder("", "location", "product", "wijk", "cluster");
  }

  @Test
  void whatEachDimensionAloneWouldPublishIsSolved() {
    LinearAttack<Answer> attack = attack("overall", equation -> true);
    Predicate<Answer> early = answer -> !answer.late();
    for (String product : List.of("Paspoort", "Rijbewijs")) {
      Predicate<Answer> group =
          early.and(answer -> answer.categories().get("product").equals(product));
      attack.learn(group, dissatisfied("overall", group));
    }
    Predicate<Answer> cluster =
        early.and(answer -> answer.categories().get("cluster").equals("Burgerzaken"));
    attack.learn(cluster, dissatisfied("overall", cluster));
    Predicate<Answer> hidden =
        early.and(answer -> answer.categories().get("product").equals("Naamswijziging"));
    assertThat(attack.solve(hidden)).hasValue(dissatisfied("overall", hidden));
  }

  @Test
  void noGroupUnderThirtyIsSolved() {
    for (String indicator : INDICATORS) {
      LinearAttack<Answer> all = attack(indicator, equation -> true);
      LinearAttack<Answer> cityWide = attack(indicator, equation -> equation.dimension().isEmpty());
      for (Predicate<Answer> group : smallGroups(indicator)) {
        OptionalLong solved = all.solve(group);
        if (solved.isPresent()) {
          assertThat(cityWide.solve(group)).as("what city-wide figures tell").isEqualTo(solved);
        }
      }
    }
  }

  /** Every category, two of one dimension, and a category of one within one of another. */
  private static List<Predicate<Answer>> smallGroups(String indicator) {
    List<Predicate<Answer>> categories = new ArrayList<>();
    for (String dimension : DIMENSIONS) {
      ANSWERS.stream()
          .collect(groupingBy(answer -> answer.categories().get(dimension)))
          .keySet()
          .forEach(
              name -> categories.add(answer -> answer.categories().get(dimension).equals(name)));
    }
    List<Predicate<Answer>> groups = new ArrayList<>(categories);
    for (Predicate<Answer> one : categories) {
      for (Predicate<Answer> other : categories) {
        groups.add(one.and(other));
        groups.add(one.or(other));
        groups.add(one.and(other.negate()));
      }
    }
    return Stream.of(true, false)
        .flatMap(
            late ->
                groups.stream()
                    .map(
                        group ->
                            group.and(answer -> answer.has(indicator) && (late || !answer.late()))))
        .filter(group -> count(group) > 0 && count(group) < THRESHOLD)
        .toList();
  }
}

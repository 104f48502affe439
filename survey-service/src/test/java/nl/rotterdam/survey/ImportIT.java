// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import nl.rotterdam.reporting.document.Conformance;
import nl.rotterdam.reporting.figure.Period.Kind;
import nl.rotterdam.reporting.table.FigureName;
import nl.rotterdam.reporting.table.FigureRow;
import nl.rotterdam.reporting.table.FiguresTable;
import nl.rotterdam.survey.database.TestDatabase;
import nl.rotterdam.survey.figures.ExpectedFigures;
import nl.rotterdam.survey.figures.ExpectedFigures.Result;
import nl.rotterdam.survey.intake.BadFileException;
import nl.rotterdam.survey.intake.FileImport;
import nl.rotterdam.survey.intake.FileImport.Summary;
import nl.rotterdam.survey.intake.History;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Files of the past go in, twice without effect, and give the figures that R gives. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class ImportIT {
  private static final String SOURCE = "default";
  private static final TestClock CLOCK = new TestClock(Instant.parse("2025-06-10T10:00:00Z"));
  private static final String CONTACT_HEADER =
      "externalId,channel,location,product,wijk,cluster,language,startedAt,durationSeconds,"
          + "resolvedFirstTime,emailOrPhone\n";

  @Parameter TestDatabase database;
  @TempDir static Path folder;

  private static SurveyApp app;
  private static Components parts;

  private final List<String> complaints = new ArrayList<>();

  @BeforeParameterizedClassInvocation
  static void start(TestDatabase database) {
    app = SurveyApp.start(database.fresh(), folder, CLOCK, Map.of("sending.poll", "PT1H"));
    parts = app.components();
  }

  @AfterParameterizedClassInvocation
  static void stop() {
    app.close();
  }

  @BeforeEach
  void clear() {
    app.clear();
  }

  private Summary read(Path file, History<?> history) throws IOException {
    return new FileImport(complaints::add, line -> {}).run(file, history);
  }

  private Summary contacts(String lines) throws IOException {
    return read(write("contacts.csv", CONTACT_HEADER + lines), parts.histories().contacts(SOURCE));
  }

  private static Path write(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private static Path unpacked(String name) throws IOException {
    Path file = folder.resolve(name);
    try (InputStream packed =
        new GZIPInputStream(ImportIT.class.getResourceAsStream("/city/" + name + ".gz"))) {
      Files.write(file, packed.readAllBytes());
    }
    return file;
  }

  @Test
  void cityGivesTheFiguresThatRGives() throws Exception {
    for (boolean first : new boolean[] {true, false}) {
      assertThat(read(unpacked("contacts.csv"), parts.histories().contacts(SOURCE)))
          .isEqualTo(first ? new Summary(60_016, 0, 0) : new Summary(0, 60_016, 0));
      assertThat(read(unpacked("answers.csv"), parts.histories().answers(SOURCE)))
          .isEqualTo(first ? new Summary(9_398, 0, 0) : new Summary(0, 9_398, 0));
      assertThat(read(unpacked("callbacks.csv"), parts.histories().callbacks(SOURCE)))
          .isEqualTo(first ? new Summary(2_613, 0, 0) : new Summary(0, 2_613, 0));
    }
    assertThat(complaints).isEmpty();
    assertThat(app.count("contact")).isEqualTo(60_016);
    assertThat(app.count("answer")).isEqualTo(9_398);
    assertThat(app.count("callback_note")).isEqualTo(2_613);

    FiguresTable table = parts.figures().table(YearMonth.of(2025, 5));
    JsonNode expected = new ObjectMapper().readTree(unpacked("expected.json").toFile());
    Result result = ExpectedFigures.compare(table.forThePublic().rows(), expected);
    assertThat(result.differences()).isEmpty();
    assertThat(result.agreeing()).isEqualTo(4513);
    everyContactIsAccountedFor(table);
    if (database == TestDatabase.H2) {
      everyMonthHasAReportThatKeepsTheStandards();
    }
    erasingChangesNoFigureAndNoImport(table);
  }

  /** What open answers are about is found meanwhile, by a round of the service. */
  private static List<FigureRow> withoutThemes(FiguresTable table) {
    return table.rows().stream().filter(row -> row.name() != FigureName.THEME_MENTIONS).toList();
  }

  private void erasingChangesNoFigureAndNoImport(FiguresTable before) throws IOException {
    AtomicInteger asked = new AtomicInteger();
    parts.erasure().run(() -> asked.incrementAndGet() > 1);
    long batch = app.count("answer where invitation_id is null");
    assertThat(batch).as("stopped after the first part").isBetween(1L, 500L);
    parts.erasure().run(() -> false);
    assertThat(app.count("answer where invitation_id is not null or answered_at is not null"))
        .as("answers of the last thirty days")
        .isEqualTo(app.count("invitation where erase_at is not null"))
        .isBetween(1L, 200L);

    app.jdbi()
        .useHandle(
            handle ->
                List.of("month_count", "counted_month", "broken_down_year", "group_score")
                    .forEach(table -> handle.execute("delete from " + table)));
    assertThat(withoutThemes(parts.figures().table(YearMonth.of(2025, 5))))
        .isEqualTo(withoutThemes(before));
    assertThat(read(unpacked("contacts.csv"), parts.histories().contacts(SOURCE)))
        .isEqualTo(new Summary(0, 60_016, 0));
    assertThat(read(unpacked("answers.csv"), parts.histories().answers(SOURCE)))
        .isEqualTo(new Summary(0, 9_398, 0));
    assertThat(complaints).isEmpty();
    assertThat(app.count("answer")).isEqualTo(9_398);
  }

  /** Also the first months, which have hardly a figure. */
  private static void everyMonthHasAReportThatKeepsTheStandards() {
    YearMonth last = YearMonth.of(2025, 5);
    for (YearMonth month = YearMonth.of(2021, 12);
        !month.isAfter(last);
        month = month.plusMonths(1)) {
      String language = month.getMonthValue() % 2 == 0 ? "en" : "nl";
      byte[] pdf = app.components().reports().report(month, language).pdf();
      Conformance.assertAccessibleAndArchivable(pdf);
      assertThat(pdf).as(month.toString()).hasSizeLessThan(200_000);
    }
  }

  private static void everyContactIsAccountedFor(FiguresTable table) {
    Map<String, Long> accounted = new HashMap<>();
    Map<String, Long> contacts = new HashMap<>();
    for (FigureRow row : table.rows()) {
      String subject = row.channel() + " " + row.period();
      switch (row.name()) {
        case NOT_INVITED, INVITED -> accounted.merge(subject, row.figure().n(), Long::sum);
        case CONTACTS -> {
          contacts.merge(subject, row.figure().n(), Long::sum);
          if (table.currentWindow().overlaps(row.period()) && row.period().kind() == Kind.MONTH) {
            String window = row.channel() + " " + table.currentWindow();
            contacts.merge(window, row.figure().n(), Long::sum);
          }
        }
        case RESPONSE_RATE -> {
          if (row.period().kind() != Kind.MONTH) {
            assertThat(invited(table, row)).isEqualTo(row.figure().n());
          }
        }
        default -> {}
      }
    }
    assertThat(accounted)
        .as("six channels, 41 months, four years and twelve months")
        .hasSize(6 * 46);
    assertThat(contacts).containsAllEntriesOf(accounted);
    everyStepOfTheFunnelReconciles(table, contacts);
  }

  private static void everyStepOfTheFunnelReconciles(
      FiguresTable table, Map<String, Long> contacts) {
    Map<FigureName, Map<String, Long>> steps = new EnumMap<>(FigureName.class);
    table
        .rows()
        .forEach(
            row ->
                steps
                    .computeIfAbsent(row.name(), name -> new HashMap<>())
                    .merge(row.channel() + " " + row.period(), row.figure().n(), Long::sum));
    assertThat(steps.get(FigureName.FUNNEL_SENT))
        .hasSize(6 * 46)
        .isEqualTo(steps.get(FigureName.INVITED));
    assertThat(steps.get(FigureName.FUNNEL_OPENED).keySet())
        .as("not known of history")
        .allMatch(subject -> steps.get(FigureName.FUNNEL_SENT).get(subject) == 0);
    steps
        .get(FigureName.FUNNEL_SENT)
        .forEach(
            (subject, sent) -> {
              LongStream way =
                  Stream.of(
                          FigureName.FUNNEL_REACHABLE,
                          FigureName.FUNNEL_ELIGIBLE,
                          FigureName.FUNNEL_SAMPLED,
                          FigureName.FUNNEL_SENT)
                      .mapToLong(step -> steps.get(step).get(subject));
              assertThat(way)
                  .as(subject)
                  .isSortedAccordingTo(Comparator.reverseOrder())
                  .allMatch(number -> number <= contacts.get(subject));
              assertThat(
                      steps.get(FigureName.FUNNEL_PARTIAL).get(subject)
                          + steps.get(FigureName.FUNNEL_COMPLETE).get(subject))
                  .as(subject)
                  .isEqualTo(steps.get(FigureName.ANSWERED).get(subject))
                  .isLessThanOrEqualTo(sent);
            });
  }

  private static long invited(FiguresTable table, FigureRow row) {
    return table
        .find(FigureName.INVITED, Optional.empty(), row.channel(), row.period())
        .orElseThrow()
        .n();
  }

  @Test
  void badLinesAreNamedAndTheGoodOnesGoIn() throws Exception {
    Summary summary =
        contacts(
            """
            a,phone,,Paspoort,,,nl,2025-05-01T10:00:00+02:00,60,true,a@example.org
            b,fax,,,,,nl,2025-05-01T10:00:00+02:00,60,,
            c,phone,,"two
            lines",,,nl,2025-05-01T10:00:00+02:00,60,,
            d,phone,,,,,nl,2025-05-01T10:00:00,60,,
            e,phone,,,,,nl,2025-05-01T10:00:00+02:00,-1,,
            f,phone,,,,,nl,2025-05-01T10:00:00+02:00,60,,nobody
            g,phone,,,,,nl
            h,social,,,,,nl,2025-05-01T10:00:00+02:00,,,+31600000001
            a,phone,,Rijbewijs,,,nl,2025-05-01T10:00:00+02:00,60,true,a@example.org
            ,phone,,,,,nl,2025-05-01T10:00:00+02:00,60,,
            i,phone,,,,,nl,2031-05-01T10:00:00+02:00,60,,
            """);

    assertThat(complaints)
        .containsExactlyInAnyOrder(
            "contacts.csv:3: channel: must be one of counter, phone, chat, social, video",
            "contacts.csv:4: product: must not hold control characters, nor characters that"
                + " turn the direction of text",
            "contacts.csv:6: startedAt: must be a time with offset such as"
                + " 2025-05-14T10:15:00+02:00",
            "contacts.csv:7: durationSeconds: must be greater than or equal to 0",
            "contacts.csv:8: emailOrPhone: must be a telephone number such as +31612345678 or"
                + " 0612345678",
            "contacts.csv:9: line: has 7 cells where the header has 11",
            "contacts.csv:11: externalId: is known with other content",
            "contacts.csv:12: externalId: is required",
            "contacts.csv:13: startedAt: must not be in the future");
    assertThat(summary).isEqualTo(new Summary(2, 0, 9));
    assertThat(app.count("contact")).isEqualTo(2);
  }

  @Test
  void fileWithAnotherHeaderIsRefusedWhole() throws Exception {
    Path file = write("contacts.csv", "externalId,kanaal,startedAt\na,phone,2025-05-01T10:00Z\n");

    assertThatThrownBy(() -> read(file, parts.histories().contacts(SOURCE)))
        .isInstanceOf(BadFileException.class)
        .hasMessageContaining("it lacks channel, emailOrPhone")
        .hasMessageContaining("not known are kanaal");
    assertThat(app.count("contact")).isZero();
  }

  @Test
  void byteOrderMarkAndCarriageReturnsAreNoError() throws Exception {
    Path file =
        write(
            "contacts.csv",
            "\uFEFF"
                + CONTACT_HEADER.replace("\n", "\r\n")
                + "a,chat,,,,,,2025-05-01T10:00:00Z,,,\r\n\r\n");

    assertThat(read(file, parts.histories().contacts(SOURCE))).isEqualTo(new Summary(1, 0, 0));
  }

  @Test
  void answerNeedsAnInvitedContactAndAScore() throws Exception {
    contacts(
        """
        a,phone,,,,,nl,2025-05-01T10:00:00+02:00,60,,a@example.org
        b,phone,,,,,nl,2025-05-01T10:00:00+02:00,60,,
        """);
    String answers =
        """
        externalId,overall,friendliness,clarity,timeliness,answeredAt,comment
        a,,,7,,2025-05-02T10:00:00+02:00,"one
        two"
        b,7,7,7,7,2025-05-02T10:00:00+02:00,
        x,7,7,7,7,2025-05-02T10:00:00+02:00,
        a,8,,7,,2025-05-02T10:00:00+02:00,
        a,11,,7,,2025-05-02T10:00:00+02:00,
        a,,,,,2025-05-02T10:00:00+02:00,
        """;
    Summary summary = read(write("answers.csv", answers), parts.histories().answers(SOURCE));

    assertThat(complaints)
        .containsExactlyInAnyOrder(
            "answers.csv:4: externalId: is no contact of which the resident was invited to answer",
            "answers.csv:5: externalId: is no contact of which the resident was invited to answer",
            "answers.csv:6: externalId: is answered, and otherwise",
            "answers.csv:7: overall: must be less than or equal to 10",
            "answers.csv:8: overall: is required where no other score is given: a whole number"
                + " from 0 to 10");
    assertThat(summary).isEqualTo(new Summary(1, 0, 5));
  }

  @Test
  void laterFileSaysWhichCallBacksWereHandled() throws Exception {
    String header = "createdAt,handledAt\n";
    read(
        write("callbacks.csv", header + "2025-05-01T10:00:00+02:00,\n2025-05-01T10:00:00+02:00,\n"),
        parts.histories().callbacks(SOURCE));
    Path later =
        write(
            "callbacks.csv",
            header
                + "2025-05-01T10:00:00+02:00,\n"
                + "2025-05-01T10:00:00+02:00,2025-05-02T09:00:00+02:00\n"
                + "2025-05-03T10:00:00+02:00,2025-05-02T09:00:00+02:00\n");

    assertThat(read(later, parts.histories().callbacks(SOURCE))).isEqualTo(new Summary(1, 1, 1));
    assertThat(read(later, parts.histories().callbacks(SOURCE))).isEqualTo(new Summary(0, 2, 1));
    assertThat(complaints).first().asString().contains("callbacks.csv:4: handledAt");
    assertThat(app.count("callback_note where place = 2 and handled_at is not null")).isEqualTo(1);
    assertThat(app.count("callback_note")).isEqualTo(2);
  }

  @Test
  void historyThatIsNotLongAgoKeepsAResidentFromBeingAskedTooSoon() throws Exception {
    contacts("a,phone,,,,,nl,2025-05-01T10:00:00+02:00,60,,Jan@Example.org\n");

    SurveyClient client = new SurveyClient(app.url());
    Map<String, String> contact =
        Map.of(
            "externalId", "b",
            "channel", "chat",
            "startedAt", CLOCK.instant().toString(),
            "email", "jan@example.org");
    assertThat(client.report(contact).json().get("reason").asText()).isEqualTo("asked_recently");
  }
}

// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.demo;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import nl.rotterdam.reporting.table.FigureRow;
import nl.rotterdam.survey.contact.NewContact;
import nl.rotterdam.survey.figures.Figures;
import nl.rotterdam.survey.figures.FiguresCsv;
import nl.rotterdam.survey.intake.ContactIntake;
import nl.rotterdam.survey.intake.FileImport;
import nl.rotterdam.survey.intake.Histories;
import nl.rotterdam.survey.intake.History;
import nl.rotterdam.survey.invitation.InvitationSender;
import nl.rotterdam.survey.key.SourceSettings;
import nl.rotterdam.survey.report.MonthlyReports;

/**
 * Builds the made-up city on the service's own parts: what it does not make up, it does as the
 * service does it.
 */
public record DemoBuild(
    Histories histories,
    ContactIntake intake,
    List<InvitationSender> senders,
    Figures figures,
    MonthlyReports reports,
    Clock clock,
    ZoneId zone,
    DemoFiles files) {
  /** In which languages the report is written. */
  static final List<String> LANGUAGES = List.of("nl", "en");

  /** Builds everything, and tells of each step. */
  public void run(PrintStream out) throws Exception {
    DemoSteps steps = new DemoSteps(out, 7);
    CityFiles history = new CityFiles(files.history());
    steps.take("Making up three years of contacts", () -> makeUp(history));
    steps.take("Importing contacts", () -> read(history.contacts(), histories::contacts));
    steps.take("Importing answers", () -> read(history.answers(), histories::answers));
    steps.take("Importing call-back notes", () -> read(history.callbacks(), histories::callbacks));
    steps.take("Asking after new contacts", this::ask);
    YearMonth month = figures.runningMonth().minusMonths(1);
    steps.take("Writing the monthly report", () -> report(month));
    steps.take("Writing the figures", () -> figures(month));
  }

  private String makeUp(CityFiles history) throws IOException {
    CityHistory city = DemoCity.at(clock.instant(), zone);
    history.write(city);
    return "%,d contacts, %,d answers, %,d call-back notes"
        .formatted(city.contacts().size(), city.answers().size(), city.notes().size());
  }

  private static String read(Path file, Function<String, History<?>> kind) throws IOException {
    FileImport.Summary summary =
        new FileImport(
                complaint -> {
                  throw new IllegalStateException("The demo's own file is bad: " + complaint);
                },
                line -> {})
            .run(file, kind.apply(SourceSettings.DEFAULT));
    return "%,d lines of %s".formatted(summary.stored(), file.getFileName());
  }

  private String ask() {
    Instant now = clock.instant();
    List<NewContact> contacts = NewContacts.at(now, zone);
    contacts.forEach(contact -> intake.receive(SourceSettings.DEFAULT, contact));
    int sent = senders.stream().mapToInt(InvitationSender::sendDue).sum();
    return "%d contacts, %d mails and text messages in the outbox".formatted(contacts.size(), sent);
  }

  private String report(YearMonth month) throws IOException {
    for (String language : LANGUAGES) {
      Path folder = files.report(language);
      Files.createDirectories(folder);
      for (Map.Entry<String, byte[]> file : reports.files(month, language).entrySet()) {
        Files.write(folder.resolve(file.getKey()), file.getValue());
      }
    }
    return month + " with its chart, in Dutch and English";
  }

  private String figures(YearMonth month) throws IOException {
    List<FigureRow> rows = figures.table(month).forThePublic().rows();
    try (BufferedWriter writer = Files.newBufferedWriter(files.figures())) {
      FiguresCsv.write(rows, writer);
    }
    return "%,d figures up to %s".formatted(rows.size(), month);
  }
}

// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.report;

import java.net.URI;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.rotterdam.reporting.exhibit.Notation;
import nl.rotterdam.survey.mail.Attachment;
import nl.rotterdam.survey.mail.Mail;
import nl.rotterdam.survey.report.ReportDao.Stored;
import nl.rotterdam.survey.text.Templates;
import nl.rotterdam.survey.text.Texts;

/** What a mail to the distribution list says. */
public final class ReportLetter {
  private final Templates templates;
  private final ReportArchive archive;
  private final List<String> languages;
  private final URI publicUrl;

  /**
   * @param languages of the reports; mails are in the first
   * @param publicUrl the address at which everybody reaches the service
   */
  public ReportLetter(
      Templates templates, ReportArchive archive, List<String> languages, URI publicUrl) {
    this.templates = templates;
    this.archive = archive;
    this.languages = List.copyOf(languages);
    this.publicUrl = publicUrl;
  }

  Mail mail(ReportMail mail) {
    return switch (mail.kind()) {
      case CONCEPT -> report(mail, Standing.CONCEPT);
      case FINAL -> report(mail, Standing.FINAL);
      case REMINDER -> mail(mail, texts(languages.get(0)), Map.of(), List.of());
    };
  }

  private Mail report(ReportMail mail, Standing standing) {
    List<Stored> reports =
        archive.list(mail.month(), standing).stream()
            .sorted(Comparator.comparingInt(report -> place(report.language())))
            .toList();
    Stored first = reports.get(0);
    return mail(
        mail,
        texts(first.language()),
        Map.of("verdict", first.verdict(), "link", publicUrl + ReportResource.path(first)),
        reports.stream().map(this::attachment).toList());
  }

  /** A language that is not set up any more comes last. */
  private int place(String language) {
    return languages.contains(language) ? languages.indexOf(language) : languages.size();
  }

  private Mail mail(
      ReportMail mail, Texts texts, Map<String, String> more, List<Attachment> attachments) {
    String kind = code(mail.kind());
    Notation notation = new Notation(new ReadersWords(texts));
    Map<String, String> month = Map.of("month", notation.month(mail.month()));
    String subject = texts.text("mail." + kind + ".subject", month);
    Map<String, Object> model = new HashMap<>(more);
    model.put("t", texts);
    model.put("kind", kind);
    model.put("values", month);
    model.put("month", mail.month().toString());
    model.put("subject", subject);
    model.put("publicUrl", publicUrl.toString());
    String layout = mail.kind() == MailKind.REMINDER ? "mail/reminder" : "mail/report";
    return new Mail(
        mail.id(),
        mail.recipient(),
        subject,
        templates.render(layout + ".txt.ftl", model),
        templates.render(layout + ".ftlh", model),
        Optional.empty(),
        texts.language(),
        attachments);
  }

  private Attachment attachment(Stored report) {
    return new Attachment(
        fileName(texts(report.language()), report.month(), report.standing()),
        "application/pdf",
        report.pdf());
  }

  private static String fileName(Texts texts, YearMonth month, Standing standing) {
    return texts.text("mail." + code(standing) + ".file", Map.of("month", month));
  }

  private Texts texts(String language) {
    return templates.texts(Issues.AUDIENCE, language).orElseThrow();
  }

  private static String code(Enum<?> name) {
    return name.name().toLowerCase(Locale.ROOT);
  }
}

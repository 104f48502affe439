// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey;

import com.codahale.metrics.MetricRegistry;
import io.dropwizard.lifecycle.Managed;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import nl.rotterdam.survey.answer.AnswerService;
import nl.rotterdam.survey.answer.ScannerWatch;
import nl.rotterdam.survey.answer.SurveyResource;
import nl.rotterdam.survey.contact.ChangedMonths;
import nl.rotterdam.survey.demo.DemoFiles;
import nl.rotterdam.survey.demo.DemoParts;
import nl.rotterdam.survey.figures.Figures;
import nl.rotterdam.survey.figures.FiguresResource;
import nl.rotterdam.survey.figures.PublicationResource;
import nl.rotterdam.survey.figures.Publications;
import nl.rotterdam.survey.figures.Publications.Meaning;
import nl.rotterdam.survey.figures.Publisher;
import nl.rotterdam.survey.intake.ApiKeyFilter;
import nl.rotterdam.survey.intake.ApiKeys;
import nl.rotterdam.survey.intake.BounceResource;
import nl.rotterdam.survey.intake.CellReader;
import nl.rotterdam.survey.intake.ContactFactory;
import nl.rotterdam.survey.intake.ContactIntake;
import nl.rotterdam.survey.intake.ContactResource;
import nl.rotterdam.survey.intake.CountIntake;
import nl.rotterdam.survey.intake.CountResource;
import nl.rotterdam.survey.intake.Histories;
import nl.rotterdam.survey.invitation.AddressCipher;
import nl.rotterdam.survey.invitation.Asking;
import nl.rotterdam.survey.invitation.AskingTimes;
import nl.rotterdam.survey.invitation.Bounces;
import nl.rotterdam.survey.invitation.HashKeyProof;
import nl.rotterdam.survey.invitation.InvitationLetter;
import nl.rotterdam.survey.invitation.InvitationSender;
import nl.rotterdam.survey.invitation.KeyedHash;
import nl.rotterdam.survey.invitation.Links;
import nl.rotterdam.survey.invitation.MailMark;
import nl.rotterdam.survey.invitation.Medium;
import nl.rotterdam.survey.invitation.OptOutResource;
import nl.rotterdam.survey.invitation.QuietHours;
import nl.rotterdam.survey.mail.BounceMailbox;
import nl.rotterdam.survey.mail.Mailer;
import nl.rotterdam.survey.mail.OutboxMailer;
import nl.rotterdam.survey.mail.SmtpMailer;
import nl.rotterdam.survey.privacy.Erasure;
import nl.rotterdam.survey.report.ChartResource;
import nl.rotterdam.survey.report.CouncilPack;
import nl.rotterdam.survey.report.Issues;
import nl.rotterdam.survey.report.MonthlyReports;
import nl.rotterdam.survey.report.PackResource;
import nl.rotterdam.survey.report.ReportArchive;
import nl.rotterdam.survey.report.ReportCalendar;
import nl.rotterdam.survey.report.ReportLetter;
import nl.rotterdam.survey.report.ReportResource;
import nl.rotterdam.survey.report.ReportRound;
import nl.rotterdam.survey.report.ReportSender;
import nl.rotterdam.survey.report.VerdictResource;
import nl.rotterdam.survey.sms.GsmText;
import nl.rotterdam.survey.sms.OutboxSms;
import nl.rotterdam.survey.sms.SmppCarrier;
import nl.rotterdam.survey.sms.SmsCarrier;
import nl.rotterdam.survey.text.Pages;
import nl.rotterdam.survey.text.PrivacyResource;
import nl.rotterdam.survey.text.Templates;
import nl.rotterdam.survey.text.Texts;
import nl.rotterdam.survey.text.Theme;
import nl.rotterdam.survey.text.ThemeResource;
import org.jdbi.v3.core.Jdbi;

/**
 * The one place that says {@code new}: everything the server and the commands are made of.
 *
 * @param hashKey whether the key is the one of this database
 * @param reportRound what makes and mails the reports that are due
 * @param erasure what erases what is not needed any more
 * @param senders what sends invitations, one for each medium that is sent
 * @param carriers what they send by, to be closed at the end, and the mailbox of what comes back
 * @param resources what the server answers with
 */
record Components(
    HashKeyProof hashKey,
    ContactIntake intake,
    Histories histories,
    Figures figures,
    Publisher publisher,
    MonthlyReports reports,
    ReportRound reportRound,
    Erasure erasure,
    CouncilPack pack,
    Templates templates,
    Pages pages,
    List<InvitationSender> senders,
    List<Managed> carriers,
    List<Object> resources) {

  static Components build(
      SurveyConfiguration config,
      Jdbi jdbi,
      Clock clock,
      MetricRegistry metrics,
      CellReader cells) {
    ZoneId zone = config.timeZone();
    Keys keys = config.keys();
    ApiKeys apiKeys = new ApiKeys(config.apiKeys(keys));
    Templates templates = new Templates(config.templates());
    requireTexts(config, templates);
    Theme theme = config.theme();
    Pages pages =
        new Pages(
            templates,
            config.languages(),
            config.publicUrl(),
            theme,
            config.pages().accessibilityStatement());
    Links links = new Links(config.publicUrl(), keys.linkKey());
    MailMark marks = new MailMark(keys.linkKey());
    InvitationLetter letter = new InvitationLetter(templates, pages, links, marks, zone);
    requireFittingSms(letter, pages);

    ChangedMonths changed = new ChangedMonths(jdbi, clock, zone);
    AddressCipher cipher = new AddressCipher(keys.addressKey(), config.otherAddressKeys());
    AskingTimes times =
        new AskingTimes(
            config.asking(),
            new QuietHours(config.asking(), config.calendar().toWorkingDays(), zone),
            zone);
    Asking asking = new Asking(config.asking(), times, keys.hashKey(), cipher, links);
    ContactFactory factory =
        new ContactFactory(clock, zone, new KeyedHash(keys.hashKey(), "contact"));
    ContactIntake intake =
        new ContactIntake(jdbi, changed, config.asking(), factory, asking, links, clock);
    CountIntake counts = new CountIntake(jdbi, clock, zone);
    AnswerService answers =
        new AnswerService(jdbi, changed, new ScannerWatch(config.answering(), metrics), clock);
    Publications publications = new Publications(jdbi);
    Figures figures = figures(jdbi, publications, clock, zone, config);
    String software = SoftwareVersion.read();
    Publisher publisher =
        new Publisher(
            figures,
            publications,
            new Meaning(config.figures(), config.calendar()),
            software,
            clock);
    Issues issues = new Issues(figures, templates, clock, zone, config.publicUrl());
    CouncilPack pack = new CouncilPack(issues, software);

    Mailer mailer =
        config.mail().usesOutbox()
            ? new OutboxMailer(config.outbox(), config.mail(), clock)
            : new SmtpMailer(config.mail(), clock);
    SmsCarrier sms =
        config.sms().usesOutbox() ? new OutboxSms(config.outbox()) : new SmppCarrier(config.sms());
    InvitationSender mails =
        new InvitationSender(
            Medium.EMAIL,
            (invitation, contact, to) -> mailer.send(letter.mail(invitation, contact, to)),
            jdbi,
            changed,
            clock,
            times,
            cipher,
            config.sending(),
            metrics);
    InvitationSender texts =
        new InvitationSender(
            Medium.SMS,
            (invitation, contact, to) -> sms.send(letter.sms(invitation, contact, to)),
            jdbi,
            changed,
            clock,
            times,
            cipher,
            config.sending(),
            metrics);

    Bounces bounces = new Bounces(marks, jdbi, changed, clock, metrics);
    List<Managed> carriers = new ArrayList<>(List.of(closing(mailer), closing(sms)));
    if (config.mail().bounces().isUsed()) {
      carriers.add(new BounceMailbox(config.mail().bounces(), config.mail(), bounces::take));
    }

    MonthlyReports reports = new MonthlyReports(issues);
    ReportArchive archive = new ReportArchive(jdbi, clock);
    requireReportTexts(config, issues);
    ReportRound round =
        new ReportRound(
            new ReportCalendar(
                config.calendar().toWorkingDays(),
                config.reports().workingDay(),
                LocalTime.parse(config.reports().time()),
                zone),
            config.reports(),
            config.asking().maxAge(),
            reports,
            figures,
            jdbi,
            archive,
            new ReportSender(
                jdbi,
                new ReportLetter(
                    templates, archive, config.reports().languages(), config.publicUrl()),
                mailer,
                clock,
                config.sending(),
                metrics),
            clock);

    List<Object> resources = new ArrayList<>();
    resources.add(new ApiKeyFilter(apiKeys));
    resources.add(new ContactResource(intake));
    resources.add(new CountResource(counts));
    resources.add(new BounceResource(bounces));
    resources.add(new SurveyResource(answers, pages));
    resources.add(new OptOutResource(jdbi, changed, clock, pages));
    resources.add(new PrivacyResource(config.privacy(), pages));
    resources.add(new ThemeResource(theme));
    resources.add(new FiguresResource(figures, apiKeys));
    resources.add(new PublicationResource(figures, publications, publisher, apiKeys));
    resources.add(new VerdictResource(figures, issues));
    resources.add(new ChartResource(issues, figures));
    resources.add(new ReportResource(figures, archive, apiKeys));
    resources.add(new PackResource(pack, figures, apiKeys));
    config
        .demo()
        .map(DemoFiles::new)
        .map(
            files ->
                DemoParts.of(jdbi, clock, zone, links, intake, figures, templates, pages, files))
        .ifPresent(resources::addAll);

    return new Components(
        new HashKeyProof(jdbi, keys.hashKey()),
        intake,
        new Histories(jdbi, clock, zone, changed, cells, factory, asking, counts),
        figures,
        publisher,
        reports,
        round,
        new Erasure(jdbi, clock),
        pack,
        templates,
        pages,
        List.of(mails, texts),
        List.copyOf(carriers),
        List.copyOf(resources));
  }

  /**
   * Before anything is hashed, on a database that has its tables.
   *
   * @throws SettingException where the database knows another key
   */
  void requireHashKey() {
    if (!hashKey.holds()) {
      throw new SettingException(
          "HASH_KEY (or ADDRESS_KEY, where it is not set) is not the key by which this database knows"
              + " who opted out and who was asked lately; set HASH_KEY to the key of before.");
    }
  }

  private static Figures figures(
      Jdbi jdbi, Publications publications, Clock clock, ZoneId zone, SurveyConfiguration config) {
    try {
      return new Figures(jdbi, publications, clock, zone, config.figures(), config.calendar());
    } catch (IllegalArgumentException e) {
      throw new SettingException(
          "figures.baseline (BASELINE) and figures.confirmatory (CONFIRMATORY) do not fit: "
              + e.getMessage()
              + ".");
    }
  }

  private static void requireTexts(SurveyConfiguration config, Templates templates) {
    for (String language : config.languages()) {
      if (templates.texts(Pages.AUDIENCE, language).isEmpty()) {
        throw new SettingException(
            "languages names %s, of which there are no texts (residents_%s.properties)."
                .formatted(language, language));
      }
    }
  }

  private static void requireReportTexts(SurveyConfiguration config, Issues issues) {
    for (String language : config.reports().languages()) {
      if (!issues.speaks(language)) {
        throw new SettingException(
            "reports.languages names %s, of which there are no texts (report_%s.properties)."
                .formatted(language, language));
      }
    }
  }

  private static void requireFittingSms(InvitationLetter letter, Pages pages) {
    for (Texts texts : pages.all()) {
      GsmText.objection(letter.longestSms(texts))
          .ifPresent(
              objection -> {
                throw new SettingException(
                    "The text sms.invitation in residents_%s.properties, with a link that begins"
                            .formatted(texts.language())
                        + " with publicUrl (PUBLIC_URL), "
                        + objection
                        + ".");
              });
    }
  }

  private static Managed closing(AutoCloseable carrier) {
    return new Managed() {
      @Override
      public void stop() throws Exception {
        carrier.close();
      }
    };
  }
}

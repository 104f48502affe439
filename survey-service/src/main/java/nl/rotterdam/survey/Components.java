// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey;

import com.codahale.metrics.MetricRegistry;
import io.dropwizard.lifecycle.Managed;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.rotterdam.reporting.operation.CallbackDeadline;
import nl.rotterdam.survey.answer.AnswerService;
import nl.rotterdam.survey.answer.CallBackResource;
import nl.rotterdam.survey.answer.CallBacks;
import nl.rotterdam.survey.answer.ScannerWatch;
import nl.rotterdam.survey.answer.SurveyResource;
import nl.rotterdam.survey.audit.AuditLog;
import nl.rotterdam.survey.audit.SettingsWatch;
import nl.rotterdam.survey.contact.ChangedMonths;
import nl.rotterdam.survey.contact.PhoneNumber;
import nl.rotterdam.survey.contact.SourceDays;
import nl.rotterdam.survey.demo.DemoFiles;
import nl.rotterdam.survey.demo.DemoParts;
import nl.rotterdam.survey.dialogue.DialogueStart;
import nl.rotterdam.survey.dialogue.DialogueTexts;
import nl.rotterdam.survey.dialogue.Dialogues;
import nl.rotterdam.survey.dialogue.Listener;
import nl.rotterdam.survey.dialogue.ReplySender;
import nl.rotterdam.survey.download.DownloadRound;
import nl.rotterdam.survey.download.Downloads;
import nl.rotterdam.survey.download.FiguresContents;
import nl.rotterdam.survey.download.Order;
import nl.rotterdam.survey.download.PackContents;
import nl.rotterdam.survey.download.ReportsContents;
import nl.rotterdam.survey.figures.Figures;
import nl.rotterdam.survey.figures.FiguresResource;
import nl.rotterdam.survey.figures.PublicationResource;
import nl.rotterdam.survey.figures.Publications;
import nl.rotterdam.survey.figures.Publications.Meaning;
import nl.rotterdam.survey.figures.Publisher;
import nl.rotterdam.survey.intake.BounceResource;
import nl.rotterdam.survey.intake.BulkResource;
import nl.rotterdam.survey.intake.CallbackIntake;
import nl.rotterdam.survey.intake.CallbackResource;
import nl.rotterdam.survey.intake.CellReader;
import nl.rotterdam.survey.intake.ContactBulk;
import nl.rotterdam.survey.intake.ContactFactory;
import nl.rotterdam.survey.intake.ContactIntake;
import nl.rotterdam.survey.intake.ContactResource;
import nl.rotterdam.survey.intake.CountIntake;
import nl.rotterdam.survey.intake.CountResource;
import nl.rotterdam.survey.intake.EventResource;
import nl.rotterdam.survey.intake.Events;
import nl.rotterdam.survey.intake.Fates;
import nl.rotterdam.survey.intake.Histories;
import nl.rotterdam.survey.intake.NotifyReceiptResource;
import nl.rotterdam.survey.intake.NotifyTokenFilter;
import nl.rotterdam.survey.intake.WebhookDeliveryResource;
import nl.rotterdam.survey.invitation.AddressCipher;
import nl.rotterdam.survey.invitation.Asking;
import nl.rotterdam.survey.invitation.AskingSettings.ChannelSettings;
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
import nl.rotterdam.survey.invitation.OptOuts;
import nl.rotterdam.survey.invitation.QuietHours;
import nl.rotterdam.survey.invitation.Receipts;
import nl.rotterdam.survey.invitation.SendingStatus;
import nl.rotterdam.survey.invitation.StoppedAddresses;
import nl.rotterdam.survey.key.ApiKeyFilter;
import nl.rotterdam.survey.key.ApiKeys;
import nl.rotterdam.survey.key.SourceKeys;
import nl.rotterdam.survey.kiosk.KioskResource;
import nl.rotterdam.survey.kiosk.KioskService;
import nl.rotterdam.survey.kiosk.Kiosks;
import nl.rotterdam.survey.mail.BounceMailbox;
import nl.rotterdam.survey.mail.Mailer;
import nl.rotterdam.survey.mail.OutboxMailer;
import nl.rotterdam.survey.mail.SmtpMailer;
import nl.rotterdam.survey.notify.NotifyAccount;
import nl.rotterdam.survey.notify.NotifyMailer;
import nl.rotterdam.survey.notify.NotifySettings;
import nl.rotterdam.survey.notify.NotifySmsCarrier;
import nl.rotterdam.survey.openklant.NotificationFilter;
import nl.rotterdam.survey.openklant.NotificationResource;
import nl.rotterdam.survey.openklant.OpenKlant;
import nl.rotterdam.survey.openklant.OpenKlantSettings;
import nl.rotterdam.survey.privacy.Erasure;
import nl.rotterdam.survey.report.ChartResource;
import nl.rotterdam.survey.report.CouncilPack;
import nl.rotterdam.survey.report.Issues;
import nl.rotterdam.survey.report.MonthlyReports;
import nl.rotterdam.survey.report.PackResource;
import nl.rotterdam.survey.report.PublicationNotice;
import nl.rotterdam.survey.report.ReportArchive;
import nl.rotterdam.survey.report.ReportCalendar;
import nl.rotterdam.survey.report.ReportLetter;
import nl.rotterdam.survey.report.ReportResource;
import nl.rotterdam.survey.report.ReportRound;
import nl.rotterdam.survey.report.ReportSender;
import nl.rotterdam.survey.report.VerdictResource;
import nl.rotterdam.survey.signal.SignalFeedResource;
import nl.rotterdam.survey.signal.SignalIndex;
import nl.rotterdam.survey.signal.SignalRound;
import nl.rotterdam.survey.signal.Signals;
import nl.rotterdam.survey.signal.Themes;
import nl.rotterdam.survey.signin.Door;
import nl.rotterdam.survey.signin.OwnFormFilter;
import nl.rotterdam.survey.signin.RoleFilter;
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
import nl.rotterdam.survey.webhook.WebhookOutbox;
import nl.rotterdam.survey.webhook.WebhookSender;
import nl.rotterdam.survey.workplace.Administration;
import nl.rotterdam.survey.workplace.Concerns;
import nl.rotterdam.survey.workplace.Shelf;
import nl.rotterdam.survey.workplace.Workplace;
import nl.rotterdam.survey.workplace.WorkplacePages;
import org.jdbi.v3.core.Jdbi;

/**
 * The one place that says {@code new}: everything the server and the commands are made of.
 *
 * @param hashKey whether the key is the one of this database
 * @param openKlant what fetches what Open Klant told of
 * @param reportRound what makes and mails the reports that are due
 * @param erasure what erases what is not needed any more
 * @param sourceKeys where keys of source systems are made
 * @param kiosks where counter screens are set up
 * @param kioskService what takes their answers
 * @param senders what sends invitations, one for each medium that is sent
 * @param dialogues what ends the surveys by text message that are over
 * @param listener what takes the text messages of residents
 * @param replies what sends the replies to them
 * @param carriers what they send by, to be closed at the end, and the mailbox of what comes back
 * @param outbox where what is told to other systems waits
 * @param webhooks what tells it
 * @param door by which employees are let in
 * @param settingsWatch what notes at a start which settings have changed
 * @param signalRound what lets open answers out to those who read them
 * @param signalIndex what they are searched by
 * @param downloadRound what makes what employees wait for
 * @param resources what the server answers with
 */
record Components(
    HashKeyProof hashKey,
    ContactIntake intake,
    OpenKlant openKlant,
    Histories histories,
    Figures figures,
    Publisher publisher,
    MonthlyReports reports,
    ReportRound reportRound,
    Erasure erasure,
    SourceKeys sourceKeys,
    Kiosks kiosks,
    KioskService kioskService,
    CouncilPack pack,
    Templates templates,
    Pages pages,
    List<InvitationSender> senders,
    Dialogues dialogues,
    Listener listener,
    ReplySender replies,
    List<Managed> carriers,
    WebhookOutbox outbox,
    WebhookSender webhooks,
    Door door,
    AuditLog audit,
    Runnable settingsWatch,
    SignalRound signalRound,
    SignalIndex signalIndex,
    DownloadRound downloadRound,
    List<Object> resources) {

  static Components build(
      SurveyConfiguration config,
      Jdbi jdbi,
      Clock clock,
      MetricRegistry metrics,
      CellReader cells) {
    ZoneId zone = config.timeZone();
    Keys keys = config.keys();
    AuditLog audit = new AuditLog(jdbi, clock);
    ApiKeys apiKeys = new ApiKeys(config.apiKeys(keys), jdbi, clock);
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
    requireDialogue(config, pages);

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
    SourceDays sourceDays = new SourceDays(jdbi, clock, zone);
    ContactIntake intake =
        new ContactIntake(
            jdbi, changed, config.asking(), factory, asking, links, sourceDays, clock);
    CallbackDeadline deadline = new CallbackDeadline(config.calendar().toWorkingDays(), zone);
    CallbackIntake callbacks = new CallbackIntake(jdbi, changed, deadline, clock, zone);
    CountIntake counts = new CountIntake(jdbi, clock, zone);
    AnswerService answers =
        new AnswerService(jdbi, changed, new ScannerWatch(config.answering(), metrics), clock);
    KioskService kioskService = new KioskService(jdbi, config.kiosk(), clock, zone, metrics);
    WebhookOutbox outbox =
        new WebhookOutbox(jdbi, config.webhooks(), cipher, config.publicUrl(), clock);
    CallBacks callBacks = new CallBacks(jdbi, outbox, keys.hashKey(), clock);
    Publications publications = new Publications(jdbi);
    Figures figures = figures(jdbi, publications, clock, zone, config);
    String software = SoftwareVersion.read();
    Publisher publisher =
        new Publisher(
            figures,
            publications,
            new Meaning(config.figures(), config.calendar()),
            software,
            jdbi,
            new PublicationNotice(outbox, config.publicUrl(), config.reports())::tell,
            clock);
    Issues issues = new Issues(figures, templates, clock, zone, config.publicUrl());
    CouncilPack pack = new CouncilPack(issues, software);

    Mailer mailer =
        config.mail().usesOutbox()
            ? new OutboxMailer(config.outbox(), config.mail(), clock)
            : new SmtpMailer(config.mail(), clock);
    NotifySettings notify = config.notifyAccount();
    config.requireOneCarrierEach();
    Mailer residents =
        notify.carriesMails()
            ? new NotifyMailer(new NotifyAccount(notify), notify.mailTemplate())
            : mailer;
    Dialogues dialogues = new Dialogues(jdbi, answers, changed, config.dialogue(), clock);
    Listener listener =
        new Listener(
            jdbi,
            dialogues,
            new OptOuts(jdbi, changed, clock),
            pages,
            keys.hashKey(),
            cipher,
            config.dialogue(),
            clock,
            metrics);
    Receipts receipts = new Receipts(jdbi, changed, clock, metrics);
    SmsCarrier sms =
        notify.carriesTexts()
            ? new NotifySmsCarrier(new NotifyAccount(notify), notify.smsTemplate())
            : config.sms().usesOutbox()
                ? new OutboxSms(config.outbox())
                : new SmppCarrier(
                    config.sms(),
                    receipts::take,
                    from -> PhoneNumber.parse(from).map(PhoneNumber::e164),
                    listener,
                    metrics);
    InvitationSender mails =
        new InvitationSender(
            Medium.EMAIL,
            (invitation, contact, to) -> {
              residents.send(letter.mail(invitation, contact, to));
              return Optional.empty();
            },
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
            new DialogueStart(jdbi, config.asking(), letter, pages, sms),
            jdbi,
            changed,
            clock,
            times,
            cipher,
            config.sending(),
            metrics);

    ReplySender replies =
        new ReplySender(jdbi, sms, cipher, pages, times, config.sending(), clock, metrics);

    Bounces bounces = new Bounces(marks, jdbi, changed, clock, metrics);
    List<Managed> carriers =
        new ArrayList<>(
            List.of(closing(mailer), sms instanceof SmppCarrier smpp ? smpp : closing(sms)));
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
    resources.add(new ContactResource(intake, new Fates(jdbi, templates, clock)));
    resources.add(new BulkResource(new ContactBulk(intake), intake, cells, config.imports()));
    resources.add(new CallbackResource(callbacks));
    resources.add(new CountResource(counts));
    resources.add(new BounceResource(bounces));
    resources.add(
        new EventResource(
            new Events(
                jdbi, intake, callbacks, cells, new KeyedHash(keys.hashKey(), "event"), clock)));
    OpenKlantSettings openKlantSettings = config.openKlant();
    OpenKlant openKlant =
        new OpenKlant(
            openKlantSettings, config.asking(), jdbi, intake, callbacks, cells, clock, metrics);
    if (openKlantSettings.isUsed()) {
      resources.add(new NotificationFilter(openKlantSettings.authorization()));
      resources.add(new NotificationResource(openKlant));
    }
    if (!notify.receiptToken().isEmpty()) {
      resources.add(new NotifyTokenFilter(notify.receiptToken()));
      resources.add(new NotifyReceiptResource(marks, receipts::take));
    }
    resources.add(new SurveyResource(answers, callBacks, pages));
    resources.add(new CallBackResource(callBacks, pages));
    resources.add(new WebhookDeliveryResource(outbox));
    resources.add(new KioskResource(kioskService, pages));
    resources.add(new OptOutResource(links, jdbi, changed, clock, pages));
    resources.add(new PrivacyResource(config.privacy(), pages, callBacks.isOffered()));
    resources.add(new ThemeResource(theme));
    resources.add(new FiguresResource(figures, apiKeys));
    resources.add(new PublicationResource(figures, publications, publisher, apiKeys, audit));
    resources.add(new VerdictResource(figures, issues));
    resources.add(new ChartResource(issues, figures));
    resources.add(new ReportResource(figures, archive, apiKeys));
    resources.add(new PackResource(pack, figures, apiKeys));
    Themes themes = config.themes();
    Signals signals = new Signals(jdbi, changed, clock);
    SignalIndex signalIndex =
        new SignalIndex(jdbi, config.dataDir().resolve("signals"), config.signals().poll(), clock);
    resources.add(new SignalFeedResource(signals));
    SourceKeys sourceKeys = new SourceKeys(jdbi, clock);
    Door door = Door.of(config.signIn(), jdbi, config.publicUrl(), clock);
    if (config.hasWorkplace()) {
      resources.add(new RoleFilter(door.sessions(), door.cookies(), pages.path(Door.PATH)));
      resources.add(new OwnFormFilter());
      WorkplacePages workplace = new WorkplacePages(pages, templates);
      resources.addAll(
          new Workplace(
                  workplace,
                  door,
                  audit,
                  figures,
                  issues,
                  new Concerns(
                      List.of(mails, texts),
                      sourceDays,
                      config.calendar().toWorkingDays(),
                      clock,
                      zone),
                  config.publicUrl(),
                  new Shelf(figures, publications, archive, config.reports().recipients()),
                  archive,
                  reports,
                  publisher,
                  new Downloads(jdbi, clock),
                  signals,
                  signalIndex,
                  themes,
                  zone)
              .resources());
      resources.addAll(
          new Administration(
                  workplace,
                  door,
                  audit,
                  sourceKeys,
                  config.sourceNames(),
                  new SendingStatus(jdbi, clock, zone),
                  List.of(mails, texts),
                  outbox,
                  Optional.of(sms)
                      .filter(SmppCarrier.class::isInstance)
                      .map(SmppCarrier.class::cast)
                      .filter(SmppCarrier::receives),
                  new Fates(jdbi, templates, clock),
                  new StoppedAddresses(jdbi, changed, keys.hashKey(), clock, zone),
                  () -> SettingsInForce.of(config).shown(),
                  clock,
                  zone)
              .resources());
    }
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
        openKlant,
        new Histories(jdbi, clock, changed, cells, factory, asking, callbacks, counts),
        figures,
        publisher,
        reports,
        round,
        new Erasure(jdbi, times, deadline, clock),
        sourceKeys,
        new Kiosks(jdbi, links, clock),
        kioskService,
        pack,
        templates,
        pages,
        List.of(mails, texts),
        dialogues,
        listener,
        replies,
        List.copyOf(carriers),
        outbox,
        new WebhookSender(jdbi, config.webhooks(), cipher, config.sending(), clock, metrics),
        door,
        audit,
        () ->
            new SettingsWatch(jdbi, audit, new KeyedHash(keys.hashKey(), "setting")::of)
                .started(SettingsInForce.of(config).valueByName()),
        new SignalRound(
            jdbi,
            themes,
            config.signals().together(),
            changed,
            outbox,
            config.publicUrl() + SignalFeedResource.PATH,
            clock),
        signalIndex,
        new DownloadRound(
            jdbi,
            Map.of(
                Order.Kind.PACK, new PackContents(pack, figures),
                Order.Kind.REPORTS, new ReportsContents(reports, archive),
                Order.Kind.FIGURES, new FiguresContents(figures)),
            clock),
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

  private static void requireDialogue(SurveyConfiguration config, Pages pages) {
    for (Texts texts : pages.all()) {
      DialogueTexts.objection(texts)
          .ifPresent(
              objection -> {
                throw new SettingException(
                    "In residents_%s.properties the text %s."
                        .formatted(texts.language(), objection));
              });
    }
    boolean dialogue =
        config.asking().channels().values().stream().anyMatch(ChannelSettings::asksByDialogue);
    if (dialogue && config.notifyAccount().carriesTexts()) {
      throw new SettingException(
          "asking.channels has sms: dialogue (SMS_FORM), and residents' answers do not come by NotifyNL:"
              + " set SMS_FORM to link, or leave notify.smsTemplate (NOTIFY_SMS_TEMPLATE) empty.");
    }
    if (dialogue && !config.sms().usesOutbox() && !config.sms().bringsAnswers()) {
      throw new SettingException(
          "asking.channels has sms: dialogue (SMS_FORM), so residents must be able to answer: sms.bind"
              + " (SMPP_BIND) must be transceiver and sms.sender (SMPP_SENDER) a number or a short"
              + " code, since nobody can answer a name.");
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

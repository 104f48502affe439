// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.core.Configuration;
import io.dropwizard.db.DataSourceFactory;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.rotterdam.survey.Keys.Name;
import nl.rotterdam.survey.answer.AnsweringSettings;
import nl.rotterdam.survey.api.ApiSettings;
import nl.rotterdam.survey.database.DatabaseSettings;
import nl.rotterdam.survey.dialogue.DialogueSettings;
import nl.rotterdam.survey.figures.CalendarSettings;
import nl.rotterdam.survey.figures.FigureSettings;
import nl.rotterdam.survey.intake.CsvMapping;
import nl.rotterdam.survey.intake.MappingSettings;
import nl.rotterdam.survey.invitation.AskingSettings;
import nl.rotterdam.survey.invitation.SendingSettings;
import nl.rotterdam.survey.key.SourceSettings;
import nl.rotterdam.survey.kiosk.KioskSettings;
import nl.rotterdam.survey.mail.MailSettings;
import nl.rotterdam.survey.notify.NotifySettings;
import nl.rotterdam.survey.openklant.OpenKlantSettings;
import nl.rotterdam.survey.report.ReportSettings;
import nl.rotterdam.survey.signal.SignalSettings;
import nl.rotterdam.survey.signal.Themes;
import nl.rotterdam.survey.signin.SignInSettings;
import nl.rotterdam.survey.sms.SmsSettings;
import nl.rotterdam.survey.text.PageSettings;
import nl.rotterdam.survey.text.PrivacySettings;
import nl.rotterdam.survey.text.Theme;
import nl.rotterdam.survey.webhook.WebhookSettings;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Typed, validated view of config.yml. */
public final class SurveyConfiguration extends Configuration {
  private static final Logger LOG = LoggerFactory.getLogger(SurveyConfiguration.class);

  @JsonProperty @NotEmpty private String dataDir;

  @JsonProperty
  @NotNull
  @Pattern(
      regexp = "https?://[A-Za-z0-9.:\\[\\]-]+(/[A-Za-z0-9._~/-]*[A-Za-z0-9._~-])?",
      message =
          "must be the address that residents reach, such as https://enquete.rotterdam.nl,"
              + " without a slash at the end (PUBLIC_URL)")
  private String publicUrl;

  @JsonProperty @NotNull private ZoneId timeZone;
  @JsonProperty private String templates;
  @JsonProperty @NotEmpty private List<@NotEmpty String> languages;
  @JsonProperty @NotNull @Valid private PageSettings pages;
  @JsonProperty @NotNull @Valid private PrivacySettings privacy;
  @JsonProperty @NotNull @Valid private ApiSettings api;
  @JsonProperty @NotNull @Valid private DatabaseSettings database;
  @JsonProperty @NotNull @Valid private KeySettings keys;
  @JsonProperty @NotEmpty private List<@NotNull @Valid SourceSettings> sources;
  @JsonProperty @NotNull private Map<String, @NotNull @Valid MappingSettings> imports;
  @JsonProperty @NotNull @Valid private OpenKlantSettings openKlant;
  @JsonProperty @NotNull @Valid private AskingSettings asking;
  @JsonProperty @NotNull @Valid private SendingSettings sending;
  @JsonProperty @NotNull @Valid private AnsweringSettings answering;
  @JsonProperty @NotNull @Valid private DialogueSettings dialogue;
  @JsonProperty @NotNull @Valid private KioskSettings kiosk;
  @JsonProperty @NotNull @Valid private MailSettings mail;
  @JsonProperty @NotNull @Valid private SmsSettings sms;
  @JsonProperty @NotNull @Valid private NotifySettings notify;
  @JsonProperty @NotNull @Valid private FigureSettings figures;
  @JsonProperty @NotNull @Valid private CalendarSettings calendar;
  @JsonProperty @NotNull @Valid private ReportSettings reports;

  @JsonProperty @NotNull @Valid private SignInSettings signIn;
  @JsonProperty @NotNull @Valid private SignalSettings signals;

  @JsonProperty @NotNull private List<@NotNull @Valid WebhookSettings> webhooks;
  @JsonProperty @NotNull private List<@NotEmpty String> webhookHosts;

  @JsonProperty
  @NotNull
  @DurationMin(millis = 1)
  @DurationMax(hours = 1)
  private Duration webhookPoll;

  @JsonProperty
  @NotNull
  @DurationMin(millis = 1)
  @DurationMax(hours = 1)
  private Duration downloadPoll;

  private Path folder = Path.of("");
  private Optional<Path> demo = Optional.empty();

  /**
   * Secrets that differ per installation; empty: made into a file, on the embedded default only.
   *
   * @param address writes addresses
   * @param otherAddresses only read them: the keys of before, and the next one
   * @param hash knows addresses again; empty: the same as address
   * @param link makes the tokens in links
   */
  public record KeySettings(
      String address, @NotNull List<@NotNull String> otherAddresses, String hash, String link) {
    @Override
    public String toString() {
      return "KeySettings[...]";
    }
  }

  /** Paths in the file are relative to its folder. */
  void locate(Path configFolder) {
    this.folder = configFolder;
  }

  /**
   * Makes these the settings of the demo, whatever they were: all that it keeps lies in a folder of
   * its own, with keys of its own; nobody is written to; and new contacts are asked about at once.
   *
   * @param ownFigures what its made-up history is measured against
   */
  void toDemo(URI url, FigureSettings ownFigures) {
    Path own = dataDir().resolve("demo");
    demo = Optional.of(own);
    dataDir = own.toString();
    publicUrl = url.toString();
    database = new DatabaseSettings("jdbc:h2:file:" + own.resolve("peilschaal"), "", "");
    keys = new KeySettings("", List.of(), "", "");
    sources = List.of(new SourceSettings(SourceSettings.DEFAULT, "", null));
    openKlant = openKlant.toNone();
    asking = asking.atOnce();
    answering = answering.off();
    mail = mail.toOutbox();
    sms = sms.toOutbox();
    notify = notify.toNone();
    webhooks = List.of();
    signIn = signIn.toLocal();
    figures = ownFigures.atOnce();
  }

  /** The demo's folder; empty for the service itself. */
  Optional<Path> demo() {
    return demo;
  }

  /** Where everything is kept that the service makes. */
  public Path dataDir() {
    return folder.resolve(dataDir).toAbsolutePath().normalize();
  }

  /** Where mails and text messages go while there is no carrier. */
  public Path outbox() {
    return dataDir().resolve("outbox");
  }

  /** The municipality's own texts and layouts, which take precedence. */
  Optional<Path> templates() {
    return Optional.ofNullable(templates)
        .filter(path -> !path.isBlank())
        .map(path -> folder.resolve(path).toAbsolutePath().normalize());
  }

  /** The municipality's own look, or the neutral one. */
  Theme theme() {
    if (pages.theme().isEmpty()) {
      return Theme.neutral();
    }
    try {
      return Theme.read(folder.resolve(pages.theme()).toAbsolutePath().normalize());
    } catch (IllegalArgumentException e) {
      throw new SettingException("pages.theme (THEME) " + e.getMessage() + ".");
    }
  }

  /** Refuses a door that lets nobody in, or the wrong ones. */
  SignInSettings signIn() {
    signIn
        .objection()
        .ifPresent(
            objection -> {
              throw new SettingException("signIn." + objection + ".");
            });
    return signIn;
  }

  /** Whether employees can sign in at all: nobody guesses a password on a real database. */
  boolean hasWorkplace() {
    return embedded() || signIn.hasProvider();
  }

  boolean hasLocalAdministrator() {
    return embedded() && !signIn.hasProvider();
  }

  SignalSettings signals() {
    return signals;
  }

  /** What open answers are about. */
  Themes themes() {
    try {
      return new Themes(signals.themes());
    } catch (IllegalArgumentException e) {
      throw new SettingException(e.getMessage() + ".");
    }
  }

  PageSettings pages() {
    return pages;
  }

  ApiSettings api() {
    return api;
  }

  PrivacySettings privacy() {
    return privacy;
  }

  /** Refuses to serve real residents without a whole privacy statement. */
  void requireStatements() {
    if (embedded()) {
      return;
    }
    List<String> missing = privacy.missing(languages);
    if (!missing.isEmpty()) {
      throw new SettingException(
          "The privacy statement lacks "
              + String.join(", ", missing)
              + "; it must be whole on any database but the embedded default.");
    }
    if (pages.accessibilityStatement().isEmpty()) {
      LOG.warn(
          "pages.accessibilityStatement (ACCESSIBILITY_STATEMENT) is not set: no page links to the"
              + " statement that the law asks for");
    }
  }

  public DataSourceFactory dataSource() {
    return database.dataSource(folder);
  }

  public boolean embedded() {
    return database.embedded();
  }

  public URI publicUrl() {
    return URI.create(publicUrl);
  }

  public ZoneId timeZone() {
    return timeZone;
  }

  List<String> languages() {
    return languages;
  }

  OpenKlantSettings openKlant() {
    return openKlant;
  }

  AskingSettings asking() {
    return asking;
  }

  SendingSettings sending() {
    return sending;
  }

  AnsweringSettings answering() {
    return answering;
  }

  DialogueSettings dialogue() {
    return dialogue;
  }

  KioskSettings kiosk() {
    return kiosk;
  }

  MailSettings mail() {
    return mail;
  }

  SmsSettings sms() {
    return sms;
  }

  /** The account at NotifyNL; notify() is every object's own. */
  NotifySettings notifyAccount() {
    return notify;
  }

  /** Refuses to guess by which carrier a message is to go. */
  void requireOneCarrierEach() {
    if (notify.carriesTexts() && !sms.usesOutbox()) {
      throw new SettingException(
          "sms.host (SMPP_HOST) and notify.smsTemplate (NOTIFY_SMS_TEMPLATE) are both set; text"
              + " messages go by one of them.");
    }
    boolean reports = !reports().recipients().isEmpty();
    if (notify.carriesMails() && mail.usesOutbox() == reports) {
      throw new SettingException(
          reports
              ? "reports.recipients (REPORT_RECIPIENTS) needs mail.host (SMTP_HOST), too: NotifyNL"
                  + " takes no attachments."
              : "mail.host (SMTP_HOST) and notify.mailTemplate (NOTIFY_MAIL_TEMPLATE) are both set;"
                  + " mails to residents go by one of them.");
    }
  }

  FigureSettings figures() {
    return figures;
  }

  CalendarSettings calendar() {
    return calendar;
  }

  ReportSettings reports() {
    return reports;
  }

  /** Who is told what happens; refuses an address that is not safe to tell it to. */
  List<WebhookSettings> webhooks() {
    Set<String> names = new HashSet<>();
    for (int i = 0; i < webhooks.size(); i++) {
      String place = "webhooks[" + i + "].";
      WebhookSettings webhook = webhooks.get(i);
      if (!names.add(webhook.name())) {
        throw new SettingException(place + "name is that of another webhook.");
      }
      if (webhook.isUsed()) {
        webhook
            .objection(webhookHosts)
            .ifPresent(
                objection -> {
                  throw new SettingException(place + objection + ".");
                });
      }
    }
    return webhooks.stream().filter(WebhookSettings::isUsed).toList();
  }

  /** How often to look for what is to be told. */
  Duration webhookPoll() {
    return webhookPoll;
  }

  /** How often to look for what employees wait for. */
  Duration downloadPoll() {
    return downloadPoll;
  }

  /** The secrets, made where that is allowed and they are missing. */
  Keys keys() {
    Map<Name, String> set = new EnumMap<>(Name.class);
    put(set, Name.API_KEY, defaultSource().apiKey());
    put(set, Name.ADDRESS_KEY, keys.address());
    put(set, Name.HASH_KEY, keys.hash());
    put(set, Name.LINK_KEY, keys.link());
    if (!keys.otherAddresses().isEmpty() && !set.containsKey(Name.HASH_KEY)) {
      throw new SettingException(
          "OTHER_ADDRESS_KEYS needs HASH_KEY, or opt-outs are lost with the old ADDRESS_KEY; where"
              + " HASH_KEY was never set, it is the ADDRESS_KEY that was the first.");
    }
    return embedded() ? Keys.withFile(set, dataDir().resolve("keys")) : Keys.required(set);
  }

  /** The keys that addresses may have been written with, beside the address key itself. */
  byte[][] otherAddressKeys() {
    return keys.otherAddresses().stream()
        .map(key -> Keys.bytes("OTHER_ADDRESS_KEYS", key.strip()))
        .toArray(byte[][]::new);
  }

  private static void put(Map<Name, String> keys, Name name, String value) {
    if (value != null && !value.isBlank()) {
      keys.put(name, value.strip());
    }
  }

  /** The sources with a key in the settings. */
  List<String> sourceNames() {
    return sources.stream().map(SourceSettings::name).toList();
  }

  private SourceSettings defaultSource() {
    return sources.stream()
        .filter(source -> source.name().equals(SourceSettings.DEFAULT))
        .findFirst()
        .orElseThrow(() -> new SettingException("sources must hold one that is named default."));
  }

  /** How files of other systems are read, by name. */
  Map<String, CsvMapping> imports() {
    Map<String, CsvMapping> mappings = new HashMap<>();
    imports.forEach(
        (name, settings) -> {
          try {
            mappings.put(name, settings.toMapping(timeZone));
          } catch (IllegalArgumentException e) {
            throw new SettingException("imports.%s: %s.".formatted(name, e.getMessage()));
          }
        });
    return mappings;
  }

  /** The sources with a key in the settings, each by its key. */
  Map<String, SourceSettings> apiKeys(Keys secrets) {
    Map<String, SourceSettings> sourceByKey = new LinkedHashMap<>();
    Set<String> names = new HashSet<>();
    for (SourceSettings source : sources) {
      boolean first = source.name().equals(SourceSettings.DEFAULT);
      String key = first ? secrets.apiKey() : source.apiKey();
      if (key == null || key.isBlank()) {
        throw new SettingException(
            "The source "
                + source.name()
                + " in sources lacks its apiKey; one whose key the command keys made needs no entry.");
      }
      if (sourceByKey.put(key, source) != null) {
        throw new SettingException(
            "The source " + source.name() + " in sources has the apiKey of another source.");
      }
      if (!names.add(source.name())) {
        throw new SettingException("sources names the source " + source.name() + " twice.");
      }
    }
    return sourceByKey;
  }
}

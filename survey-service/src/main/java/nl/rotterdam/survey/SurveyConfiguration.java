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
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.rotterdam.survey.Keys.Name;
import nl.rotterdam.survey.answer.AnsweringSettings;
import nl.rotterdam.survey.database.DatabaseSettings;
import nl.rotterdam.survey.figures.CalendarSettings;
import nl.rotterdam.survey.figures.FigureSettings;
import nl.rotterdam.survey.intake.SourceSettings;
import nl.rotterdam.survey.invitation.AskingSettings;
import nl.rotterdam.survey.invitation.SendingSettings;
import nl.rotterdam.survey.mail.MailSettings;
import nl.rotterdam.survey.report.ReportSettings;
import nl.rotterdam.survey.sms.SmsSettings;
import nl.rotterdam.survey.text.PageSettings;
import nl.rotterdam.survey.text.PrivacySettings;
import nl.rotterdam.survey.text.Theme;
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
  @JsonProperty @NotNull @Valid private DatabaseSettings database;
  @JsonProperty @NotNull @Valid private KeySettings keys;
  @JsonProperty @NotEmpty private List<@NotNull @Valid SourceSettings> sources;
  @JsonProperty @NotNull @Valid private AskingSettings asking;
  @JsonProperty @NotNull @Valid private SendingSettings sending;
  @JsonProperty @NotNull @Valid private AnsweringSettings answering;
  @JsonProperty @NotNull @Valid private MailSettings mail;
  @JsonProperty @NotNull @Valid private SmsSettings sms;
  @JsonProperty @NotNull @Valid private FigureSettings figures;
  @JsonProperty @NotNull @Valid private CalendarSettings calendar;
  @JsonProperty @NotNull @Valid private ReportSettings reports;

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
    sources = List.of(new SourceSettings(SourceSettings.DEFAULT, ""));
    asking = asking.atOnce();
    answering = answering.off();
    mail = mail.toOutbox();
    sms = sms.toOutbox();
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

  PageSettings pages() {
    return pages;
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

  AskingSettings asking() {
    return asking;
  }

  SendingSettings sending() {
    return sending;
  }

  AnsweringSettings answering() {
    return answering;
  }

  MailSettings mail() {
    return mail;
  }

  SmsSettings sms() {
    return sms;
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

  private SourceSettings defaultSource() {
    return sources.stream()
        .filter(source -> source.name().equals(SourceSettings.DEFAULT))
        .findFirst()
        .orElseThrow(() -> new SettingException("sources must hold one that is named default."));
  }

  /** Each source's API key. */
  Map<String, String> apiKeys(Keys secrets) {
    Map<String, String> keyBySource = new LinkedHashMap<>();
    for (SourceSettings source : sources) {
      boolean first = source.name().equals(SourceSettings.DEFAULT);
      String key = first ? secrets.apiKey() : source.apiKey();
      if (key == null || key.isBlank()) {
        throw new SettingException("The source " + source.name() + " in sources lacks its apiKey.");
      }
      if (keyBySource.containsValue(key)) {
        throw new SettingException(
            "The source " + source.name() + " in sources has the apiKey of another source.");
      }
      if (keyBySource.put(source.name(), key) != null) {
        throw new SettingException("sources names the source " + source.name() + " twice.");
      }
    }
    return keyBySource;
  }
}

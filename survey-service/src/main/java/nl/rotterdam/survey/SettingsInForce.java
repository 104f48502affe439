// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.EnumFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.dropwizard.core.Configuration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import nl.rotterdam.survey.workplace.SettingsPageResource.Setting;

/**
 * The settings as they are in force, by their path in config.yml. A number, a duration and yes or
 * no are always shown; a text only where it is named here, so that a secret that comes to be later
 * is not shown before somebody says that it may be.
 */
record SettingsInForce(SortedMap<String, String> valueByName) {
  /** What ends with a point stands for all within it. */
  private static final List<String> SHOWN =
      List.of(
          "dataDir",
          "publicUrl",
          "timeZone",
          "templates",
          "languages",
          "pages.",
          "api.",
          "privacy.",
          "database.url",
          "sources[].name",
          "imports.",
          "openKlant.url",
          "openKlant.channels.",
          "openKlant.products.",
          "openKlant.languages.",
          "openKlant.callbacks",
          "asking.quietHours",
          "asking.quietDays",
          "asking.sensitiveProducts",
          "asking.channels.",
          "sending.",
          "mail.host",
          "mail.tls",
          "mail.from",
          "mail.fromName",
          "mail.returnPath",
          "mail.bounces.host",
          "mail.bounces.tls",
          "mail.bounces.folder",
          "sms.host",
          "sms.bind",
          "sms.sender",
          "sms.receiptIds",
          "notify.url",
          "notify.mailTemplate",
          "notify.smsTemplate",
          "figures.",
          "calendar.",
          "reports.languages",
          "reports.time",
          "signIn.issuer",
          "signIn.clientId",
          "signIn.scopes",
          "signIn.roleClaim",
          "signIn.roles.",
          "webhooks[].name",
          "webhooks[].events",
          "webhookHosts");

  private static final Pattern ALWAYS = Pattern.compile("true|false|[0-9.]+|P[0-9DTHMS.]+|off");
  private static final Pattern INDEX = Pattern.compile("\\[[0-9]+]");

  /** In an address: whose it is, and what follows it, where passwords are written. */
  private static final Pattern IN_ADDRESS = Pattern.compile("(?<=//)[^/@]*@|[?;].*");

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
          .build()
          .registerModule(new JavaTimeModule())
          .registerModule(new Jdk8Module())
          .disable(
              SerializationFeature.WRITE_DATES_AS_TIMESTAMPS,
              SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .setVisibility(PropertyAccessor.ALL, Visibility.NONE)
          .setVisibility(PropertyAccessor.FIELD, Visibility.ANY)
          .addMixIn(Configuration.class, WithoutDropwizard.class)
          .addMixIn(SurveyConfiguration.class, WithoutDropwizard.class);

  /** The server's own settings hold nothing that is ours. */
  @JsonIgnoreProperties({"server", "logging", "metrics", "admin", "health", "folder", "demo"})
  private interface WithoutDropwizard {}

  static SettingsInForce of(SurveyConfiguration config) {
    SortedMap<String, String> values = new TreeMap<>();
    put(values, "", JSON.valueToTree(config));
    return new SettingsInForce(values);
  }

  private static void put(SortedMap<String, String> values, String name, JsonNode node) {
    if (node.isObject()) {
      node.properties()
          .forEach(
              entry ->
                  put(
                      values,
                      name.isEmpty() ? entry.getKey() : name + "." + entry.getKey(),
                      entry.getValue()));
    } else if (node.isArray()
        && StreamSupport.stream(node.spliterator(), false).anyMatch(JsonNode::isObject)) {
      for (int i = 0; i < node.size(); i++) {
        put(values, name + "[" + i + "]", node.get(i));
      }
    } else if (node.isArray()) {
      values.put(
          name,
          StreamSupport.stream(node.spliterator(), false)
              .map(JsonNode::asText)
              .collect(Collectors.joining(", ")));
    } else {
      values.put(name, node.isNull() ? "" : node.asText());
    }
  }

  /** As they may be shown. */
  List<Setting> shown() {
    return valueByName.entrySet().stream()
        .map(entry -> setting(entry.getKey(), entry.getValue()))
        .toList();
  }

  /** One of them. */
  static Setting setting(String name, String value) {
    int point = name.indexOf('.');
    String group = INDEX.matcher(point < 0 ? name : name.substring(0, point)).replaceAll("");
    boolean masked = !value.isEmpty() && !isShown(name, value);
    UnaryOperator<String> clean =
        text -> text.contains(":") ? IN_ADDRESS.matcher(text).replaceAll("") : text;
    return new Setting(group, name, masked ? "" : clean.apply(value), masked);
  }

  private static boolean isShown(String name, String value) {
    String path = INDEX.matcher(name).replaceAll("[]");
    return (ALWAYS.matcher(value).matches() && !isKey(path))
        || SHOWN.stream()
            .anyMatch(shown -> shown.endsWith(".") ? path.startsWith(shown) : path.equals(shown));
  }

  /** A password may be a number. */
  private static boolean isKey(String path) {
    return path.startsWith("keys.")
        || path.matches("(?i).*(password|secret|token|key|authorization|user|username|systemId)");
  }
}

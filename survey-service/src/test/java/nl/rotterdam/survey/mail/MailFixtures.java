// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.mail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.dropwizard.jackson.Jackson;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/** Mails and settings, valid by default. */
final class MailFixtures {
  static final Clock NOON = Clock.fixed(Instant.parse("2026-03-02T12:00:00Z"), ZoneOffset.UTC);
  static final UUID ID = UUID.fromString("0190a5e0-0000-7000-8000-000000000001");

  private MailFixtures() {}

  static Mail aMail() {
    return aMailTo("jan@example.org");
  }

  static Mail aMailTo(String address) {
    return aMail(ID, address, "Hoe tevreden bent u over ons contact?");
  }

  static Mail aMail(UUID id, String to, String subject) {
    return new Mail(
        id,
        to,
        subject,
        "Beste inwoner,\n.\nHoe ging het? Één minuut = 4 vragen. €\n",
        "<html><body><p>Hoe ging het? Één minuut = 4 vragen. €</p></body></html>",
        Optional.of(URI.create("https://peilschaal.example/u/geheim")),
        "nl");
  }

  /** The group as it stands in config.yml; what is missing has its default. */
  static MailSettings settings(String yaml) {
    try {
      return Jackson.newObjectMapper(new YAMLFactory()).readValue(yaml, MailSettings.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  static MailSettings plainRelay(int port, String more) {
    return settings(
        """
        host: localhost
        port: %d
        tls: none
        from: enquete@rotterdam.example
        fromName: Gemeente Rotterdam
        connectTimeout: PT2S
        %s
        """
            .formatted(port, more));
  }
}

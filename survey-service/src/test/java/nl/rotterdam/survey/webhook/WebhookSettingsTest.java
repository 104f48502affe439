// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSettingsTest {
  private static final String SECRET = "0123456789abcdef0123456789abcdef";
  private static final List<String> HOSTS =
      List.of("zaken.example.nl", "localhost", "127.0.0.1", "[::1]");
  private static final Validator VALIDATOR =
      Validation.buildDefaultValidatorFactory().getValidator();

  private static WebhookSettings webhook(String url) {
    return new WebhookSettings("zaken", url, SECRET, "", List.of("month-published"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://zaken.example.nl/told?by=peilschaal",
        "https://ZAKEN.example.nl:8443/",
        "http://localhost:9000/",
        "http://127.0.0.1:9000/",
        "http://[::1]:9000/"
      })
  void anAddressOnTheListIsCalled(String url) {
    assertThat(webhook(url).objection(HOSTS)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "http://zaken.example.nl/, https://",
    "ftp://zaken.example.nl/, https://",
    "https://zaken.example.nl.evil.example/, webhookHosts",
    "https://evil.example/?zaken.example.nl, webhookHosts",
    "https://zaken.example.nl@evil.example/, no name",
    "https://me:secret@zaken.example.nl/, no name",
    "https://zaken.example.nl/#x, fragment",
    "https:///told, must be an address",
    "zaken.example.nl, must be an address",
    "https://zaken example.nl/, must be an address"
  })
  void anyOtherIsRefusedWithoutBeingQuoted(String url, String why) {
    assertThat(webhook(url).objection(HOSTS).orElseThrow())
        .startsWith("url ")
        .contains(why)
        .doesNotContain("secret@");
  }

  @Test
  void nobodyIsToldWithoutASecret() {
    WebhookSettings unsigned =
        new WebhookSettings("zaken", "https://zaken.example.nl/", "", SECRET, List.of());
    assertThat(unsigned.objection(HOSTS).orElseThrow()).startsWith("secret ");
  }

  @Test
  void shortSecretsAndUnknownEventsAreRefused() {
    WebhookSettings wrong =
        new WebhookSettings("Zaken", "", "short", SECRET + " x", List.of("answer"));
    assertThat(VALIDATOR.validate(wrong))
        .extracting(violation -> violation.getPropertyPath().toString().replaceAll("\\[.*", ""))
        .containsExactlyInAnyOrder("name", "secret", "nextSecret", "events");
  }

  @Test
  void secretsAndAddressesAreLeftOutWhereSettingsAreShown() {
    assertThat(webhook("https://zaken.example.nl/")).hasToString("WebhookSettings[zaken]");
  }
}

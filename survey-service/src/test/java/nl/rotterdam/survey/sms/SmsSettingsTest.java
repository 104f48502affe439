// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.sms;

import static nl.rotterdam.survey.sms.SmsFixtures.settings;
import static org.assertj.core.api.Assertions.assertThat;

import io.dropwizard.jersey.validation.Validators;
import io.dropwizard.validation.ConstraintViolations;
import jakarta.validation.Valid;
import jakarta.validation.Validator;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmsSettingsTest {
  private final Validator validator = Validators.newValidator();

  @Test
  void withoutACarrierMessagesGoToTheOutbox() {
    SmsSettings settings = settings("{host: , password: }");

    assertThat(validator.validate(settings)).isEmpty();
    assertThat(settings.usesOutbox()).isTrue();
    assertThat(settings.port()).isEqualTo(2775);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{sender: GemeenteRotterdam}                | sender",
        "{sender: 'Róterdam'}                       | sender",
        "{sender: '123456789'}                      | sender",
        "{port: 0}                                  | port",
        "{host: 'a carrier', systemId: a, sender: b} | host",
        "{password: ninechars}                      | password",
        "{systemId: sixteencharacter}               | systemId",
        "{systemType: thirteenchars}                | systemType",
        "{enquireInterval: PT0S}                    | enquireInterval",
        "{host: carrier}                            | accountComplete",
      })
  void namesTheWrongSetting(String yaml, String property) {
    assertThat(validator.validate(settings(yaml)))
        .singleElement()
        .satisfies(v -> assertThat(v.getPropertyPath()).hasToString(property));
  }

  @Test
  void saysInOneSentenceWhatIsMissing() {
    assertThat(
            ConstraintViolations.format(
                validator.validate(new Config(settings("{host: carrier, sender: a}")))))
        .containsExactly("sms.host needs sms.systemId and sms.sender with it");
  }

  @ParameterizedTest
  @CsvSource({
    "Rotterdam,    ALPHANUMERIC,     UNKNOWN, Rotterdam",
    "R010,         ALPHANUMERIC,     UNKNOWN, R010",
    "+31612345678, INTERNATIONAL,    ISDN,    31612345678",
    "1400,         NETWORK_SPECIFIC, UNKNOWN, 1400",
  })
  void senderHasItsType(
      String sender, TypeOfNumber type, NumberingPlanIndicator plan, String value) {
    assertThat(validator.validate(settings("{sender: '%s'}".formatted(sender)))).isEmpty();
    assertThat(SmppAddress.ofSender(sender)).isEqualTo(new SmppAddress(type, plan, value));
  }

  @Test
  void doesNotSayThePassword() {
    assertThat(settings("{password: geheim}").toString())
        .contains("password ***")
        .doesNotContain("geheim");
  }

  private record Config(@Valid SmsSettings sms) {}
}

// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.mail;

import static nl.rotterdam.survey.mail.MailFixtures.settings;
import static org.assertj.core.api.Assertions.assertThat;

import io.dropwizard.jersey.validation.Validators;
import io.dropwizard.validation.ConstraintViolations;
import jakarta.validation.Valid;
import jakarta.validation.Validator;
import java.time.Duration;
import nl.rotterdam.survey.mail.MailSettings.Tls;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailSettingsTest {
  private final Validator validator = Validators.newValidator();

  @Test
  void withoutARelayMailsGoToTheOutbox() {
    MailSettings settings = settings("{host: , password: , from: enquete@rotterdam.example}");

    assertThat(validator.validate(settings)).isEmpty();
    assertThat(settings.usesOutbox()).isTrue();
    assertThat(settings.readTimeout()).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void encryptsByDefault() {
    assertThat(settings("{host: relay, from: a@b.nl}").tls()).isEqualTo(Tls.STARTTLS);
    assertThat(settings("{host: relay, from: a@b.nl}").port()).isEqualTo(587);
    assertThat(settings("{host: relay, tls: implicit, from: a@b.nl}").port()).isEqualTo(465);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{host: relay}                                  | from",
        "{host: relay, from: nobody}                    | from",
        "{host: relay, from: \"a@b.nl\\r\\nBcc: c@d.nl\"} | from",
        "{host: relay, from: a@b.nl, port: 0}           | port",
        "{host: relay, from: a@b.nl, port: 65536}       | port",
        "{host: 'a relay', from: a@b.nl}                | host",
        "{from: a@b.nl, fromName: \"R\\r\\nBcc: c@d.nl\"} | fromName",
        "{from: a@b.nl, connectTimeout: PT0S}           | connectTimeout",
        "{from: a@b.nl, readTimeout: PT1H}              | readTimeout",
        "{from: a@b.nl, messagesPerConnection: 0}       | messagesPerConnection",
        "{from: a@b.nl, username: u}                    | signInComplete",
      })
  void namesTheWrongSetting(String yaml, String property) {
    assertThat(validator.validate(settings(yaml)))
        .singleElement()
        .satisfies(v -> assertThat(v.getPropertyPath()).hasToString(property));
  }

  @Test
  void saysInOneSentenceWhatGoesTogether() {
    Config config = new Config(settings("{from: a@b.nl, password: geheim}"));

    assertThat(ConstraintViolations.format(validator.validate(config)))
        .containsExactly("mail.username and mail.password go together: set both or neither");
  }

  @Test
  void doesNotSayThePassword() {
    assertThat(settings("{from: a@b.nl, username: u, password: geheim}").toString())
        .contains("password ***")
        .doesNotContain("geheim");
  }

  private record Config(@Valid MailSettings mail) {}
}

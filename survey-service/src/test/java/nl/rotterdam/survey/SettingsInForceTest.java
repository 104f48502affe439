// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey;

import static org.assertj.core.api.Assertions.assertThat;

import nl.rotterdam.survey.workplace.SettingsPageResource.Setting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsInForceTest {

  @ParameterizedTest
  @CsvSource({
    "publicUrl, https://enquete.example.nl, publicUrl, https://enquete.example.nl",
    "signIn.idle, PT30M, signIn, PT30M",
    "sources[1].name, balie, sources, balie",
    "database.url, jdbc:postgresql://u:p@db:5432/x?user=u&password=p, database, jdbc:postgresql://db:5432/x",
    "database.url, jdbc:h2:file:data/x;PASSWORD=p, database, jdbc:h2:file:data/x",
    "openKlant.url, https://u:p@klant.example/api, openKlant, https://klant.example/api"
  })
  void isShownWithoutWhatAnAddressMayHide(String name, String value, String group, String shown) {
    assertThat(SettingsInForce.setting(name, value))
        .isEqualTo(new Setting(group, name, shown, false));
  }

  @ParameterizedTest
  @CsvSource({
    "keys.address, 1234",
    "database.password, 1234",
    "mail.bounces.password, true",
    "webhooks[0].url, https://zaken.example/hook",
    "something.thatComesLater, secret"
  })
  void isMaskedUnlessItIsNamed(String name, String value) {
    Setting setting = SettingsInForce.setting(name, value);
    assertThat(setting.masked()).isTrue();
    assertThat(setting.value()).isEmpty();
  }

  @Test
  void whatIsNotSetIsNotMasked() {
    assertThat(SettingsInForce.setting("keys.address", "").masked()).isFalse();
  }
}

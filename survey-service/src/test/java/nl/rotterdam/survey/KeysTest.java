// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import nl.rotterdam.survey.Keys.Name;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysTest {
  private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

  @TempDir Path folder;

  @Test
  void missingKeysAreMadeOnceAndOnlyTheOwnerReadsThem() throws Exception {
    Path file = folder.resolve("data").resolve("keys");
    Keys made = Keys.withFile(Map.of(), file);
    Keys again = Keys.withFile(Map.of(), file);

    assertThat(made.addressKey()).hasSize(32).isEqualTo(again.addressKey());
    assertThat(made.linkKey()).hasSize(32).isNotEqualTo(made.addressKey());
    assertThat(made.apiKey()).isEqualTo(again.apiKey()).hasSizeGreaterThan(40);
    assertThat(Files.readAllLines(file)).contains("API_KEY=" + made.apiKey());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    try (var files = Files.list(file.getParent())) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void whatIsSetTakesPrecedenceOverTheFile() {
    Keys keys = Keys.withFile(Map.of(Name.API_KEY, "mine"), folder.resolve("keys"));

    assertThat(keys.apiKey()).isEqualTo("mine");
  }

  @Test
  void missingKeyIsNamedWhereKeysAreRequired() {
    assertThatThrownBy(() -> Keys.required(Map.of(Name.API_KEY, "a", Name.ADDRESS_KEY, KEY)))
        .isInstanceOf(SettingException.class)
        .hasMessageStartingWith("LINK_KEY is not set");
  }

  @Test
  void keyThatIsNo32BytesIsNamed() {
    Map<Name, String> tooShort =
        Map.of(Name.API_KEY, "a", Name.ADDRESS_KEY, "c2hvcnQ=", Name.LINK_KEY, KEY);
    Map<Name, String> noBase64 =
        Map.of(Name.API_KEY, "a", Name.ADDRESS_KEY, KEY, Name.LINK_KEY, "%%%");

    assertThatThrownBy(() -> Keys.required(tooShort))
        .isInstanceOf(SettingException.class)
        .hasMessage(
            "ADDRESS_KEY must be 32 random bytes in base64 (openssl rand -base64 32),"
                + " not 5 bytes.");
    assertThatThrownBy(() -> Keys.required(noBase64))
        .isInstanceOf(SettingException.class)
        .hasMessageContaining("LINK_KEY")
        .hasMessageContaining("not base64");
  }

  @Test
  void addressesAreHashedWithTheAddressKeyUntilThereIsOneOfTheirOwn() {
    String other =
        Base64.getEncoder().encodeToString("another one of thirty-two bytes!".getBytes(US_ASCII));
    Map<Name, String> before = Map.of(Name.API_KEY, "a", Name.ADDRESS_KEY, KEY, Name.LINK_KEY, KEY);
    Map<Name, String> after = new EnumMap<>(before);
    after.put(Name.HASH_KEY, KEY);
    after.put(Name.ADDRESS_KEY, other);

    assertThat(Keys.required(before).hashKey()).isEqualTo(Keys.required(after).hashKey());
    assertThat(Keys.required(after).addressKey()).isNotEqualTo(Keys.required(after).hashKey());
    Keys made = Keys.withFile(Map.of(), folder.resolve("keys"));
    assertThat(made.hashKey()).isEqualTo(made.addressKey());
  }
}

// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AddressCipherTest {
  private static final UUID INVITATION = new UUID(1, 2);
  private static final String ADDRESS = "jan@example.org";
  private static final byte[] OLD = key(1);
  private static final byte[] NEW = key(2);

  private static byte[] key(int fill) {
    byte[] key = new byte[32];
    Arrays.fill(key, (byte) fill);
    return key;
  }

  @Test
  void everyStepOfARotationReadsWhatTheOthersWrote() {
    AddressCipher before = new AddressCipher(OLD);
    AddressCipher prepared = new AddressCipher(OLD, NEW);
    AddressCipher changed = new AddressCipher(NEW, OLD);
    AddressCipher after = new AddressCipher(NEW);

    for (AddressCipher writer : new AddressCipher[] {before, prepared}) {
      byte[] stored = writer.encrypt(INVITATION, ADDRESS);
      for (AddressCipher reader : new AddressCipher[] {before, prepared, changed}) {
        assertThat(reader.decrypt(INVITATION, stored)).isEqualTo(ADDRESS);
      }
    }
    byte[] stored = changed.encrypt(INVITATION, ADDRESS);
    for (AddressCipher reader : new AddressCipher[] {prepared, changed, after}) {
      assertThat(reader.decrypt(INVITATION, stored)).isEqualTo(ADDRESS);
    }
  }

  @Test
  void aKeyThatIsNamedTwiceCountsOnce() {
    byte[] stored = new AddressCipher(OLD).encrypt(INVITATION, ADDRESS);

    assertThat(new AddressCipher(OLD, OLD, NEW, NEW).decrypt(INVITATION, stored))
        .isEqualTo(ADDRESS);
  }

  @Test
  void anAddressOfAnotherKeyOrInvitationIsNotRead() {
    AddressCipher cipher = new AddressCipher(OLD);
    byte[] stored = cipher.encrypt(INVITATION, ADDRESS);

    assertThatThrownBy(() -> new AddressCipher(NEW).decrypt(INVITATION, stored))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("ADDRESS_KEY")
        .hasMessageNotContaining(ADDRESS);
    assertThatThrownBy(() -> cipher.decrypt(new UUID(1, 3), stored))
        .isInstanceOf(IllegalStateException.class);
  }
}

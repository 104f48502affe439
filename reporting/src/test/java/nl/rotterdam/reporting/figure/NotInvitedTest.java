// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class NotInvitedTest {

  @Test
  void eachReasonAddsUp() {
    NotInvited one = new NotInvited(Map.of("no_address", 3L, "failed", 1L));
    NotInvited other = new NotInvited(Map.of("no_address", 4L, "too_old", 2L));
    assertThat(one.plus(other))
        .isEqualTo(new NotInvited(Map.of("no_address", 7L, "failed", 1L, "too_old", 2L)));
    assertThat(one.plus(NotInvited.NONE)).isEqualTo(one);
  }

  @Test
  void countsAreNotNegative() {
    assertThatThrownBy(() -> new NotInvited(Map.of("failed", -1L)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("failed")
        .hasMessageContaining("0 or more, not -1");
  }
}

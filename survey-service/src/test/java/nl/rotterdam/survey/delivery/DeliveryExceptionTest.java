// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import nl.rotterdam.survey.delivery.DeliveryException.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryExceptionTest {

  @Test
  void carriesItsCode() {
    DeliveryException e = new DeliveryException(Kind.PERMANENT, "smtp_550_5.1.1");

    assertThat(e.kind()).isEqualTo(Kind.PERMANENT);
    assertThat(e.reason()).isEqualTo("smtp_550_5.1.1");
    assertThat(e).hasMessage("PERMANENT smtp_550_5.1.1").hasNoCause();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "550 no jan@example.org", "jan@example.org", "+31612345678", "a/b"})
  void reasonCannotHoldAnAddress(String reason) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DeliveryException(Kind.TRANSIENT, reason))
        .withMessageNotContaining("jan");
  }
}

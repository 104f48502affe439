// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A link that says itself for whom it is, to nobody but us. */
class StopSealTest {
  private static final byte[] ONE = new KeyedHash(new byte[32], "test").of("jan@example.org");
  private static final byte[] OTHER = new byte[32];

  private final StopSeal seal = new StopSeal(new byte[32]);

  @Test
  void hashesComeBackInTheirOrder() {
    assertThat(seal.open(seal.seal(List.of(OTHER, ONE))).orElseThrow()).containsExactly(OTHER, ONE);
    assertThat(seal.open(seal.seal(List.of(ONE))).orElseThrow()).containsExactly(ONE);
  }

  @Test
  void eachTryCarriesTheSameLinkWhichFitsInAMail() {
    String sealed = seal.seal(List.of(ONE, OTHER));

    assertThat(new StopSeal(new byte[32]).seal(List.of(ONE, OTHER))).isEqualTo(sealed);
    assertThat(sealed).matches("[0-9a-z]{60,130}");
  }

  @Test
  void whatWasNotSealedOrIsNotWholeIsNothing() {
    String sealed = seal.seal(List.of(ONE));
    byte[] otherKey = new byte[32];
    otherKey[0] = 1;

    assertThat(seal.open(new StopSeal(otherKey).seal(List.of(ONE)))).isEmpty();
    assertThat(seal.open(sealed.substring(1))).isEmpty();
    assertThat(seal.open(sealed + "0")).isEmpty();
    assertThat(seal.open("0".repeat(80))).isEmpty();
    assertThat(seal.open("z".repeat(100_000))).isEmpty();
    assertThat(seal.open("../")).isEmpty();
  }
}

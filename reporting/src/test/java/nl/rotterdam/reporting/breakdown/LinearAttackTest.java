// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.breakdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LinearAttackTest {
  private final LinearAttack<String> attack = new LinearAttack<>(List.of("a", "b", "c"));

  @Test
  void knowsNothingAtFirst() {
    assertThat(attack.solve("a"::equals)).isEmpty();
    assertThat(attack.solve(atom -> false)).hasValue(0);
  }

  @Test
  void subtractsAPartFromTheWhole() {
    attack.learn(atom -> true, 100);
    attack.learn(Set.of("a", "b")::contains, 88);
    assertThat(attack.solve("c"::equals)).hasValue(12);
    assertThat(attack.solve("a"::equals)).isEmpty();
    assertThat(attack.solve(Set.of("a", "c")::contains)).isEmpty();
  }

  @Test
  void findsWhatTakesAFraction() {
    attack.learn(Set.of("a", "b")::contains, 3);
    attack.learn(Set.of("b", "c")::contains, -5);
    assertThat(attack.solve("b"::equals)).isEmpty();
    attack.learn(Set.of("a", "c")::contains, 2);
    assertThat(attack.solve("a"::equals)).hasValue(5);
    assertThat(attack.solve("b"::equals)).hasValue(-2);
    assertThat(attack.solve("c"::equals)).hasValue(-3);
  }

  @Test
  void learnsNothingFromWhatItCouldSolve() {
    attack.learn("a"::equals, 1);
    attack.learn("b"::equals, 2);
    attack.learn(Set.of("a", "b")::contains, 4);
    assertThat(attack.solve(Set.of("a", "b")::contains)).hasValue(3);
    assertThat(attack.solve("c"::equals)).isEmpty();
  }
}

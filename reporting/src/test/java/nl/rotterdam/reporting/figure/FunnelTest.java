// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class FunnelTest {

  @Test
  void everyStepLosesWhatItsReasonsSay() {
    Funnel funnel =
        funnel(
            Map.of(
                "no_address", 1L,
                "test_address", 2L,
                "sensitive", 4L,
                "opted_out", 8L,
                "not_sampled", 16L,
                "failed", 32L,
                "planned", 64L));
    assertThat(funnel.reachable()).isEqualTo(100 + 4 + 8 + 16 + 32 + 64);
    assertThat(funnel.eligible()).isEqualTo(100 + 16 + 32 + 64);
    assertThat(funnel.sampled()).isEqualTo(100 + 32 + 64);
    assertThat(funnel.sent()).isEqualTo(100);
    assertThat(funnel.delivered()).hasValue(90);
    assertThat(funnel.opened()).hasValue(40);
    assertThat(funnel.counts().contacts() - funnel.reachable()).as("lost at first").isEqualTo(3);
  }

  @Test
  void withoutContactsEveryStepIsNone() {
    Funnel none = new Funnel(Tally.NONE);
    assertThat(none.reachable()).isZero();
    assertThat(none.opened()).hasValue(0);
  }

  @Test
  void whatIsNotKnownOfSomeIsNotKnownOfAll() {
    Reach known = new Reach(OptionalLong.of(9), OptionalLong.of(4), 1);
    assertThat(known.plus(known)).isEqualTo(new Reach(OptionalLong.of(18), OptionalLong.of(8), 2));
    assertThat(known.plus(Reach.NONE)).isEqualTo(known);
    assertThat(known.plus(Reach.UNKNOWN))
        .isEqualTo(new Reach(OptionalLong.empty(), OptionalLong.empty(), 1));
  }

  @Test
  void aReasonOfNoStepIsRefused() {
    assertThatThrownBy(() -> funnel(Map.of("mislaid", 1L)).reachable())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("No step of the funnel loses contacts as mislaid");
    assertThatThrownBy(() -> new Reach(OptionalLong.of(-1), OptionalLong.empty(), 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Funnel funnel(Map<String, Long> lost) {
    long contacts = 100 + lost.values().stream().mapToLong(Long::longValue).sum();
    Reach reach = new Reach(OptionalLong.of(90), OptionalLong.of(40), 3);
    return new Funnel(
        new Tally(contacts, 100, new NotInvited(lost), reach, 10, 20, OwnWork.NONE, Map.of()));
  }
}

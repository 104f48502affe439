// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import nl.rotterdam.reporting.figure.Funnel;
import nl.rotterdam.reporting.figure.NotInvited;
import nl.rotterdam.reporting.figure.OwnWork;
import nl.rotterdam.reporting.figure.Reach;
import nl.rotterdam.reporting.figure.Tally;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class ReasonTest {

  @ParameterizedTest
  @EnumSource(value = Reason.class, names = "ASKED", mode = Mode.EXCLUDE)
  void everyReasonLosesItsContactsAtSomeStepOfTheFunnel(Reason reason) {
    NotInvited lost = new NotInvited(Map.of(reason.code(), 1L));
    Funnel funnel = new Funnel(new Tally(3, 2, lost, Reach.NONE, 0, 0, OwnWork.NONE, Map.of()));
    assertThat(funnel.sampled()).as("nobody was to be asked").isEqualTo(2);
    assertThat(funnel.reachable()).isBetween(2L, 3L);
  }
}

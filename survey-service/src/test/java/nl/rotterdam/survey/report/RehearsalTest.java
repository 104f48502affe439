// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.report;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

class RehearsalTest {

  /** On its thread a failure would go unseen. */
  @Test
  void theReportThatNobodySeesIsMade() {
    assertThatCode(Rehearsal::play).doesNotThrowAnyException();
  }
}

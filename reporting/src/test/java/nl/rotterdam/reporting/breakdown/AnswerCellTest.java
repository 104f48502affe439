// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.breakdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.YearMonth;
import java.util.Arrays;
import nl.rotterdam.reporting.figure.Channel;
import nl.rotterdam.reporting.figure.Indicator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerCellTest {

  @Test
  void knowsCategoriesAndScores() {
    AnswerCell cell = cell(0, 1, 2, 3);
    assertThat(Arrays.stream(Dimension.values()).map(cell::category))
        .containsExactly("Centrum", "passport", "Cool", AnswerCell.NOT_RECORDED);
    assertThat(Arrays.stream(Indicator.values()).map(cell::scores)).containsExactly(0, 1, 2, 3);
  }

  @ParameterizedTest
  @CsvSource({"-1,0,0,0", "0,-1,0,0", "0,0,-1,0", "0,0,0,-1"})
  void rejectsNegativeNumbers(int overall, int friendliness, int clarity, int timeliness) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> cell(overall, friendliness, clarity, timeliness))
        .withMessageContaining("-1");
  }

  private static AnswerCell cell(int overall, int friendliness, int clarity, int timeliness) {
    return new AnswerCell(
        YearMonth.of(2024, 2),
        Channel.COUNTER,
        "Centrum",
        "passport",
        "Cool",
        AnswerCell.NOT_RECORDED,
        overall,
        friendliness,
        clarity,
        timeliness);
  }
}

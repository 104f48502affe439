// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LineLabelTest {

  @Test
  void labelsWithRoomStandAtTheirLines() {
    assertThat(LineLabel.spread(List.of(80.0, 20.0, 50.0), 10, 0, 100))
        .containsExactly(80.0, 20.0, 50.0);
  }

  @Test
  void labelsThatTouchMoveApartAroundTheirMiddle() {
    assertThat(LineLabel.spread(List.of(50.0, 52.0), 10, 0, 100)).containsExactly(46.0, 56.0);
    assertThat(LineLabel.spread(List.of(50.0, 50.0, 44.0), 10, 0, 100))
        .containsExactly(48.0, 58.0, 38.0);
  }

  @Test
  void labelsStayInside() {
    assertThat(LineLabel.spread(List.of(2.0, 1.0), 10, 0, 100)).containsExactly(10.0, 0.0);
    assertThat(LineLabel.spread(List.of(99.0, 100.0), 10, 0, 100)).containsExactly(90.0, 100.0);
  }
}

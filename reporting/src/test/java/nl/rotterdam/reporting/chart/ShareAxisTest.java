// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.NumberFormat;
import java.util.Locale;
import org.jfree.chart.axis.NumberAxis;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShareAxisTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0.05, 0.01",
    "0.058, 0.06, 0.01",
    "0.11, 0.12, 0.02",
    "0.157, 0.2, 0.05",
    "0.9, 1, 0.2",
    "1, 1, 0.2"
  })
  void startsAtZeroAndEndsOnARoundStep(double highest, double end, double step) {
    NumberAxis axis =
        ShareAxis.upTo(highest, NumberFormat.getPercentInstance(Locale.ROOT), ChartStyle.DEFAULT);
    assertThat(axis.getLowerBound()).isZero();
    assertThat(axis.getUpperBound()).isEqualTo(end, org.assertj.core.data.Offset.offset(1e-9));
    assertThat(axis.getTickUnit().getSize()).isEqualTo(step);
  }
}

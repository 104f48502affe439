// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.breakdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import nl.rotterdam.reporting.figure.Channel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DimensionTest {

  @ParameterizedTest
  @EnumSource
  void isFoundByItsCode(Dimension dimension) {
    assertThat(Dimension.of(dimension.code())).contains(dimension);
  }

  @Test
  void hasTheCodesOfTheFiguresTable() {
    assertThat(Arrays.stream(Dimension.values()).map(Dimension::code))
        .containsExactly("location", "product", "wijk", "cluster");
    assertThat(Dimension.of("channel")).isEmpty();
  }

  @Test
  void isNumberedInOrder() {
    assertThat(Arrays.stream(Dimension.values()).map(Dimension::attribute))
        .containsExactly(0, 1, 2, 3);
  }

  @ParameterizedTest
  @EnumSource
  void onlyTheCounterHasLocations(Channel channel) {
    assertThat(Dimension.LOCATION.covers(channel)).isEqualTo(channel == Channel.COUNTER);
    assertThat(Dimension.PRODUCT.covers(channel)).isTrue();
    assertThat(Dimension.WIJK.covers(channel)).isTrue();
    assertThat(Dimension.CLUSTER.covers(channel)).isTrue();
  }
}

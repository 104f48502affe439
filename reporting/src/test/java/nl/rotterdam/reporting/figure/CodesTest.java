// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.figure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Names in data files, in the API and in the figures table: others rely on them. */
class CodesTest {

  @Test
  void channelsAreFoundByTheirCode() {
    assertThat(Channel.values())
        .extracting(Channel::code)
        .containsExactly("counter", "phone", "chat", "social", "video");
    assertThat(Channel.of("phone")).hasValue(Channel.PHONE);
    assertThat(Channel.of("14010")).isEmpty();
  }

  @Test
  void indicatorsAreFoundByTheirCode() {
    assertThat(Indicator.values())
        .extracting(Indicator::code)
        .containsExactly("overall", "friendliness", "clarity", "timeliness");
    assertThat(Indicator.of("clarity")).hasValue(Indicator.CLARITY);
    assertThat(Indicator.of("OVERALL")).isEmpty();
  }

  @Test
  void statusesAreWrittenInSmallLetters() {
    assertThat(Status.values())
        .extracting(Status::code)
        .containsExactly("ok", "below_publication", "empty");
  }
}

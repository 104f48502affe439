// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.contact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0612345678",
        "06-12 34 56 78",
        "+31 6 12345678",
        "0031612345678",
        "(06) 12345678",
        "06.12345678"
      })
  void numberIsTheSameHoweverItIsWritten(String written) {
    assertThat(PhoneNumber.parse(written)).map(PhoneNumber::e164).hasValue("+31612345678");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "06DEFGHIJK",
        "Bakker 0612345678",
        "0612345678 (werk)",
        "0612345678 ext. 12",
        "tel:0612345678",
        "12",
        ""
      })
  void whatHoldsLettersOrTooFewDigitsIsNoNumber(String written) {
    assertThat(PhoneNumber.parse(written)).isEmpty();
  }
}

// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.figure;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import java.util.stream.Stream;
import nl.rotterdam.reporting.Oracle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ResponseRatesTest {

  static Stream<Oracle> oracles() {
    return Oracle.rowsOf("/oracles/response_rate.csv");
  }

  @ParameterizedTest
  @MethodSource("oracles")
  void agreesWithR(Oracle oracle) {
    ResponseRates rates =
        new ResponseRates(
            oracle.count("sent"),
            oracle.count("bounced"),
            oracle.count("opened"),
            oracle.count("completed"),
            oracle.count("partial"));
    Optional<Estimate> rr2 = rates.rr2().estimate(oracle.confidence());
    oracle.agrees("exp_rr1", rates.rr1().value());
    oracle.agrees("exp_rr2", rates.rr2().value());
    oracle.agrees("exp_rr2_lower", rr2.map(Estimate::lower));
    oracle.agrees("exp_rr2_upper", rr2.map(Estimate::upper));
    oracle.agrees("exp_rr5", rates.rr5().value());
    oracle.agrees("exp_rr6", rates.rr6().value());
    oracle.agrees("exp_bounce_rate", rates.bounceRate().value());
    oracle.agrees("exp_open_rate", rates.openRate().value());
    oracle.agrees("exp_completion_rate", rates.completionRate().value());
  }

  @Test
  void saysHowManyAnsweredWhereTooManyDid() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ResponseRates(10, 2, 8, 5, 4))
        .withMessageContaining("9 answered");
  }

  @ParameterizedTest
  @CsvSource({
    "-1,0,0,0,0",
    "10,11,0,0,0",
    "10,2,9,0,0",
    "10,2,8,5,4",
    "10,0,0,-1,1",
    "10,0,0,1,-1",
    "10,0,-1,0,0",
    "10,-1,0,0,0"
  })
  void rejectsCountsThatContradictEachOther(
      long sent, long bounced, long opened, long complete, long partial) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ResponseRates(sent, bounced, opened, complete, partial));
  }
}

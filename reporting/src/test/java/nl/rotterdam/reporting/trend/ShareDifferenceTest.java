// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.trend;

import java.util.Optional;
import java.util.stream.Stream;
import nl.rotterdam.reporting.Oracle;
import nl.rotterdam.reporting.figure.Estimate;
import nl.rotterdam.reporting.figure.Share;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShareDifferenceTest {

  static Stream<Oracle> oracles() {
    return Oracle.rowsOf("/oracles/two_proportion.csv");
  }

  /** The first five rows are Newcombe's own, Statistics in Medicine 17 (1998) 873, table II. */
  @ParameterizedTest
  @MethodSource("oracles")
  void agreesWithR(Oracle oracle) {
    Optional<Estimate> current =
        new Share(oracle.count("x1"), oracle.count("n1")).estimate(oracle.confidence());
    Optional<Estimate> earlier =
        new Share(oracle.count("x2"), oracle.count("n2")).estimate(oracle.confidence());
    Optional<Estimate> difference =
        current.flatMap(now -> earlier.map(then -> ShareDifference.of(now, then)));
    oracle.agrees("exp_diff", difference.map(Estimate::value));
    oracle.agrees("exp_lower", difference.map(Estimate::lower));
    oracle.agrees("exp_upper", difference.map(Estimate::upper));
  }
}

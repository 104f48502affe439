// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RoleClaimTest {
  private static final Map<String, Role> ROLES =
      Map.of("r", Role.READER, "p", Role.PUBLISHER, "w", Role.WRITER);

  @Test
  void highestOfSeveralCounts() {
    assertThat(new RoleClaim("roles", ROLES).highest(Map.of("roles", List.of("w", "x", "p", "r"))))
        .hasValue(Role.PUBLISHER);
  }

  @Test
  void claimMayBeOneTextWithinOthersOrHavePointsInItsName() {
    assertThat(new RoleClaim("role", ROLES).highest(Map.of("role", "w"))).hasValue(Role.WRITER);
    assertThat(
            new RoleClaim("a.b.roles", ROLES)
                .highest(Map.of("a", Map.of("b", Map.of("roles", List.of("r"))))))
        .hasValue(Role.READER);
    assertThat(
            new RoleClaim("https://city.example/roles", ROLES)
                .highest(Map.of("https://city.example/roles", List.of("r"))))
        .hasValue(Role.READER);
  }

  @Test
  void whatIsNotThereGivesNoRole() {
    RoleClaim claim = new RoleClaim("a.roles", ROLES);
    assertThat(claim.highest(Map.of())).isEmpty();
    assertThat(claim.highest(Map.of("a", "r"))).isEmpty();
    assertThat(claim.highest(Map.of("a", Map.of("roles", List.of("R", "administrator")))))
        .isEmpty();
    assertThat(claim.highest(Map.of("a", Map.of("roles", Map.of("r", true))))).isEmpty();
  }
}

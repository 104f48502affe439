// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignInSettingsTest {
  private static final Map<String, String> ROLES = Map.of("reader-group", "reader");

  private static SignInSettings settings(
      String issuer, String client, String scopes, String claim, Map<String, String> roles) {
    return new SignInSettings(
        issuer,
        client,
        "",
        Arrays.asList(scopes.split(" ", -1)),
        claim,
        roles,
        Duration.ofMinutes(30),
        Duration.ofHours(8));
  }

  @ParameterizedTest
  @CsvSource({
    "https://login.example/realms/x",
    "http://localhost:8080/realms/x",
    "http://127.0.0.1:8080"
  })
  void issuerThatNobodyListensInToIsTaken(String issuer) {
    assertThat(settings(issuer, "c", "openid profile", "roles", ROLES).objection()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "http://login.example, c, openid, roles, issuer",
    "https://u:p@login.example, c, openid, roles, issuer",
    "https://login.example/?tenant=x, c, openid, roles, issuer",
    "login.example, c, openid, roles, issuer",
    "https://login.example, '', openid, roles, clientId",
    "https://login.example, c, profile, roles, scopes",
    "https://login.example, c, openid, '', roleClaim"
  })
  void wrongSettingIsNamed(
      String issuer, String client, String scopes, String claim, String named) {
    assertThat(settings(issuer, client, scopes, claim, ROLES).objection())
        .hasValueSatisfying(objection -> assertThat(objection).startsWith(named));
  }

  @Test
  void valueThatGivesNoRoleOfOursIsNamed() {
    assertThat(
            settings("https://login.example", "c", "openid", "roles", Map.of("g", "boss"))
                .objection())
        .hasValueSatisfying(objection -> assertThat(objection).contains("boss for g"));
    assertThat(settings("https://login.example", "c", "openid", "roles", Map.of()).objection())
        .isPresent();
  }

  @Test
  void sessionMayNotEndBeforeItIsIdle() {
    assertThat(
            new SignInSettings(
                    "", "", "", List.of(), "", ROLES, Duration.ofHours(2), Duration.ofHours(1))
                .objection())
        .hasValueSatisfying(objection -> assertThat(objection).startsWith("absolute"));
  }
}

// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import nl.rotterdam.survey.database.DatabaseSettings;
import nl.rotterdam.survey.database.TestDatabase;
import nl.rotterdam.survey.invitation.Links;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The address key is replaced while surveys are out, and nothing is forgotten by it. */
class KeyRotationIT {
  private static final TestClock CLOCK = new TestClock(Instant.parse("2025-05-14T10:00:00Z"));
  private static final String NEXT = "HxweHRwbGhkYFxYVFBMSERAPDg0MCwoJCAcGBQQDAgE=";

  @TempDir Path folder;

  private SurveyApp start(DatabaseSettings database, Map<String, String> keys) {
    Map<String, String> settings = new HashMap<>(keys);
    settings.put("sending.poll", "PT1H");
    return SurveyApp.start(database, folder, CLOCK, settings);
  }

  @Test
  void aNewAddressKeyForgetsNeitherWhoIsToBeAskedNorWhoStopped() {
    DatabaseSettings database = TestDatabase.H2.fresh();
    try (SurveyApp before = start(database, Map.of())) {
      assertThat(reason(before, "a", "a@example.org")).isEqualTo("asked");
      UUID invitation =
          before
              .jdbi()
              .withHandle(
                  handle ->
                      handle.createQuery("select id from invitation").mapTo(UUID.class).one());
      assertThat(reason(before, "b", "b@example.org")).isEqualTo("asked");
      Links links = new Links(before.url(), Base64.getDecoder().decode(SurveyApp.KEY));
      new SurveyClient(before.url()).post("/u/" + links.token(invitation).value(), Map.of());
    }

    assertThatThrownBy(() -> start(database, Map.of("keys.address", NEXT)))
        .hasRootCauseInstanceOf(SettingException.class)
        .hasStackTraceContaining("HASH_KEY (or ADDRESS_KEY, where it is not set) is not the key");
    assertThatThrownBy(() -> start(database, Map.of("keys.otherAddresses", NEXT)))
        .hasStackTraceContaining("OTHER_ADDRESS_KEYS needs HASH_KEY");

    Map<String, String> rotated =
        Map.of(
            "keys.address", NEXT,
            "keys.otherAddresses", SurveyApp.KEY,
            "keys.hash", SurveyApp.KEY);
    try (SurveyApp after = start(database, rotated)) {
      assertThat(reason(after, "c", "A@example.org")).isEqualTo("opted_out");
      assertThat(reason(after, "d", "b@example.org")).isEqualTo("asked_recently");
      assertThat(reason(after, "e", "e@example.org")).isEqualTo("asked");
      CLOCK.advance(Duration.ofHours(2));
      after.components().senders().forEach(sender -> sender.sendDue());
      assertThat(after.count("invitation where state = 'sent'")).as("one by each key").isEqualTo(2);
    }
  }

  private static String reason(SurveyApp app, String id, String email) {
    return new SurveyClient(app.url())
        .report(
            Map.of(
                "externalId",
                id,
                "channel",
                "phone",
                "startedAt",
                CLOCK.instant().toString(),
                "email",
                email))
        .json()
        .get("reason")
        .asText();
  }
}

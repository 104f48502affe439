// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.openklant;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.dropwizard.validation.ValidationMethod;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.rotterdam.reporting.figure.Channel;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/**
 * The settings group {@code openKlant}: where it is, and what its words mean here.
 *
 * @param url the root of its Klantinteracties API, beneath which alone is fetched; empty: not used
 * @param token what we show there
 * @param authorization what notifications show here, as the whole header
 * @param channels by what a klantcontact calls its kanaal; of others no contact is made
 * @param products by a part of the onderwerp; what is not here becomes no product
 * @param languages by what a klantcontact calls its taal, beside the ISO 639 codes
 * @param callbacks parts of the gevraagdeHandeling of a call-back note; empty: all are
 * @param settle how long after the first notification to fetch
 * @param poll how often to look for what is to be fetched
 * @param timeout for a whole request
 * @param retries after how long to try again; the last one over and over
 */
public record OpenKlantSettings(
    @Pattern(
            regexp =
                "((https://[A-Za-z0-9.-]+|http://(localhost|127\\.0\\.0\\.1))(:[0-9]+)?"
                    + "(/[A-Za-z0-9._~-]+)+)?",
            message =
                "must be the root of the Klantinteracties API by https, such as"
                    + " https://openklant.example.nl/klantinteracties/api/v1, without a slash at"
                    + " the end (OPEN_KLANT_URL)")
        String url,
    @Pattern(regexp = "[!-~]*", message = "must be without spaces (OPEN_KLANT_TOKEN)") String token,
    @Pattern(
            regexp = "([!-~][ -~]{31,})?",
            message = "must be 32 signs at least (OPEN_KLANT_AUTHORIZATION)")
        String authorization,
    @NotNull Map<String, @NotNull Channel> channels,
    @NotNull Map<String, @NotNull String> products,
    @NotNull
        Map<
                String,
                @NotNull
                @Pattern(
                    regexp = "[a-z]{2,3}",
                    message = "must be an ISO 639 language code such as nl")
                String>
            languages,
    @NotNull List<@NotEmpty String> callbacks,
    @NotNull @DurationMin(millis = 0) @DurationMax(days = 1) Duration settle,
    @NotNull @DurationMin(millis = 1) @DurationMax(days = 1) Duration poll,
    @NotNull @DurationMin(millis = 1) @DurationMax(minutes = 10) Duration timeout,
    @NotEmpty List<@NotNull @DurationMin(millis = 1) Duration> retries) {

  /** What is left empty in the file arrives as nothing. */
  public OpenKlantSettings {
    url = Objects.requireNonNullElse(url, "");
    token = Objects.requireNonNullElse(token, "");
    authorization = Objects.requireNonNullElse(authorization, "");
  }

  /** Whether there is an Open Klant to fetch from. */
  public boolean isUsed() {
    return !url.isEmpty();
  }

  /** The same without Open Klant. */
  public OpenKlantSettings toNone() {
    return new OpenKlantSettings(
        "", "", "", channels, products, languages, callbacks, settle, poll, timeout, retries);
  }

  @JsonIgnore
  @ValidationMethod(
      message =
          "openKlant.url (OPEN_KLANT_URL) needs openKlant.token (OPEN_KLANT_TOKEN) and"
              + " openKlant.authorization (OPEN_KLANT_AUTHORIZATION) with it")
  public boolean isComplete() {
    return !isUsed() || (!token.isEmpty() && !authorization.isEmpty());
  }

  /** Leaves the secrets out. */
  @Override
  public String toString() {
    return "OpenKlantSettings[" + url + "]";
  }
}

// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.contact;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import nl.rotterdam.reporting.figure.Channel;

/** A contact as a source system reports it, in the columns of contacts.csv. */
public record NewContact(
    @NotNull(message = REQUIRED) @Size(max = 200) @Pattern(regexp = TEXT, message = TEXT_ONLY)
        String externalId,
    @NotNull(message = REQUIRED + ": one of counter, phone, chat, social, video") Channel channel,
    @Size(max = 200) @Pattern(regexp = TEXT, message = TEXT_ONLY) String location,
    @Size(max = 200) @Pattern(regexp = TEXT, message = TEXT_ONLY) String product,
    @Size(max = 200) @Pattern(regexp = TEXT, message = TEXT_ONLY) String wijk,
    @Size(max = 200) @Pattern(regexp = TEXT, message = TEXT_ONLY) String cluster,
    @Pattern(
            regexp = "[a-z]{2,3}",
            message = "must be an ISO 639 language code of two or three small letters, such as nl")
        String language,
    @NotNull(message = REQUIRED + ": a time with offset such as 2025-05-14T10:15:00+02:00")
        OffsetDateTime startedAt,
    @Min(0) @Max(NewContact.MAX_SECONDS) Integer durationSeconds,
    Boolean resolvedFirstTime,
    @Size(max = 254)
        @Pattern(regexp = "[\\x21-\\x7e]*", message = EMAIL)
        @Email(regexp = ".+@.+\\..+", message = EMAIL)
        String email,
    @Phone String phone) {

  /**
   * Letters, digits, signs and spaces of any script: no control characters, no half characters, and
   * nothing that turns the direction of what is written beside it.
   */
  public static final String TEXT = "[^\\p{Cc}\\p{Cs}\\u202A-\\u202E\\u2066-\\u2069]*";

  public static final String TEXT_ONLY =
      "must not hold control characters, nor characters that turn the direction of text";

  static final int MAX_SECONDS = 86_400;

  private static final String REQUIRED = "is required";
  private static final String EMAIL = "must be an e-mail address such as name@example.org";

  /** Source systems write "nothing" as an empty text, too. */
  public NewContact {
    externalId = blankToNull(externalId);
    location = blankToNull(location);
    product = blankToNull(product);
    wijk = blankToNull(wijk);
    cluster = blankToNull(cluster);
    language = blankToNull(language);
    email = blankToNull(email);
    phone = blankToNull(phone);
  }

  /** When the conversation was over, as far as the source tells. */
  public Instant endedAt() {
    return startedAt
        .toInstant()
        .plus(Duration.ofSeconds(Optional.ofNullable(durationSeconds).orElse(0)));
  }

  static String blankToNull(String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  /** Leaves the address out: it must not reach a log. */
  @Override
  public String toString() {
    return "NewContact[" + channel + " " + externalId + "]";
  }
}

// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.dropwizard.validation.ValidationMethod;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/**
 * The settings group {@code reports}: when the monthly report is made, and to whom it is mailed.
 *
 * @param recipients the distribution list; empty: reports are made and kept, and nothing is mailed
 * @param languages in which it is written; mails are in the first
 * @param workingDay on which working day of the month the report of the last month is made
 * @param time from what time on that day, as written
 * @param poll how often to look for what is due
 */
public record ReportSettings(
    @NotNull
        List<@NotEmpty @Email(message = "must be an e-mail address (REPORT_RECIPIENTS)") String>
            recipients,
    @NotEmpty List<@NotEmpty String> languages,
    @NotNull @Min(1) @Max(10) Integer workingDay,
    @NotNull
        @Pattern(
            regexp = "([01]\\d|2[0-3]):[0-5]\\d",
            message = "must be a time such as 07:00 (REPORT_TIME)")
        String time,
    @NotNull @DurationMin(millis = 1) @DurationMax(days = 1) Duration poll) {

  @JsonIgnore
  @ValidationMethod(message = "reports.recipients names an address twice (REPORT_RECIPIENTS)")
  public boolean isEachRecipientOnce() {
    return recipients == null
        || recipients.stream().map(address -> address.toLowerCase(Locale.ROOT)).distinct().count()
            == recipients.size();
  }

  @JsonIgnore
  @ValidationMethod(message = "reports.languages names a language twice")
  public boolean isEachLanguageOnce() {
    return languages == null || languages.stream().distinct().count() == languages.size();
  }

  /** How many are on the list: their addresses are nobody else's business. */
  @Override
  public String toString() {
    return "ReportSettings[%d recipients, languages %s, working day %d, %s]"
        .formatted(recipients.size(), languages, workingDay, time);
  }
}

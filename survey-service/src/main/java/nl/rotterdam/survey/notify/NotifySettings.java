// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.notify;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.dropwizard.validation.ValidationMethod;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.Objects;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/**
 * The settings group {@code notify}: the account at NotifyNL.
 *
 * @param apiKey as NotifyNL gives it, with its name and two ids; empty: nothing goes by NotifyNL
 * @param mailTemplate the template that mails are put into; empty: mails go another way
 * @param smsTemplate the same of text messages
 * @param receiptToken what NotifyNL shows when it brings receipts; empty: it is not let in
 * @param responseTimeout for a whole request
 */
public record NotifySettings(
    @Pattern(
            regexp = "https?://[A-Za-z0-9.:\\[\\]-]+",
            message =
                "must be an address such as https://api.notifynl.nl, without a slash at the end")
        String url,
    @Pattern(
            regexp = "(.*" + ID + "-" + ID + ")?",
            message =
                "must be a whole key: its name, the service's id and the secret (NOTIFY_API_KEY)")
        String apiKey,
    @Pattern(regexp = "(" + ID + ")?", message = "must be a template's id (NOTIFY_MAIL_TEMPLATE)")
        String mailTemplate,
    @Pattern(regexp = "(" + ID + ")?", message = "must be a template's id (NOTIFY_SMS_TEMPLATE)")
        String smsTemplate,
    @Pattern(
            regexp = "([!-~]{32,})?",
            message = "must be 32 signs at least, without spaces (NOTIFY_RECEIPT_TOKEN)")
        String receiptToken,
    @DurationMin(millis = 1) @DurationMax(minutes = 10) Duration connectTimeout,
    @DurationMin(millis = 1) @DurationMax(minutes = 10) Duration responseTimeout) {

  private static final String ID = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

  public NotifySettings {
    url = Objects.requireNonNullElse(url, "https://api.notifynl.nl");
    apiKey = Objects.requireNonNullElse(apiKey, "");
    mailTemplate = Objects.requireNonNullElse(mailTemplate, "");
    smsTemplate = Objects.requireNonNullElse(smsTemplate, "");
    receiptToken = Objects.requireNonNullElse(receiptToken, "");
    connectTimeout = Objects.requireNonNullElse(connectTimeout, Duration.ofSeconds(10));
    responseTimeout = Objects.requireNonNullElse(responseTimeout, Duration.ofSeconds(30));
  }

  /** Whether mails to residents go by NotifyNL. */
  public boolean carriesMails() {
    return !mailTemplate.isEmpty();
  }

  /** Whether text messages go by NotifyNL. */
  public boolean carriesTexts() {
    return !smsTemplate.isEmpty();
  }

  /** The same without an account: nothing goes by NotifyNL. */
  public NotifySettings toNone() {
    return new NotifySettings(url, "", "", "", "", connectTimeout, responseTimeout);
  }

  @JsonIgnore
  @ValidationMethod(
      message =
          "notify.apiKey (NOTIFY_API_KEY) needs notify.mailTemplate (NOTIFY_MAIL_TEMPLATE),"
              + " notify.smsTemplate (NOTIFY_SMS_TEMPLATE) or both with it, and they need it")
  public boolean isAccountComplete() {
    return apiKey.isEmpty() != (carriesMails() || carriesTexts());
  }

  @JsonIgnore
  @ValidationMethod(
      message = "notify.receiptToken (NOTIFY_RECEIPT_TOKEN) needs notify.apiKey with it")
  public boolean isReceiptExpected() {
    return receiptToken.isEmpty() || !apiKey.isEmpty();
  }

  /** Leaves key and token out. */
  @Override
  public String toString() {
    return "NotifySettings[%s, mailTemplate %s, smsTemplate %s]"
        .formatted(url, mailTemplate, smsTemplate);
  }
}

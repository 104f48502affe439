// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.mail;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.dropwizard.validation.ValidationMethod;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.Objects;
import nl.rotterdam.survey.mail.MailSettings.Tls;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/**
 * The settings group {@code mail.bounces}: the mailbox to which notices come that a mail could not
 * be delivered.
 *
 * @param host the IMAP server; empty: no mailbox is read
 * @param folder where the notices are
 * @param poll how often to look
 */
public record BounceSettings(
    @Pattern(regexp = "[\\w.:-]*", message = "is a host name or empty") String host,
    @Min(1) @Max(65535) Integer port,
    Tls tls,
    String username,
    String password,
    String folder,
    @DurationMin(millis = 1) @DurationMax(days = 1) Duration poll) {

  /** No mailbox. */
  static final BounceSettings NONE = new BounceSettings(null, null, null, null, null, null, null);

  public BounceSettings {
    host = Objects.requireNonNullElse(host, "");
    tls = Objects.requireNonNullElse(tls, Tls.IMPLICIT);
    port = Objects.requireNonNullElse(port, tls == Tls.IMPLICIT ? 993 : 143);
    username = Objects.requireNonNullElse(username, "");
    password = Objects.requireNonNullElse(password, "");
    folder = Objects.requireNonNullElse(folder, "INBOX");
    poll = Objects.requireNonNullElse(poll, Duration.ofMinutes(1));
  }

  /** Whether there is a mailbox to read. */
  public boolean isUsed() {
    return !host.isEmpty();
  }

  @JsonIgnore
  @ValidationMethod(message = "mail.bounces.host needs mail.bounces.username and its password")
  public boolean isSignInComplete() {
    return !isUsed() || (!username.isEmpty() && !password.isEmpty());
  }

  @Override
  public String toString() {
    return "BounceSettings[%s:%d, tls %s, folder %s]".formatted(host, port, tls, folder);
  }
}

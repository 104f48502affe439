// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.mail;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.dropwizard.validation.ValidationMethod;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/**
 * The settings group {@code mail}: the relay that takes our mails and the name they go out under.
 *
 * @param host the relay; empty: mails go to the outbox folder
 * @param username empty: the relay knows us without
 * @param from the sender's address, in the header and the envelope
 * @param returnPath the envelope's sender, where it is another; with {mark} in it, each mail's own
 * @param idleTimeout how long an unused connection is trusted to be alive
 * @param messagesPerConnection after how many mails to connect anew, as relays want it
 * @param bounces where notices come that a mail could not be delivered
 */
public record MailSettings(
    @Pattern(regexp = "[\\w.:-]*", message = "is a host name or empty") String host,
    @Min(1) @Max(65535) Integer port,
    Tls tls,
    String username,
    String password,
    @NotEmpty @Email String from,
    @Pattern(regexp = "[^\\p{Cntrl}]*", message = "holds no control characters") String fromName,
    @Pattern(
            regexp = "([\\w.+-]{0,10}[+._-]\\{mark}@[\\w.-]+|[\\w.+-]{1,64}@[\\w.-]+)?",
            message =
                "must be an address such as bounces@example.nl, or bounces+{mark}@example.nl with at"
                    + " most 11 signs before {mark}, the last of them a + (MAIL_RETURN_PATH)")
        String returnPath,
    @DurationMin(millis = 1) @DurationMax(minutes = 10) Duration connectTimeout,
    @DurationMin(millis = 1) @DurationMax(minutes = 10) Duration readTimeout,
    @DurationMin(millis = 1) @DurationMax(minutes = 10) Duration writeTimeout,
    @DurationMin(millis = 1) @DurationMax(minutes = 10) Duration idleTimeout,
    @Min(1) @Max(100_000) Integer messagesPerConnection,
    @Valid BounceSettings bounces) {

  /** How the connection to the relay is encrypted. */
  public enum Tls {
    /** Not at all. */
    NONE,
    /** After STARTTLS where the relay offers it; in the clear where it does not. */
    OFFERED,
    /** After STARTTLS, or no mail goes. */
    STARTTLS,
    /** From the first byte. */
    IMPLICIT
  }

  public MailSettings {
    host = Objects.requireNonNullElse(host, "");
    tls = Objects.requireNonNullElse(tls, Tls.STARTTLS);
    port = Objects.requireNonNullElse(port, tls == Tls.IMPLICIT ? 465 : 587);
    username = Objects.requireNonNullElse(username, "");
    password = Objects.requireNonNullElse(password, "");
    fromName = Objects.requireNonNullElse(fromName, "");
    returnPath = Objects.requireNonNullElse(returnPath, "");
    connectTimeout = Objects.requireNonNullElse(connectTimeout, Duration.ofSeconds(10));
    readTimeout = Objects.requireNonNullElse(readTimeout, Duration.ofSeconds(60));
    writeTimeout = Objects.requireNonNullElse(writeTimeout, Duration.ofSeconds(60));
    idleTimeout = Objects.requireNonNullElse(idleTimeout, Duration.ofSeconds(30));
    messagesPerConnection = Objects.requireNonNullElse(messagesPerConnection, 1000);
    bounces = Objects.requireNonNullElse(bounces, BounceSettings.NONE);
  }

  /** Whether mails go to the outbox folder, because no relay is named. */
  public boolean usesOutbox() {
    return host.isEmpty();
  }

  /** The same sender without a relay: mails go to the outbox folder. */
  public MailSettings toOutbox() {
    return new MailSettings(
        "",
        port,
        tls,
        "",
        "",
        from,
        fromName,
        returnPath,
        connectTimeout,
        readTimeout,
        writeTimeout,
        idleTimeout,
        messagesPerConnection,
        BounceSettings.NONE);
  }

  /** The envelope's sender of the mail with this mark; empty: the same as in its header. */
  Optional<String> returnPath(String mark) {
    return Optional.of(returnPath.replace("{mark}", mark)).filter(path -> !path.isEmpty());
  }

  @JsonIgnore
  @ValidationMethod(message = "mail.username and mail.password go together: set both or neither")
  public boolean isSignInComplete() {
    return username.isEmpty() == password.isEmpty();
  }

  @Override
  public String toString() {
    return "MailSettings[%s:%d, tls %s, username %s, password %s, from %s]"
        .formatted(host, port, tls, username, password.isEmpty() ? "none" : "***", from);
  }
}

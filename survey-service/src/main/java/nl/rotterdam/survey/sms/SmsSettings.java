// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.sms;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.dropwizard.validation.ValidationMethod;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.Objects;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jsmpp.bean.BindType;

/**
 * The settings group {@code sms}: the SMPP account at the carrier and the sender that residents
 * see. The lengths are those of SMPP 3.4.
 *
 * @param host the carrier; empty: messages go to the outbox folder
 * @param bind what the account allows; what a transceiver receives is refused for now
 * @param sender a name of at most 11 characters, a number in E.164 or a short code
 * @param enquireInterval after how long a silent connection is asked whether it is alive
 */
public record SmsSettings(
    @Pattern(regexp = "[\\w.:-]*", message = "is a host name or empty") String host,
    @Min(1) @Max(65535) Integer port,
    Boolean tls,
    Bind bind,
    @Size(max = 15) String systemId,
    @Size(max = 8) String password,
    @Size(max = 12) String systemType,
    @Pattern(
            regexp = "(?=.*[A-Za-z])[A-Za-z0-9 &._-]{1,11}|\\+[1-9][0-9]{6,14}|[0-9]{3,8}|",
            message = "is a name of at most 11 letters, a number as +31… or a short code")
        String sender,
    @DurationMin(millis = 1) @DurationMax(minutes = 10) Duration connectTimeout,
    @DurationMin(millis = 1) @DurationMax(minutes = 10) Duration responseTimeout,
    @DurationMin(millis = 1) @DurationMax(minutes = 10) Duration enquireInterval) {

  /** In which direction messages go over the connection. */
  public enum Bind {
    /** From us only. */
    TRANSMITTER(BindType.BIND_TX),
    /** Both ways. */
    TRANSCEIVER(BindType.BIND_TRX);

    private final BindType type;

    Bind(BindType type) {
      this.type = type;
    }

    BindType type() {
      return type;
    }
  }

  public SmsSettings {
    host = Objects.requireNonNullElse(host, "");
    tls = Objects.requireNonNullElse(tls, false);
    port = Objects.requireNonNullElse(port, tls ? 3550 : 2775);
    bind = Objects.requireNonNullElse(bind, Bind.TRANSMITTER);
    systemId = Objects.requireNonNullElse(systemId, "");
    password = Objects.requireNonNullElse(password, "");
    systemType = Objects.requireNonNullElse(systemType, "");
    sender = Objects.requireNonNullElse(sender, "");
    connectTimeout = Objects.requireNonNullElse(connectTimeout, Duration.ofSeconds(10));
    responseTimeout = Objects.requireNonNullElse(responseTimeout, Duration.ofSeconds(10));
    enquireInterval = Objects.requireNonNullElse(enquireInterval, Duration.ofSeconds(30));
  }

  /** Whether messages go to the outbox folder, because no carrier is named. */
  public boolean usesOutbox() {
    return host.isEmpty();
  }

  /** The same sender without a carrier: messages go to the outbox folder. */
  public SmsSettings toOutbox() {
    return new SmsSettings(
        "", port, tls, bind, "", "", "", sender, connectTimeout, responseTimeout, enquireInterval);
  }

  @JsonIgnore
  @ValidationMethod(message = "sms.host needs sms.systemId and sms.sender with it")
  public boolean isAccountComplete() {
    return usesOutbox() || (!systemId.isEmpty() && !sender.isEmpty());
  }

  @Override
  public String toString() {
    return "SmsSettings[%s:%d, tls %s, %s, systemId %s, password %s, sender %s]"
        .formatted(host, port, tls, bind, systemId, password.isEmpty() ? "none" : "***", sender);
  }
}

// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.sms;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.dropwizard.validation.ValidationMethod;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jsmpp.bean.BindType;

/**
 * The settings group {@code sms}: the SMPP account at the carrier and the sender that residents
 * see. The lengths are those of SMPP 3.4.
 *
 * @param host the carrier; empty: messages go to the outbox folder
 * @param bind what the account allows; only a transceiver is told what became of a message
 * @param sender a name of at most 11 characters, a number in E.164 or a short code
 * @param enquireInterval after how long a silent connection is asked whether it is alive
 * @param rebindAfter how long to wait before a transceiver is bound anew, for each failure in a
 *     row; the last for all further ones
 * @param receiptIds how receipts write the number by which the carrier took a message
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
    @DurationMin(millis = 1) @DurationMax(minutes = 10) Duration enquireInterval,
    @Size(min = 1) List<@DurationMin(millis = 1) @DurationMax(hours = 1) Duration> rebindAfter,
    ReceiptIds receiptIds) {

  /** How carriers write a message's number in the text of its receipt. */
  public enum ReceiptIds {
    /** As they gave it. */
    SAME,
    /** In decimals, where they gave it in hexadecimals. */
    DECIMAL,
    /** In hexadecimals, where they gave it in decimals. */
    HEXADECIMAL;

    /** The number as it was given, from the text of a receipt; what is no number stays. */
    String ofReceipt(String id) {
      try {
        return switch (this) {
          case SAME -> id;
          case DECIMAL -> new BigInteger(id).toString(16);
          case HEXADECIMAL -> new BigInteger(id, 16).toString();
        };
      } catch (NumberFormatException e) {
        return id;
      }
    }

    /** The number as it was given, written in the one way in which receipts are compared. */
    String ofMessage(String id) {
      try {
        return switch (this) {
          case SAME -> id;
          case DECIMAL -> new BigInteger(id, 16).toString(16);
          case HEXADECIMAL -> new BigInteger(id).toString();
        };
      } catch (NumberFormatException e) {
        return id;
      }
    }
  }

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
    rebindAfter =
        rebindAfter == null
            ? List.of(
                Duration.ofSeconds(1),
                Duration.ofSeconds(5),
                Duration.ofSeconds(30),
                Duration.ofMinutes(1))
            : List.copyOf(rebindAfter);
    receiptIds = Objects.requireNonNullElse(receiptIds, ReceiptIds.SAME);
  }

  /** Whether messages go to the outbox folder, because no carrier is named. */
  public boolean usesOutbox() {
    return host.isEmpty();
  }

  /** The same sender without a carrier: messages go to the outbox folder. */
  public SmsSettings toOutbox() {
    return new SmsSettings(
        "",
        port,
        tls,
        bind,
        "",
        "",
        "",
        sender,
        connectTimeout,
        responseTimeout,
        enquireInterval,
        rebindAfter,
        receiptIds);
  }

  /** Whether residents can answer: the carrier brings what they send, to a sender with a number. */
  public boolean bringsAnswers() {
    return bind == Bind.TRANSCEIVER && sender.matches("\\+?[0-9]+");
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

// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.delivery;

import java.io.IOException;
import java.util.regex.Pattern;

/**
 * A message did not go, with what that means for this message and for those behind it.
 *
 * <p>Reasons are stored and logged, and carriers quote the address in their replies: so a reason is
 * a short code that cannot hold an address, and only a failure of the connection, which knows no
 * resident, brings its cause along.
 */
public final class DeliveryException extends Exception {
  private static final long serialVersionUID = 1L;
  private static final Pattern REASON = Pattern.compile("[a-z0-9_.]{1,40}");

  /** What a sender does next. */
  public enum Kind {
    /** This message will never go: end it with the reason. */
    PERMANENT,
    /** This message may go later; the others are not concerned. */
    TRANSIENT,
    /**
     * The carrier is out of reach or refuses us: pause the queue, it is not the message's fault.
     */
    UNAVAILABLE
  }

  private final Kind kind;
  private final String reason;
  private final boolean mayHaveArrived;
  private final boolean addressDead;

  public DeliveryException(Kind kind, String reason) {
    this(kind, reason, null, false, false);
  }

  private DeliveryException(
      Kind kind, String reason, Throwable cause, boolean mayHaveArrived, boolean addressDead) {
    super(kind + " " + reason, cause);
    if (!REASON.matcher(reason).matches()) {
      throw new IllegalArgumentException("A reason is a short code of a-z, 0-9, '_' and '.'");
    }
    this.kind = kind;
    this.reason = reason;
    this.mayHaveArrived = mayHaveArrived;
    this.addressDead = addressDead;
  }

  /** The connection to the carrier failed; the cause tells the operator why. */
  public static DeliveryException unavailable(String reason, IOException cause) {
    return new DeliveryException(Kind.UNAVAILABLE, reason, cause, false, false);
  }

  /** The same failure, of a message that the carrier may have taken all the same. */
  public DeliveryException ofOneThatMayHaveArrived() {
    return new DeliveryException(kind, reason, getCause(), true, addressDead);
  }

  /** There is nobody at the address, so that it need not be tried again by any message. */
  public static DeliveryException deadAddress(String reason) {
    return new DeliveryException(Kind.PERMANENT, reason, null, false, true);
  }

  /** Whether the carrier may have taken the message all the same, so that a retry may repeat it. */
  public boolean mayHaveArrived() {
    return mayHaveArrived;
  }

  /** Whether the carrier says that there is nobody at the address. */
  public boolean addressDead() {
    return addressDead;
  }

  public Kind kind() {
    return kind;
  }

  /** A short code with the carrier's status, such as {@code smtp_550_5.1.1}. */
  public String reason() {
    return reason;
  }
}

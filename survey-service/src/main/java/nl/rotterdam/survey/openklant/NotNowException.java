// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.openklant;

/** Something cannot be fetched now. */
final class NotNowException extends Exception {
  private static final long serialVersionUID = 1L;

  private final boolean nothing;

  private NotNowException(String message, boolean nothing) {
    super(message);
    this.nothing = nothing;
  }

  /** It is about this one alone. */
  static NotNowException thisOne(String reason) {
    return new NotNowException(reason, false);
  }

  /** Nothing else can be fetched either. */
  static NotNowException nothing(String reason) {
    return new NotNowException(reason, true);
  }

  boolean isNothing() {
    return nothing;
  }
}

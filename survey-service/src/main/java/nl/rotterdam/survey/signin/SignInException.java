// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.signin;

/** Nobody is let in. */
public final class SignInException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Cause {
    /** They have come before, too late, or by another browser. */
    STATE,
    /** The provider let them go without a code. */
    REFUSED,
    /** The provider did not take the code. */
    CODE,
    /** What the provider says of them is not what it must be. */
    TOKEN,
    /** The provider cannot be reached. */
    UNAVAILABLE,
    /** Not the name or not the password. */
    PASSWORD,
    /** Too many tried. */
    TOO_MANY,
    /** They have no role here. */
    ROLE
  }

  private final Cause why;

  public SignInException(Cause cause) {
    super(cause.name());
    this.why = cause;
  }

  /** With what happened, which says nothing of who came. */
  SignInException(Cause cause, Throwable failure) {
    super(cause.name(), failure);
    this.why = cause;
  }

  /** Why not. */
  public Cause why() {
    return why;
  }
}

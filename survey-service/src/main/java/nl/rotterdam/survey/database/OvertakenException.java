// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.database;

/**
 * Another transaction stored what this one had looked for in vain; {@link Database} tries again.
 */
public final class OvertakenException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public OvertakenException(Throwable cause) {
    super(cause);
  }

  /**
   * @param what was stored by another
   */
  public OvertakenException(String what) {
    super(what);
  }
}

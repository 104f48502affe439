// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey;

/** A command cannot do what it was asked; the message says why, to who typed it. */
public final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int exitCode;

  /** With exit code 1. */
  public UsageException(String message) {
    this(message, 1);
  }

  public UsageException(String message, int exitCode) {
    super(message);
    this.exitCode = exitCode;
  }

  int exitCode() {
    return exitCode;
  }
}

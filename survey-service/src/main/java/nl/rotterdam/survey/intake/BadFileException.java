// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.intake;

/** A file of which nothing can be read, because its header is not what it should be. */
public final class BadFileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BadFileException(String message) {
    super(message);
  }
}

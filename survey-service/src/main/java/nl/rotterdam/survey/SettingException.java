// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey;

/** A setting that cannot be used, in one sentence that names it. */
public final class SettingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public SettingException(String sentence) {
    super(sentence);
  }
}

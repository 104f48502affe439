// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.office;

import java.util.regex.Pattern;

/**
 * Keeps a text from being taken for a formula by the program that opens the file: an apostrophe
 * before it, as a user would type. It can be taken off again without loss.
 */
public final class FormulaGuard {
  private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\\t\\r\\n].*", Pattern.DOTALL);

  /** Where another cell might begin with a formula, quotation marks and apostrophes aside. */
  private static final Pattern NEXT_CELL = Pattern.compile("([;\\t\\r\\n]\\s*)(?=['\"]*[=+\\-@])");

  private FormulaGuard() {}

  /**
   * Whether a spreadsheet might compute this text: it begins with {@code = + - @}, a tab or a line
   * end, or with apostrophes and then one of those.
   */
  public static boolean isNeeded(String text) {
    return FORMULA.matcher(text).matches();
  }

  /** The text, with an apostrophe before it where that is needed. */
  public static String on(String text) {
    return isNeeded(text) ? "'" + text : text;
  }

  /**
   * The text for a file of which a program may part the columns wherever there is a semicolon, a
   * tab or a line end, whatever its quotation marks say, as spreadsheets do where the comma is for
   * decimals: with an apostrophe before each part that needs one. It cannot be taken off again.
   */
  public static String throughout(String text) {
    return on(NEXT_CELL.matcher(text).replaceAll("$1'"));
  }

  /** The text as it was before {@link #on}. */
  public static String off(String guarded) {
    return guarded.startsWith("'") && isNeeded(guarded) ? guarded.substring(1) : guarded;
  }
}

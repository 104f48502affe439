// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.chart;

/**
 * What Java must be told on a machine without fonts. There it refuses every font, also one out of
 * this program, until a file describes the machine's; one that names a font which need not be there
 * is enough. This module writes no files: who starts the program writes {@link #TEXT} to one and
 * names it in the system property {@link #PROPERTY}, before anything is drawn. On a machine with
 * fonts it does no harm and changes no picture.
 */
public final class FontDescription {
  /** The system property that holds the path of the file; Java reads it once. */
  public static final String PROPERTY = "sun.awt.fontconfig";

  /** How the name of the file must end. */
  public static final String SUFFIX = ".properties";

  /** The content of the file, in ASCII. */
  public static final String TEXT =
      """
      version=1
      allfonts.latin-1=Liberation Sans
      sequence.allfonts=latin-1
      filename.Liberation_Sans=LiberationSans-Regular.ttf
      """;

  private FontDescription() {}
}

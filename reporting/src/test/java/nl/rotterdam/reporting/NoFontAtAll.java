// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** Says whether Java can load a font here by itself. */
final class NoFontAtAll {

  private NoFontAtAll() {}

  public static void main(String[] arguments) throws IOException, FontFormatException {
    byte[] file;
    try (var in = NoFontAtAll.class.getResourceAsStream("/liberation/LiberationSans-Regular.ttf")) {
      file = in.readAllBytes();
    }
    try {
      Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(file));
      System.out.println("some");
    } catch (IOException | InternalError e) {
      System.out.println("none: " + e.getMessage());
    }
  }
}

// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.invitation;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.imageio.ImageIO;

/** A link as a QR code (ISO/IEC 18004), to be shown on a screen that a phone is held before. */
public final class SurveyCode {
  private static final int QUIET_ZONE = 4;
  private static final int PIXELS = 8;
  private static final int WHITE = 0xffffff;

  private final BitMatrix modules;

  /** The code of a link. */
  public SurveyCode(String link) {
    try {
      this.modules =
          new QRCodeWriter()
              .encode(
                  link,
                  BarcodeFormat.QR_CODE,
                  0,
                  0,
                  Map.of(
                      EncodeHintType.MARGIN,
                      QUIET_ZONE,
                      EncodeHintType.ERROR_CORRECTION,
                      ErrorCorrectionLevel.M));
    } catch (WriterException e) {
      throw new IllegalStateException("A link does not fit in a QR code", e);
    }
  }

  /** As vectors, one unit a module; as large as the page that shows it likes. */
  public byte[] svg() {
    StringBuilder dark = new StringBuilder();
    for (int y = 0; y < modules.getHeight(); y++) {
      for (int x = 0; x < modules.getWidth(); x++) {
        if (modules.get(x, y)) {
          dark.append("M%d %dh1v1h-1z".formatted(x, y));
        }
      }
    }
    return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" role="img" \
        shape-rendering="crispEdges"><title>QR</title><path fill="#fff" d="M0 0h%1$dv%2$dH0z"/>\
        <path d="%3$s"/></svg>
        """
        .formatted(modules.getWidth(), modules.getHeight(), dark)
        .getBytes(StandardCharsets.UTF_8);
  }

  /** As pixels, eight a module. */
  public byte[] png() {
    BufferedImage image =
        new BufferedImage(
            modules.getWidth() * PIXELS,
            modules.getHeight() * PIXELS,
            BufferedImage.TYPE_BYTE_BINARY);
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        image.setRGB(x, y, modules.get(x / PIXELS, y / PIXELS) ? 0 : WHITE);
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}

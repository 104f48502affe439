// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class SurveyCodeTest {
  private static final String LINK = "https://enquete.rotterdam.nl/s/0123456789ABCDEFGHIJKL";

  @Test
  void aPhoneReadsTheLink() throws Exception {
    BufferedImage image = image();
    assertThat(read(image)).isEqualTo(LINK);
  }

  @Test
  void vectorsAreTheSameCode() throws Exception {
    BufferedImage pixels = image();
    int modules = pixels.getWidth() / 8;
    BufferedImage drawn = new BufferedImage(modules, modules, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < modules * modules; i++) {
      drawn.setRGB(i % modules, i / modules, 0xffffff);
    }
    String svg = new String(new SurveyCode(LINK).svg(), StandardCharsets.UTF_8);
    assertThat(svg).contains("viewBox=\"0 0 %1$d %1$d\"".formatted(modules));
    Matcher module = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z").matcher(svg);
    while (module.find()) {
      drawn.setRGB(Integer.parseInt(module.group(1)), Integer.parseInt(module.group(2)), 0);
    }
    for (int i = 0; i < modules * modules; i++) {
      int x = i % modules;
      int y = i / modules;
      assertThat(drawn.getRGB(x, y)).isEqualTo(pixels.getRGB(x * 8 + 4, y * 8 + 4));
    }
  }

  private static BufferedImage image() throws Exception {
    return ImageIO.read(new ByteArrayInputStream(new SurveyCode(LINK).png()));
  }

  private static String read(BufferedImage image) throws Exception {
    int width = image.getWidth();
    int height = image.getHeight();
    int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
    RGBLuminanceSource light = new RGBLuminanceSource(width, height, pixels);
    return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(light))).getText();
  }
}

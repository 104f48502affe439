// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** By which a receiver knows who sent a body, and when. */
final class WebhookSignature {
  static final String HEADER = "Peilschaal-Signature";

  private static final String ALGORITHM = "HmacSHA256";

  private WebhookSignature() {}

  /** The header's text: the time, and a signature of time and body for each secret. */
  static String of(Instant time, String body, List<String> secrets) {
    String signed = time.getEpochSecond() + "." + body;
    return secrets.stream()
        .map(secret -> ",v1=" + hex(secret, signed))
        .collect(Collectors.joining("", "t=" + time.getEpochSecond(), ""));
  }

  private static String hex(String secret, String signed) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      return HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java lacks " + ALGORITHM, e);
    }
  }
}

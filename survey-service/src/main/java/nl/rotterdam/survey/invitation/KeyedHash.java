// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.invitation;

import com.google.crypto.tink.subtle.Hkdf;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HMAC-SHA256 with a key of its own for each purpose, all derived from one secret: what is hashed
 * for one purpose cannot be compared with what is hashed for another, or guessed without the key.
 */
public final class KeyedHash {
  private static final String ALGORITHM = "HmacSHA256";

  /** Never updated, only copied: looking it up and deriving its key costs more than a hash. */
  private final Mac fresh;

  public KeyedHash(byte[] secret, String purpose) {
    try {
      byte[] derived =
          Hkdf.computeHkdf(
              ALGORITHM, secret, new byte[0], purpose.getBytes(StandardCharsets.UTF_8), 32);
      this.fresh = Mac.getInstance(ALGORITHM);
      this.fresh.init(new SecretKeySpec(derived, ALGORITHM));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java lacks " + ALGORITHM, e);
    }
  }

  /** By which addresses are known again. */
  public static KeyedHash ofAddresses(byte[] secret) {
    return new KeyedHash(secret, "address hash");
  }

  /** The hash of these texts in this order; null is not the same as an empty text. */
  public byte[] of(String... texts) {
    Mac mac = copy();
    for (String text : texts) {
      byte[] bytes = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
      mac.update(ByteBuffer.allocate(4).putInt(text == null ? -1 : bytes.length).flip());
      mac.update(bytes);
    }
    return mac.doFinal();
  }

  private Mac copy() {
    try {
      return (Mac) fresh.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("This Java cannot copy " + ALGORITHM, e);
    }
  }
}

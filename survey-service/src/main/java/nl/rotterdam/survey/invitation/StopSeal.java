// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.invitation;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.DeterministicAead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.daead.AesSivKey;
import com.google.crypto.tink.daead.AesSivParameters;
import com.google.crypto.tink.daead.DeterministicAeadConfig;
import com.google.crypto.tink.subtle.Hkdf;
import com.google.crypto.tink.util.SecretBytes;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whom a link stops surveys for, in the link itself: the keyed hashes of the addresses, encrypted
 * (AES-SIV, so that each try carries the same link). Such a link works for as long as the mail is
 * kept that it stands in, and nothing need be kept here. Written in digits and small letters only,
 * as a mail program leaves a sign at the end out of a link.
 */
final class StopSeal {
  private static final int HASH = 32;
  private static final int RADIX = 36;
  private static final byte[] NOTHING = new byte[0];

  /** Longer than any token of a link, and no longer than what two hashes make. */
  private static final Pattern FORM = Pattern.compile("[0-9a-z]{60,140}");

  private final DeterministicAead cipher;

  StopSeal(byte[] secret) {
    try {
      DeterministicAeadConfig.register();
      this.cipher =
          KeysetHandle.newBuilder()
              .addEntry(KeysetHandle.importKey(key(secret)).withRandomId().makePrimary())
              .build()
              .getPrimitive(RegistryConfiguration.get(), DeterministicAead.class);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The link key cannot be used", e);
    }
  }

  @AccessesPartialKey
  private static AesSivKey key(byte[] secret) throws GeneralSecurityException {
    byte[] derived =
        Hkdf.computeHkdf(
            "HmacSHA256", secret, NOTHING, "stop link".getBytes(StandardCharsets.US_ASCII), 64);
    return AesSivKey.builder()
        .setParameters(
            AesSivParameters.builder()
                .setKeySizeBytes(derived.length)
                .setVariant(AesSivParameters.Variant.NO_PREFIX)
                .build())
        .setKeyBytes(SecretBytes.copyFrom(derived, InsecureSecretKeyAccess.get()))
        .build();
  }

  /** The hashes of one or two addresses, to stand in a link. */
  String seal(List<byte[]> hashes) {
    ByteBuffer plain = ByteBuffer.allocate(HASH * hashes.size());
    hashes.forEach(plain::put);
    try {
      byte[] sealed = cipher.encryptDeterministically(plain.array(), NOTHING);
      // a one in front, or zeros would be lost
      ByteBuffer written = ByteBuffer.allocate(1 + sealed.length).put((byte) 1).put(sealed);
      return new BigInteger(written.array()).toString(RADIX);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Hashes cannot be sealed", e);
    }
  }

  /** The hashes that were sealed, in their order; empty where this was not, or is not whole. */
  Optional<List<byte[]>> open(String brought) {
    if (!FORM.matcher(brought).matches()) {
      return Optional.empty();
    }
    byte[] written = new BigInteger(brought, RADIX).toByteArray();
    try {
      ByteBuffer plain =
          ByteBuffer.wrap(
              cipher.decryptDeterministically(
                  Arrays.copyOfRange(written, 1, written.length), NOTHING));
      List<byte[]> hashes = new ArrayList<>();
      while (plain.hasRemaining()) {
        byte[] hash = new byte[HASH];
        plain.get(hash);
        hashes.add(hash);
      }
      return Optional.of(hashes);
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }
}

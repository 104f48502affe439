// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.invitation;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.util.SecretBytes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * Addresses at rest: AES-256-GCM, tied to the invitation. What it writes names its key, so that
 * what was written with an earlier one, or by another instance with the next, is read all the same.
 */
public final class AddressCipher {
  private final Aead aead;

  /**
   * @param key writes and reads: 32 random bytes
   * @param others only read
   */
  public AddressCipher(byte[] key, byte[]... others) {
    try {
      AeadConfig.register();
      AesGcmKey primary = imported(key);
      KeysetHandle.Builder keyset =
          KeysetHandle.newBuilder().addEntry(KeysetHandle.importKey(primary).makePrimary());
      Set<Integer> known = new HashSet<>(Set.of(primary.getIdRequirementOrNull()));
      for (byte[] other : others) {
        AesGcmKey reading = imported(other);
        if (known.add(reading.getIdRequirementOrNull())) {
          keyset.addEntry(KeysetHandle.importKey(reading));
        }
      }
      this.aead = keyset.build().getPrimitive(RegistryConfiguration.get(), Aead.class);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The address keys cannot be used", e);
    }
  }

  @AccessesPartialKey
  private static AesGcmKey imported(byte[] secret) throws GeneralSecurityException {
    return AesGcmKey.builder()
        .setParameters(
            AesGcmParameters.builder()
                .setKeySizeBytes(32)
                .setIvSizeBytes(12)
                .setTagSizeBytes(16)
                .setVariant(AesGcmParameters.Variant.TINK)
                .build())
        .setKeyBytes(SecretBytes.copyFrom(secret, InsecureSecretKeyAccess.get()))
        .setIdRequirement(ByteBuffer.wrap(new KeyedHash(secret, "address key id").of()).getInt())
        .build();
  }

  /** The address as it is stored with the invitation. */
  public byte[] encrypt(UUID invitation, String address) {
    try {
      return aead.encrypt(address.getBytes(StandardCharsets.UTF_8), context(invitation));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("An address cannot be encrypted", e);
    }
  }

  /** The address that was stored with the invitation. */
  public String decrypt(UUID invitation, byte[] stored) {
    try {
      return new String(aead.decrypt(stored, context(invitation)), StandardCharsets.UTF_8);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "The address of invitation "
              + invitation
              + " was not written with ADDRESS_KEY or one of"
              + " OTHER_ADDRESS_KEYS",
          e);
    }
  }

  private static byte[] context(UUID invitation) {
    return invitation.toString().getBytes(StandardCharsets.US_ASCII);
  }
}

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
import java.util.UUID;

/**
 * Addresses at rest: AES-256-GCM, tied to the invitation. What it writes names its key, so that
 * more keys can be added without losing what the old one wrote.
 */
public final class AddressCipher {
  private final Aead aead;

  /** With 32 random bytes as the key. */
  @AccessesPartialKey
  public AddressCipher(byte[] secret) {
    try {
      AeadConfig.register();
      int keyId = ByteBuffer.wrap(new KeyedHash(secret, "address key id").of()).getInt();
      AesGcmKey key =
          AesGcmKey.builder()
              .setParameters(
                  AesGcmParameters.builder()
                      .setKeySizeBytes(32)
                      .setIvSizeBytes(12)
                      .setTagSizeBytes(16)
                      .setVariant(AesGcmParameters.Variant.TINK)
                      .build())
              .setKeyBytes(SecretBytes.copyFrom(secret, InsecureSecretKeyAccess.get()))
              .setIdRequirement(keyId)
              .build();
      this.aead =
          KeysetHandle.newBuilder()
              .addEntry(KeysetHandle.importKey(key).makePrimary())
              .build()
              .getPrimitive(RegistryConfiguration.get(), Aead.class);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The address key cannot be used", e);
    }
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
          "The address of invitation " + invitation + " was not written with this ADDRESS_KEY", e);
    }
  }

  private static byte[] context(UUID invitation) {
    return invitation.toString().getBytes(StandardCharsets.US_ASCII);
  }
}

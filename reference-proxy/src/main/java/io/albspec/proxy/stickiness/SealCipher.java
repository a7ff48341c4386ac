package io.albspec.proxy.stickiness;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * AES-GCM for one thread. A nonce is eight random bytes and four that count, so that none comes
 * twice and random bytes need not be drawn for each.
 */
final class SealCipher {

  static final int NONCE_BYTES = 12;
  static final int TAG_BYTES = 16;

  private final SecureRandom random = new SecureRandom();
  private final Cipher cipher;
  private long drawn;
  private int count;

  SealCipher() {
    try {
      cipher = Cipher.getInstance("AES/GCM/NoPadding");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A nonce that has not been there before. */
  byte[] nonce() {
    if (count == 0) {
      drawn = random.nextLong();
    }
    return ByteBuffer.allocate(NONCE_BYTES).putLong(drawn).putInt(count++).array();
  }

  /** What is to be written for a plain text. */
  byte[] encrypt(SecretKey key, byte[] nonce, byte[] purpose, byte[] plain)
      throws GeneralSecurityException {
    return with(Cipher.ENCRYPT_MODE, key, nonce, purpose).doFinal(plain);
  }

  /**
   * The plain text of what begins there; throws if a bit is not as it was written for that purpose.
   */
  byte[] decrypt(SecretKey key, byte[] nonce, byte[] purpose, byte[] sealed, int from)
      throws GeneralSecurityException {
    return with(Cipher.DECRYPT_MODE, key, nonce, purpose)
        .doFinal(sealed, from, sealed.length - from);
  }

  private Cipher with(int mode, SecretKey key, byte[] nonce, byte[] purpose)
      throws GeneralSecurityException {
    cipher.init(mode, key, new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce));
    cipher.updateAAD(purpose);
    return cipher;
  }
}

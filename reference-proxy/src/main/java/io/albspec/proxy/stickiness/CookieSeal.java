package io.albspec.proxy.stickiness;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Makes the values of cookies out of texts, so that nobody else can read, change or make them, and
 * one made for a purpose serves no other (AES-GCM). Thread-safe.
 */
public final class CookieSeal {

  /** The longest that a cookie counts: seven days, and the day in which its key was used last. */
  private static final int KEYS_IN_USE = 9;

  private static final int BASE64_GROUP = 4;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int HEAD_BYTES = Integer.BYTES + NONCE_BYTES;
  private static final int FEWEST_BYTES = HEAD_BYTES + Long.BYTES + TAG_BITS / Byte.SIZE;

  private final CookieKeys keys;
  private final SecureRandom random = new SecureRandom();

  /** Seals with these keys. */
  public CookieSeal(CookieKeys keys) {
    this.keys = keys;
  }

  /**
   * What a cookie says.
   *
   * @param text as it was sealed
   * @param at when it was sealed, to the second
   */
  public record Opened(String text, Instant at) {}

  /**
   * The value of a cookie.
   *
   * @param purpose what it is for: the cookie's name and whose it is
   */
  public String seal(String purpose, String text, Instant now) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    int number = keys.number(now);
    byte[] said = text.getBytes(UTF_8);
    byte[] plain =
        ByteBuffer.allocate(Long.BYTES + said.length)
            .putLong(now.getEpochSecond())
            .put(said)
            .array();
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, number, nonce, purpose).doFinal(plain);
      return Base64.getEncoder()
          .encodeToString(
              ByteBuffer.allocate(HEAD_BYTES + sealed.length)
                  .putInt(number)
                  .put(nonce)
                  .put(sealed)
                  .array());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What a value says; empty if it was not sealed here for that purpose, or too long ago. */
  public Optional<Opened> open(String purpose, String value, Instant now) {
    if (value.length() % BASE64_GROUP != 0) {
      return Optional.empty();
    }
    try {
      ByteBuffer sealed = ByteBuffer.wrap(Base64.getDecoder().decode(value));
      if (sealed.remaining() < FEWEST_BYTES) {
        return Optional.empty();
      }
      int number = sealed.getInt();
      int age = keys.number(now) - number;
      if (age < 0 || age >= KEYS_IN_USE) {
        return Optional.empty();
      }
      byte[] nonce = new byte[NONCE_BYTES];
      sealed.get(nonce);
      ByteBuffer plain =
          ByteBuffer.wrap(
              cipher(Cipher.DECRYPT_MODE, number, nonce, purpose)
                  .doFinal(sealed.array(), sealed.position(), sealed.remaining()));
      Instant at = Instant.ofEpochSecond(plain.getLong());
      return Optional.of(new Opened(UTF_8.decode(plain).toString(), at));
    } catch (IllegalArgumentException | GeneralSecurityException notOurs) {
      return Optional.empty();
    }
  }

  private Cipher cipher(int mode, int number, byte[] nonce, String purpose)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, keys.key(number), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(purpose.getBytes(UTF_8));
    return cipher;
  }
}

package io.albspec.proxy.stickiness;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * Makes the values of cookies out of texts, so that nobody else can read, change or make them, and
 * one made for a purpose serves no other (AES-GCM). Thread-safe.
 */
public final class CookieSeal {

  /** The longest that a cookie counts: seven days, and the day in which its key was used last. */
  private static final int KEYS_IN_USE = 9;

  private static final int BASE64_GROUP = 4;
  private static final int BYTES_IN_GROUP = 3;
  private static final int HEAD_BYTES = Integer.BYTES + SealCipher.NONCE_BYTES;
  private static final int FEWEST_BYTES = HEAD_BYTES + Long.BYTES + SealCipher.TAG_BYTES;

  private final CookieKeys keys;
  private final ThreadLocal<SealCipher> ciphers = ThreadLocal.withInitial(SealCipher::new);

  /** Seals with these keys. */
  public CookieSeal(CookieKeys keys) {
    this.keys = keys;
  }

  /**
   * What a cookie says.
   *
   * @param text as it was sealed
   * @param at when it was sealed, to the millisecond
   */
  public record Opened(String text, Instant at) {}

  /** How long a text may be, in bytes of UTF-8, for a value of so many characters. */
  static int room(int characters) {
    return characters / BASE64_GROUP * BYTES_IN_GROUP - FEWEST_BYTES;
  }

  /**
   * The value of a cookie.
   *
   * @param purpose what it is for: the cookie's name and whose it is
   */
  public String seal(String purpose, String text, Instant now) {
    SealCipher cipher = ciphers.get();
    int number = keys.number(now);
    byte[] nonce = cipher.nonce();
    byte[] said = text.getBytes(UTF_8);
    byte[] plain =
        ByteBuffer.allocate(Long.BYTES + said.length).putLong(now.toEpochMilli()).put(said).array();
    try {
      byte[] sealed = cipher.encrypt(keys.key(number), nonce, purpose.getBytes(UTF_8), plain);
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
      byte[] sealed = Base64.getDecoder().decode(value);
      if (sealed.length < FEWEST_BYTES) {
        return Optional.empty();
      }
      ByteBuffer head = ByteBuffer.wrap(sealed);
      int number = head.getInt();
      int age = keys.number(now) - number;
      if (age < 0 || age >= KEYS_IN_USE) {
        return Optional.empty();
      }
      byte[] nonce = new byte[SealCipher.NONCE_BYTES];
      head.get(nonce);
      byte[] said =
          ciphers
              .get()
              .decrypt(keys.key(number), nonce, purpose.getBytes(UTF_8), sealed, HEAD_BYTES);
      ByteBuffer plain = ByteBuffer.wrap(said);
      Instant at = Instant.ofEpochMilli(plain.getLong());
      return Optional.of(new Opened(UTF_8.decode(plain).toString(), at));
    } catch (IllegalArgumentException | GeneralSecurityException notOurs) {
      return Optional.empty();
    }
  }
}

package io.albspec.proxy.stickiness;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReferenceArray;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys of cookies: another one every day (guide: "Sticky sessions", the rotating key). All are
 * derived from one secret, so that none needs to be kept. Thread-safe.
 */
public final class CookieKeys {

  private static final Duration ROTATION = Duration.ofDays(1);
  private static final int SECRET_BYTES = 32;
  private static final String DERIVATION = "HmacSHA256";
  private static final String OWNER_ONLY = "rw-------";

  /** More than are in use at a time. */
  private static final int KEPT = 16;

  private final SecretKey secret;
  private final AtomicReferenceArray<Numbered> derived = new AtomicReferenceArray<>(KEPT);

  private record Numbered(int number, SecretKey key) {}

  private CookieKeys(byte[] secret) {
    this.secret = new SecretKeySpec(secret, DERIVATION);
  }

  /** Keys that end with this object. */
  public static CookieKeys random() {
    byte[] secret = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(secret);
    return new CookieKeys(secret);
  }

  /**
   * Keys whose secret is in a file, for its owner's eyes only; it is made if it is not there.
   *
   * @throws IOException if it cannot be read or made, or is not such a file
   */
  public static CookieKeys in(Path file) throws IOException {
    if (Files.notExists(file)) {
      write(file);
    }
    byte[] secret = Files.readAllBytes(file);
    if (secret.length != SECRET_BYTES) {
      throw new IOException(
          "%s holds no secret of %d bytes; without it, a new one is made and all cookies end"
              .formatted(file, SECRET_BYTES));
    }
    return new CookieKeys(secret);
  }

  private static void write(Path file) throws IOException {
    byte[] secret = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(secret);
    Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
    Path draft =
        Files.createTempFile(
            folder,
            file.getFileName().toString(),
            ".draft",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY)));
    Files.write(draft, secret);
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /** The number of the key that is used at that time. */
  int number(Instant now) {
    return Math.toIntExact(Math.floorDiv(now.getEpochSecond(), ROTATION.toSeconds()));
  }

  /** The key of a number. */
  SecretKey key(int number) {
    int place = Math.floorMod(number, KEPT);
    Numbered known = derived.get(place);
    if (known == null || known.number != number) {
      known = new Numbered(number, derive(number));
      derived.set(place, known);
    }
    return known.key;
  }

  private SecretKey derive(int number) {
    try {
      Mac derivation = Mac.getInstance(DERIVATION);
      derivation.init(secret);
      byte[] key = derivation.doFinal(ByteBuffer.allocate(Integer.BYTES).putInt(number).array());
      return new SecretKeySpec(key, "AES");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}

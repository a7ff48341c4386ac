package io.albspec.proxy.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

/**
 * What tells whether records are all there and as they were written: 64 bits, the sum of those of
 * every record, so that a change costs as much as the records it touches.
 */
final class Digest {

  private final Map<String, Long> records = new HashMap<>();
  private long sum;

  void put(String key, byte[] value) {
    long digest = of(key, value);
    Long before = records.put(key, digest);
    sum += digest - (before == null ? 0 : before);
  }

  void remove(String key) {
    Long before = records.remove(key);
    sum -= before == null ? 0 : before;
  }

  /** The digest of all records, as text. */
  String text() {
    return Long.toHexString(sum);
  }

  private static long of(String key, byte[] value) {
    return checksum(new CRC32(), key, value) << Integer.SIZE | checksum(new CRC32C(), key, value);
  }

  private static long checksum(Checksum checksum, String key, byte[] value) {
    checksum.update(key.getBytes(UTF_8));
    checksum.update(value);
    return checksum.getValue();
  }
}

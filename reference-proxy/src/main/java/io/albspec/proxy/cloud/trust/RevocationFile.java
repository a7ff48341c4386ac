package io.albspec.proxy.cloud.trust;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CRLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A file of revocation lists: one in DER, or any number in PEM. */
public final class RevocationFile {

  private static final byte[] BEGIN =
      "-----BEGIN X509 CRL-----".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] END = "-----END X509 CRL-----".getBytes(StandardCharsets.US_ASCII);

  private final List<SignedList> lists;

  private RevocationFile(List<SignedList> lists) {
    this.lists = List.copyOf(lists);
  }

  /**
   * Reads a file.
   *
   * @throws CRLException if it has anything else
   */
  public static RevocationFile read(Path file) throws IOException, CRLException {
    byte[] bytes = Files.readAllBytes(file);
    int begin = find(BEGIN, bytes, 0);
    if (begin < 0) {
      return new RevocationFile(List.of(SignedList.read(bytes)));
    }
    List<SignedList> lists = new ArrayList<>();
    while (begin >= 0) {
      int end = find(END, bytes, begin);
      if (end < 0) {
        throw new CRLException("a list breaks off");
      }
      lists.add(SignedList.read(decoded(bytes, begin + BEGIN.length, end)));
      begin = find(BEGIN, bytes, end);
    }
    return new RevocationFile(lists);
  }

  private static byte[] decoded(byte[] bytes, int from, int to) throws CRLException {
    byte[] base64 = new byte[to - from];
    int length = 0;
    for (int i = from; i < to; i++) {
      if (bytes[i] > ' ') {
        base64[length++] = bytes[i];
      }
    }
    try {
      return Base64.getDecoder().decode(java.nio.ByteBuffer.wrap(base64, 0, length)).array();
    } catch (IllegalArgumentException e) {
      throw new CRLException("a list is not Base64", e);
    }
  }

  private static int find(byte[] what, byte[] in, int from) {
    for (int at = from; at <= in.length - what.length; at++) {
      int i = 0;
      while (i < what.length && in[at + i] == what[i]) {
        i++;
      }
      if (i == what.length) {
        return at;
      }
    }
    return -1;
  }

  /** How many certificates its lists name. */
  public long entries() {
    return lists.stream().mapToLong(SignedList::entries).sum();
  }

  /** Its lists. */
  public List<SignedList> lists() {
    return lists;
  }
}

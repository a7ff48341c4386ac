package io.albspec.proxy.cloud.trust;

import java.security.PublicKey;
import java.security.cert.CRLException;
import java.util.Arrays;
import javax.security.auth.x500.X500Principal;

/** A certificate revocation list (RFC 5280, section 5.1), read in one go over its bytes. */
public final class SignedList {

  private final X500Principal issuer;
  private final long entries;
  private final RevokedSerials serials;
  private final ListSeal seal;

  private SignedList(X500Principal issuer, long entries, RevokedSerials serials, ListSeal seal) {
    this.issuer = issuer;
    this.entries = entries;
    this.serials = serials;
    this.seal = seal;
  }

  /**
   * Reads one.
   *
   * @param bytes in DER; are kept as long as the list is
   * @throws CRLException if it is none
   */
  public static SignedList read(byte[] bytes) throws CRLException {
    Der list = new Der(bytes, 0, bytes.length).next(Der.SEQUENCE);
    int from = list.at();
    Der content = list.next(Der.SEQUENCE);
    int to = list.at();
    byte[] algorithm = element(bytes, list);
    Der signature = list.next(Der.BIT_STRING);
    ListSeal seal =
        new ListSeal(
            bytes,
            from,
            to,
            algorithm,
            Arrays.copyOfRange(
                bytes, Math.min(signature.at() + 1, signature.end()), signature.end()));
    if (content.isNext(Der.INTEGER)) {
      content.next();
    }
    content.next(Der.SEQUENCE);
    X500Principal issuer = name(element(bytes, content));
    time(content);
    if (content.isNext(Der.UTC_TIME) || content.isNext(Der.GENERALIZED_TIME)) {
      content.next();
    }
    RevokedSerials serials = new RevokedSerials();
    long entries = content.isNext(Der.SEQUENCE) ? serials(bytes, content.next(), serials) : 0;
    return new SignedList(issuer, entries, serials.complete(), seal);
  }

  private static byte[] element(byte[] bytes, Der in) throws CRLException {
    int from = in.at();
    in.next(Der.SEQUENCE);
    return Arrays.copyOfRange(bytes, from, in.at());
  }

  private static X500Principal name(byte[] encoded) throws CRLException {
    try {
      return new X500Principal(encoded);
    } catch (IllegalArgumentException notOne) {
      throw new CRLException("its issuer has no name", notOne);
    }
  }

  private static void time(Der content) throws CRLException {
    content.next(content.isNext(Der.UTC_TIME) ? Der.UTC_TIME : Der.GENERALIZED_TIME);
  }

  private static long serials(byte[] bytes, Der revoked, RevokedSerials serials)
      throws CRLException {
    long entries = 0;
    while (revoked.hasNext()) {
      Der serial = revoked.next(Der.SEQUENCE).next(Der.INTEGER);
      try {
        serials.add(bytes, serial.at(), serial.end());
      } catch (IllegalArgumentException notOne) {
        throw new CRLException(notOne.getMessage(), notOne);
      }
      entries++;
    }
    return entries;
  }

  /** Who has issued it. */
  public X500Principal issuer() {
    return issuer;
  }

  /** How many certificates it names. */
  public long entries() {
    return entries;
  }

  /** Their serial numbers, but for negative ones. */
  public RevokedSerials serials() {
    return serials;
  }

  /** Whether the owner of that key has signed it. */
  public boolean isSignedBy(PublicKey key) {
    return seal.isOf(key);
  }
}

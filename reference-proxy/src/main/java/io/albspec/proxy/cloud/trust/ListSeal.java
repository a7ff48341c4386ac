package io.albspec.proxy.cloud.trust;

import java.io.IOException;
import java.io.OutputStream;
import java.security.PublicKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.operator.ContentVerifier;
import org.bouncycastle.operator.OperatorException;
import org.bouncycastle.operator.RuntimeOperatorException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;

/** The signature of a revocation list, with the bytes that it is of. */
final class ListSeal {

  private final byte[] bytes;
  private final int from;
  private final int to;
  private final byte[] algorithm;
  private final byte[] signature;

  /**
   * A signature of part of these bytes, which are not copied.
   *
   * @param algorithm the element that names it
   */
  ListSeal(byte[] bytes, int from, int to, byte[] algorithm, byte[] signature) {
    this.bytes = bytes;
    this.from = from;
    this.to = to;
    this.algorithm = algorithm;
    this.signature = signature;
  }

  /** Whether the owner of that key has made it. */
  boolean isOf(PublicKey key) {
    try {
      ContentVerifier verifier =
          new JcaContentVerifierProviderBuilder()
              .build(key)
              .get(AlgorithmIdentifier.getInstance(algorithm));
      try (OutputStream content = verifier.getOutputStream()) {
        content.write(bytes, from, to - from);
      }
      return verifier.verify(signature);
    } catch (OperatorException
        | IOException
        | RuntimeOperatorException
        | IllegalArgumentException notOne) {
      return false;
    }
  }
}

package io.albspec.proxy.cloud.certificate;

import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.List;

/**
 * A server certificate as it was imported (guide, "SSL certificates").
 *
 * @param arn of ACM or IAM
 * @param leaf the certificate itself
 * @param chain of those who vouch for it, the nearest first; may be empty
 * @param key its private key
 * @param domainNames it is good for, as it names them, such as {@code *.example.com}
 */
public record Certificate(
    String arn,
    X509Certificate leaf,
    List<X509Certificate> chain,
    PrivateKey key,
    List<String> domainNames) {

  private static final int LEAST_RSA_BITS = 1024;
  private static final int MOST_RSA_BITS = 4096;

  /** The algorithm of its key: {@code RSA} or {@code EC}; others cannot be used. */
  public String keyAlgorithm() {
    return leaf.getPublicKey().getAlgorithm();
  }

  /** The size of its key in bits; 0 if the algorithm has none or cannot be used. */
  public int keySize() {
    PublicKey publicKey = leaf.getPublicKey();
    if (publicKey instanceof RSAPublicKey rsa) {
      return rsa.getModulus().bitLength();
    }
    return publicKey instanceof ECPublicKey ec
        ? ec.getParams().getCurve().getField().getFieldSize()
        : 0;
  }

  /** The algorithm it is signed with, such as {@code SHA256withRSA}. */
  public String signatureAlgorithm() {
    return leaf.getSigAlgName();
  }

  /** From when on it is valid. */
  public Instant notBefore() {
    return leaf.getNotBefore().toInstant();
  }

  /** Until when it is valid. */
  public Instant notAfter() {
    return leaf.getNotAfter().toInstant();
  }

  /** Whether a load balancer can use it: a key of a size that is served, and a full domain name. */
  public boolean isSupported() {
    boolean rsa =
        keyAlgorithm().equals("RSA") && keySize() >= LEAST_RSA_BITS && keySize() <= MOST_RSA_BITS;
    return (rsa || keyAlgorithm().equals("EC"))
        && domainNames.stream().anyMatch(name -> name.contains("."));
  }

  /** Without the key. */
  @Override
  public String toString() {
    return "certificate %s of %s".formatted(arn, domainNames);
  }
}

package io.albspec.proxy.cloud.certificate;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;

/** Private keys in PEM: PKCS #8, or the older forms of RSA and of elliptic curves. */
final class Keys {

  private static final byte[] PROBE = {1, 2, 3};
  private static final byte[] VERSION_0 = {2, 1, 0};
  private static final int SEQUENCE = 0x30;
  private static final int OCTETS = 0x04;
  private static final int LONG_FORM = 0x80;
  private static final int BYTE = 0xFF;

  private Keys() {}

  /**
   * The private key that belongs to a public one.
   *
   * @throws CertificateFileException if it is encrypted, none, or another one's
   */
  static PrivateKey read(String pem, PublicKey publicKey) throws CertificateFileException {
    try {
      KeyFactory factory = KeyFactory.getInstance(publicKey.getAlgorithm());
      PrivateKey key =
          factory.generatePrivate(new PKCS8EncodedKeySpec(pkcs8(Pem.of(pem), publicKey)));
      if (!belongTogether(key, publicKey)) {
        throw new CertificateFileException("the key is not that of the certificate");
      }
      return key;
    } catch (GeneralSecurityException e) {
      throw new CertificateFileException(
          "the key is not that of the certificate, or none: " + e.getMessage());
    }
  }

  private static byte[] pkcs8(List<Pem> blocks, PublicKey publicKey)
      throws CertificateFileException {
    for (Pem block : blocks) {
      if (block.label().equals("ENCRYPTED PRIVATE KEY")) {
        throw new CertificateFileException("the key is encrypted");
      }
      if (block.label().endsWith("PRIVATE KEY")) {
        boolean pkcs8 = block.label().equals("PRIVATE KEY");
        return pkcs8 ? block.content() : wrapped(block.content(), publicKey);
      }
    }
    throw new CertificateFileException("there is no private key");
  }

  /** In PKCS #8, behind the name of the algorithm, which a public key begins with as well. */
  private static byte[] wrapped(byte[] key, PublicKey publicKey) {
    byte[] algorithm = firstElement(publicKey.getEncoded());
    return element(SEQUENCE, VERSION_0, algorithm, element(OCTETS, key));
  }

  private static byte[] element(int tag, byte[]... parts) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      content.writeBytes(part);
    }
    ByteArrayOutputStream element = new ByteArrayOutputStream();
    element.write(tag);
    int length = content.size();
    if (length > BYTE) {
      element.write(LONG_FORM | 2);
      element.write(length >> Byte.SIZE);
    } else if (length >= LONG_FORM) {
      element.write(LONG_FORM | 1);
    }
    element.write(length);
    element.writeBytes(content.toByteArray());
    return element.toByteArray();
  }

  /** The first element in a sequence. */
  private static byte[] firstElement(byte[] sequence) {
    int start = 2 + lengthBytes(sequence[1]);
    int length = sequence[start + 1] & 0xFF;
    byte[] element = new byte[2 + length];
    System.arraycopy(sequence, start, element, 0, element.length);
    return element;
  }

  private static int lengthBytes(byte first) {
    return (first & LONG_FORM) == 0 ? 0 : first & (LONG_FORM - 1);
  }

  private static boolean belongTogether(PrivateKey key, PublicKey publicKey)
      throws GeneralSecurityException {
    String algorithm =
        switch (publicKey.getAlgorithm()) {
          case "RSA" -> "SHA256withRSA";
          case "EC" -> "SHA256withECDSA";
          default -> publicKey.getAlgorithm();
        };
    Signature signature = Signature.getInstance(algorithm);
    signature.initSign(key);
    signature.update(PROBE);
    byte[] signed = signature.sign();
    signature.initVerify(publicKey);
    signature.update(PROBE);
    return signature.verify(signed);
  }
}

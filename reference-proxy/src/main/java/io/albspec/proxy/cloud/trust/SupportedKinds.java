package io.albspec.proxy.cloud.trust;

import java.io.IOException;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The kinds of certificate that mutual TLS supports (guide: "Requirements for certificates"). */
public final class SupportedKinds {

  private static final int VERSION = 3;
  private static final int LEAST_RSA_BITS = 2048;
  private static final int MOST_RSA_BITS = 8192;
  private static final String PSS = "RSASSA-PSS";
  private static final Set<String> DIGESTS = Set.of("SHA-256", "SHA-384", "SHA-512");
  private static final Set<String> SIGNATURES =
      Set.of(
          "SHA256withRSA",
          "SHA384withRSA",
          "SHA512withRSA",
          "SHA256withECDSA",
          "SHA384withECDSA",
          "SHA512withECDSA");
  private static final Set<BigInteger> ORDERS_OF_CURVES =
      Stream.of("secp256r1", "secp384r1", "secp521r1")
          .map(SupportedKinds::order)
          .collect(Collectors.toUnmodifiableSet());

  private SupportedKinds() {}

  private static BigInteger order(String curve) {
    try {
      AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
      parameters.init(new ECGenParameterSpec(curve));
      return parameters.getParameterSpec(ECParameterSpec.class).getOrder();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("there is no curve " + curve, e);
    }
  }

  /** Whether a certificate has a version, a key and a signature that are supported. */
  public static boolean include(X509Certificate certificate) {
    return certificate.getVersion() == VERSION
        && includeKey(certificate.getPublicKey())
        && includeSignature(certificate);
  }

  private static boolean includeKey(PublicKey key) {
    if (key instanceof RSAPublicKey rsa) {
      int bits = rsa.getModulus().bitLength();
      return bits >= LEAST_RSA_BITS && bits <= MOST_RSA_BITS;
    }
    return key instanceof ECPublicKey ec && ORDERS_OF_CURVES.contains(ec.getParams().getOrder());
  }

  private static boolean includeSignature(X509Certificate certificate) {
    String name = certificate.getSigAlgName();
    return name.equals(PSS) ? includePss(certificate) : SIGNATURES.contains(name);
  }

  private static boolean includePss(X509Certificate certificate) {
    byte[] encoded = certificate.getSigAlgParams();
    if (encoded == null) {
      return false;
    }
    try {
      AlgorithmParameters parameters = AlgorithmParameters.getInstance(PSS);
      parameters.init(encoded);
      PSSParameterSpec spec = parameters.getParameterSpec(PSSParameterSpec.class);
      return DIGESTS.contains(spec.getDigestAlgorithm())
          && spec.getMGFParameters() instanceof MGF1ParameterSpec mask
          && DIGESTS.contains(mask.getDigestAlgorithm());
    } catch (GeneralSecurityException | IOException malformed) {
      return false;
    }
  }
}

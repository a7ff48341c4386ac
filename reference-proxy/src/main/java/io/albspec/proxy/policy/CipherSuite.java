package io.albspec.proxy.policy;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The ciphers of the security policies, in the order of preference (guide: "TLS protocols"). */
public enum CipherSuite {
  AES128_GCM_13(0x1301, "TLS_AES_128_GCM_SHA256", "TLS_AES_128_GCM_SHA256", Family.TLS13),
  AES256_GCM_13(0x1302, "TLS_AES_256_GCM_SHA384", "TLS_AES_256_GCM_SHA384", Family.TLS13),
  CHACHA20_13(
      0x1303, "TLS_CHACHA20_POLY1305_SHA256", "TLS_CHACHA20_POLY1305_SHA256", Family.TLS13_CHACHA),
  ECDSA_AES128_GCM(
      0xC02B,
      "ECDHE-ECDSA-AES128-GCM-SHA256",
      "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
      Family.ECDHE_GCM),
  ECDHE_AES128_GCM(
      0xC02F,
      "ECDHE-RSA-AES128-GCM-SHA256",
      "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
      Family.ECDHE_GCM),
  ECDSA_AES128_SHA2(
      0xC023,
      "ECDHE-ECDSA-AES128-SHA256",
      "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256",
      Family.ECDHE_SHA2),
  ECDHE_AES128_SHA2(
      0xC027,
      "ECDHE-RSA-AES128-SHA256",
      "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256",
      Family.ECDHE_SHA2),
  ECDSA_AES128_SHA(
      0xC009, "ECDHE-ECDSA-AES128-SHA", "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA", Family.ECDHE_SHA),
  ECDHE_AES128_SHA(
      0xC013, "ECDHE-RSA-AES128-SHA", "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA", Family.ECDHE_SHA),
  ECDSA_AES256_GCM(
      0xC02C,
      "ECDHE-ECDSA-AES256-GCM-SHA384",
      "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
      Family.ECDHE_GCM),
  ECDHE_AES256_GCM(
      0xC030,
      "ECDHE-RSA-AES256-GCM-SHA384",
      "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
      Family.ECDHE_GCM),
  ECDSA_AES256_SHA2(
      0xC024,
      "ECDHE-ECDSA-AES256-SHA384",
      "TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384",
      Family.ECDHE_SHA2),
  ECDHE_AES256_SHA2(
      0xC028,
      "ECDHE-RSA-AES256-SHA384",
      "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384",
      Family.ECDHE_SHA2),
  ECDHE_AES256_SHA(
      0xC014, "ECDHE-RSA-AES256-SHA", "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA", Family.ECDHE_SHA),
  ECDSA_AES256_SHA(
      0xC00A, "ECDHE-ECDSA-AES256-SHA", "TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA", Family.ECDHE_SHA),
  AES128_GCM(0x009C, "AES128-GCM-SHA256", "TLS_RSA_WITH_AES_128_GCM_SHA256", Family.RSA_SHA2),
  AES128_SHA2(0x003C, "AES128-SHA256", "TLS_RSA_WITH_AES_128_CBC_SHA256", Family.RSA_SHA2),
  AES128_SHA(0x002F, "AES128-SHA", "TLS_RSA_WITH_AES_128_CBC_SHA", Family.RSA_SHA),
  AES256_GCM(0x009D, "AES256-GCM-SHA384", "TLS_RSA_WITH_AES_256_GCM_SHA384", Family.RSA_SHA2),
  AES256_SHA2(0x003D, "AES256-SHA256", "TLS_RSA_WITH_AES_256_CBC_SHA256", Family.RSA_SHA2),
  AES256_SHA(0x0035, "AES256-SHA", "TLS_RSA_WITH_AES_256_CBC_SHA", Family.RSA_SHA),
  TRIPLE_DES(0x000A, "DES-CBC3-SHA", "SSL_RSA_WITH_3DES_EDE_CBC_SHA", Family.TRIPLE_DES);

  private static final Map<String, CipherSuite> BY_JAVA_NAME =
      Stream.of(values())
          .collect(Collectors.toUnmodifiableMap(CipherSuite::javaName, Function.identity()));

  private final int id;
  private final String openSslName;
  private final String javaName;
  private final Family family;

  CipherSuite(int id, String openSslName, String javaName, Family family) {
    this.id = id;
    this.openSslName = openSslName;
    this.javaName = javaName;
    this.family = family;
  }

  /** The one that Java calls so; empty if no policy has it. */
  public static Optional<CipherSuite> ofJavaName(String name) {
    return Optional.ofNullable(BY_JAVA_NAME.get(name));
  }

  /** Its number on the wire. */
  public int id() {
    return id;
  }

  /** Its name as OpenSSL has it, which is that of the guide and the logs. */
  public String openSslName() {
    return openSslName;
  }

  /** Its name as Java has it. */
  public String javaName() {
    return javaName;
  }

  /** Those it shares its fate with. */
  public Family family() {
    return family;
  }

  /** Whether it belongs to TLS 1.3, where any certificate serves. */
  public boolean isOfTls13() {
    return family == Family.TLS13 || family == Family.TLS13_CHACHA;
  }

  /** Whether it needs TLS 1.2: its MAC or mode is not known to older versions. */
  public boolean needsTls12() {
    return family == Family.ECDHE_GCM || family == Family.ECDHE_SHA2 || family == Family.RSA_SHA2;
  }

  /** Whether keys are agreed on by a group that both sides must have. */
  public boolean needsGroup() {
    return isOfTls13() || family.isEphemeral();
  }

  /** The algorithm of the key that a certificate for it has: {@code EC} or {@code RSA}. */
  public String keyAlgorithm() {
    return openSslName.contains("ECDSA") ? "EC" : "RSA";
  }

  /** Ciphers that the security policies have or lack together. */
  public enum Family {
    TLS13,
    TLS13_CHACHA,
    ECDHE_GCM,
    ECDHE_SHA2,
    ECDHE_SHA,
    RSA_SHA2,
    RSA_SHA,
    TRIPLE_DES;

    /** Whether keys are agreed on by ephemeral elliptic curves. */
    public boolean isEphemeral() {
      return this == ECDHE_GCM || this == ECDHE_SHA2 || this == ECDHE_SHA;
    }
  }
}

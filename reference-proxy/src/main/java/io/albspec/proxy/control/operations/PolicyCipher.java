package io.albspec.proxy.control.operations;

/** The ciphers of the security policies, in the order of preference. */
enum PolicyCipher {
  AES128_GCM_13("TLS_AES_128_GCM_SHA256", Family.TLS13),
  AES256_GCM_13("TLS_AES_256_GCM_SHA384", Family.TLS13),
  CHACHA20_13("TLS_CHACHA20_POLY1305_SHA256", Family.TLS13_CHACHA),
  ECDSA_AES128_GCM("ECDHE-ECDSA-AES128-GCM-SHA256", Family.ECDHE_GCM),
  ECDHE_AES128_GCM("ECDHE-RSA-AES128-GCM-SHA256", Family.ECDHE_GCM),
  ECDSA_AES128_SHA2("ECDHE-ECDSA-AES128-SHA256", Family.ECDHE_SHA2),
  ECDHE_AES128_SHA2("ECDHE-RSA-AES128-SHA256", Family.ECDHE_SHA2),
  ECDSA_AES128_SHA("ECDHE-ECDSA-AES128-SHA", Family.ECDHE_SHA),
  ECDHE_AES128_SHA("ECDHE-RSA-AES128-SHA", Family.ECDHE_SHA),
  ECDSA_AES256_GCM("ECDHE-ECDSA-AES256-GCM-SHA384", Family.ECDHE_GCM),
  ECDHE_AES256_GCM("ECDHE-RSA-AES256-GCM-SHA384", Family.ECDHE_GCM),
  ECDSA_AES256_SHA2("ECDHE-ECDSA-AES256-SHA384", Family.ECDHE_SHA2),
  ECDHE_AES256_SHA2("ECDHE-RSA-AES256-SHA384", Family.ECDHE_SHA2),
  ECDHE_AES256_SHA("ECDHE-RSA-AES256-SHA", Family.ECDHE_SHA),
  ECDSA_AES256_SHA("ECDHE-ECDSA-AES256-SHA", Family.ECDHE_SHA),
  AES128_GCM("AES128-GCM-SHA256", Family.RSA_SHA2),
  AES128_SHA2("AES128-SHA256", Family.RSA_SHA2),
  AES128_SHA("AES128-SHA", Family.RSA_SHA),
  AES256_GCM("AES256-GCM-SHA384", Family.RSA_SHA2),
  AES256_SHA2("AES256-SHA256", Family.RSA_SHA2),
  AES256_SHA("AES256-SHA", Family.RSA_SHA),
  TRIPLE_DES("DES-CBC3-SHA", Family.TRIPLE_DES);

  private final String cipherName;
  private final Family family;

  PolicyCipher(String cipherName, Family family) {
    this.cipherName = cipherName;
    this.family = family;
  }

  /** Its name, as OpenSSL has it. */
  String cipherName() {
    return cipherName;
  }

  /** Those it shares its fate with. */
  Family family() {
    return family;
  }

  /** Ciphers that the security policies have or lack together. */
  enum Family {
    TLS13,
    TLS13_CHACHA,
    ECDHE_GCM,
    ECDHE_SHA2,
    ECDHE_SHA,
    RSA_SHA2,
    RSA_SHA,
    TRIPLE_DES
  }
}

package io.albspec.proxy.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.NamedParameterSpec;
import java.util.stream.Stream;
import javax.crypto.KeyAgreement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Conscrypt's curves beside those of the JDK: each understands the other. */
class NativeCurvesTest {

  private static final String JDK = "SunEC";
  private static final String NATIVE = "AlbspecCurves";

  @BeforeAll
  static void use() {
    Provider.prepare();
  }

  static Stream<Arguments> curves() {
    return Stream.of(
        Arguments.of("XDH", "XDH", NamedParameterSpec.X25519, NATIVE),
        Arguments.of("XDH", "XDH", NamedParameterSpec.X448, JDK),
        Arguments.of("EC", "ECDH", new ECGenParameterSpec("secp256r1"), NATIVE),
        Arguments.of("EC", "ECDH", new ECGenParameterSpec("secp384r1"), NATIVE),
        Arguments.of("EC", "ECDH", new ECGenParameterSpec("secp521r1"), NATIVE));
  }

  @ParameterizedTest
  @MethodSource("curves")
  void bothAgree(String keys, String agreement, AlgorithmParameterSpec curve, String provider)
      throws Exception {
    KeyPair own = pair(KeyPairGenerator.getInstance(keys), curve);
    KeyPair other = pair(KeyPairGenerator.getInstance(keys, JDK), curve);

    KeyAgreement ours = KeyAgreement.getInstance(agreement);

    assertThat(secret(ours, own.getPrivate(), other.getPublic()))
        .isEqualTo(
            secret(KeyAgreement.getInstance(agreement, JDK), other.getPrivate(), own.getPublic()));
    assertThat(ours.getProvider().getName()).isEqualTo(provider);
  }

  @ParameterizedTest
  @MethodSource("curves")
  void keysOfTheJdkAgreeToo(String keys, String agreement, AlgorithmParameterSpec curve)
      throws Exception {
    KeyPair own = pair(KeyPairGenerator.getInstance(keys, JDK), curve);
    KeyPair other = pair(KeyPairGenerator.getInstance(keys), curve);

    assertThat(secret(KeyAgreement.getInstance(agreement), own.getPrivate(), other.getPublic()))
        .isEqualTo(
            secret(KeyAgreement.getInstance(agreement), other.getPrivate(), own.getPublic()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"SHA256withECDSA", "SHA384withECDSA", "SHA512withECDSA"})
  void theJdkBelievesItsSignatures(String algorithm) throws Exception {
    KeyPair pair =
        pair(KeyPairGenerator.getInstance("EC", JDK), new ECGenParameterSpec("secp256r1"));
    Signature signing = Signature.getInstance(algorithm);
    signing.initSign(pair.getPrivate());
    signing.update(new byte[] {1, 2, 3});
    byte[] signature = signing.sign();

    Signature believing = Signature.getInstance(algorithm, JDK);
    believing.initVerify(pair.getPublic());
    believing.update(new byte[] {1, 2, 3});

    assertThat(signing.getProvider().getName()).isEqualTo(NATIVE);
    assertThat(believing.verify(signature)).isTrue();
  }

  @Test
  void theLengthOfX25519IsEnough() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("XDH", NATIVE);
    generator.initialize(255);

    assertThat(generator.generateKeyPair().getPublic().getAlgorithm()).isEqualTo("XDH");
  }

  private static KeyPair pair(KeyPairGenerator generator, AlgorithmParameterSpec curve)
      throws GeneralSecurityException {
    generator.initialize(curve);
    return generator.generateKeyPair();
  }

  private static byte[] secret(KeyAgreement agreement, PrivateKey own, PublicKey other)
      throws GeneralSecurityException {
    agreement.init(own);
    agreement.doPhase(other, true);
    return agreement.generateSecret();
  }
}

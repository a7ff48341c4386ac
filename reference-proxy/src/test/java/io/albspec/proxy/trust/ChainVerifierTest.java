package io.albspec.proxy.trust;

import static io.albspec.proxy.cloud.trust.TestAuthority.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.albspec.proxy.cloud.trust.CaBundle;
import io.albspec.proxy.cloud.trust.SignedList;
import io.albspec.proxy.cloud.trust.TestAuthority;
import java.math.BigInteger;
import java.security.cert.CRLException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.junit.jupiter.api.Test;

class ChainVerifierTest {

  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final TestAuthority ROOT = TestAuthority.root("CN=Root,O=albspec");

  private static Optional<Rejection> judge(TrustStore store, List<X509Certificate> presented) {
    return judge(new ChainVerifier(store, false), presented);
  }

  private static Optional<Rejection> judge(
      ChainVerifier verifier, List<X509Certificate> presented) {
    RejectedException refusal =
        catchThrowableOfType(RejectedException.class, () -> verifier.verify(presented, NOW));
    return Optional.ofNullable(refusal).map(RejectedException::reason);
  }

  private static TrustStore trusting(TestAuthority... authorities) {
    return trusting(List.of(), authorities);
  }

  private static TrustStore trusting(List<byte[]> lists, TestAuthority... authorities) {
    CaBundle bundle =
        new CaBundle(List.of(authorities).stream().map(TestAuthority::certificate).toList());
    return new TrustStore(
        bundle, Revoked.of(lists.stream().map(ChainVerifierTest::read).toList(), bundle, true));
  }

  private static SignedList read(byte[] list) {
    try {
      return SignedList.read(list);
    } catch (CRLException e) {
      throw new AssertionError(e);
    }
  }

  private static TestAuthority below(TestAuthority top, int generations) {
    TestAuthority lowest = top;
    for (int i = 0; i < generations; i++) {
      lowest = lowest.authority("CN=Intermediate " + i);
    }
    return lowest;
  }

  @Test
  void anAuthorityOfTheBundleVouchesForAClient() {
    TestAuthority client = ROOT.client("CN=client", BigInteger.TEN);

    assertThat(judge(trusting(ROOT), client.chain())).isEmpty();
    assertThat(judge(trusting(ROOT), client.chain().subList(0, 1))).isEmpty();
  }

  @Test
  void anIntermediateOfTheBundleIsTrustedWithoutItsRoot() {
    TestAuthority intermediate = ROOT.authority("CN=Intermediate");
    TestAuthority client = intermediate.client("CN=client", BigInteger.TEN);

    assertThat(judge(trusting(intermediate), client.chain().subList(0, 1))).isEmpty();
  }

  @Test
  void aChainHasFourCertificatesAtMost() {
    TestAuthority four = below(ROOT, 2).client("CN=client", BigInteger.TEN);
    TestAuthority five = below(ROOT, 3).client("CN=client", BigInteger.TEN);

    assertThat(judge(trusting(ROOT), four.chain())).isEmpty();
    assertThat(judge(trusting(ROOT), five.chain())).contains(Rejection.MAX_CHAIN_DEPTH_EXCEEDED);
  }

  @Test
  void theOrderOfWhatIsPresentedAfterTheLeafDoesNotMatter() {
    List<X509Certificate> chain = below(ROOT, 2).client("CN=client", BigInteger.TEN).chain();

    assertThat(
            judge(trusting(ROOT), List.of(chain.get(0), chain.get(3), chain.get(2), chain.get(1))))
        .isEmpty();
  }

  @Test
  void strangersAreUntrusted() {
    TestAuthority other = TestAuthority.root("CN=Other");

    assertThat(judge(trusting(ROOT), other.client("CN=client", BigInteger.TEN).chain()))
        .contains(Rejection.UNTRUSTED);
    assertThat(judge(trusting(), ROOT.client("CN=client", BigInteger.TEN).chain()))
        .contains(Rejection.UNTRUSTED);
  }

  @Test
  void anImpostorOfTheSameNameIsUntrusted() {
    TestAuthority impostor = TestAuthority.root("CN=Root,O=albspec");
    TestAuthority client = impostor.client("CN=client", BigInteger.TEN);

    assertThat(judge(trusting(ROOT), client.chain())).contains(Rejection.UNTRUSTED);
  }

  @Test
  void aSignatureThatIsNobodysIsInvalid() {
    TestAuthority impostor = TestAuthority.root("CN=Root,O=albspec");
    TestAuthority client = impostor.client("CN=client", BigInteger.TEN);

    assertThat(judge(trusting(ROOT), client.chain().subList(0, 1))).contains(Rejection.INVALID);
  }

  @Test
  void certificatesAreValidForATime() {
    TestAuthority expired = ROOT.client(NOW.minus(DAY), NOW.minus(HOUR));
    TestAuthority early = ROOT.client(NOW.plus(HOUR), NOW.plus(DAY));

    assertThat(judge(trusting(ROOT), expired.chain())).contains(Rejection.EXPIRED);
    assertThat(judge(trusting(ROOT), early.chain())).contains(Rejection.NOT_YET_VALID);
    assertThat(judge(new ChainVerifier(trusting(ROOT), true), expired.chain())).isEmpty();
  }

  @Test
  void whoIsNoAuthorityDoesNotVouch() {
    TestAuthority client = ROOT.client("CN=client", BigInteger.TEN);
    TestAuthority below = client.client("CN=below", BigInteger.TEN);

    assertThat(judge(trusting(ROOT), below.chain())).contains(Rejection.INVALID);
    assertThat(judge(trusting(client), below.chain())).contains(Rejection.INVALID);
  }

  @Test
  void authoritiesKeepToTheirNames() {
    TestAuthority narrow =
        ROOT.client(
            builder -> {
              builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
              builder.addExtension(
                  Extension.nameConstraints,
                  true,
                  new NameConstraints(
                      new GeneralSubtree[] {
                        new GeneralSubtree(new GeneralName(GeneralName.directoryName, "O=albspec"))
                      },
                      null));
            });

    assertThat(judge(trusting(ROOT), narrow.client("CN=client,O=albspec", BigInteger.TWO).chain()))
        .isEmpty();
    assertThat(judge(trusting(ROOT), narrow.client("CN=client,O=other", BigInteger.TWO).chain()))
        .contains(Rejection.INVALID);
  }

  @Test
  void certificatesForOtherPurposesAreRejected() {
    TestAuthority server =
        ROOT.client(
            builder ->
                builder.addExtension(
                    Extension.extendedKeyUsage,
                    false,
                    new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth)));
    TestAuthority encipherer =
        ROOT.client(
            builder ->
                builder.addExtension(
                    Extension.keyUsage, true, new KeyUsage(KeyUsage.keyEncipherment)));

    assertThat(judge(trusting(ROOT), server.chain())).contains(Rejection.REJECTED);
    assertThat(judge(trusting(ROOT), encipherer.chain())).contains(Rejection.REJECTED);
  }

  @Test
  void largeCertificatesAreRefused() {
    TestAuthority large =
        ROOT.client(
            builder ->
                builder.addExtension(
                    new org.bouncycastle.asn1.ASN1ObjectIdentifier("1.3.6.1.4.1.32473.1"),
                    false,
                    new byte[16 * 1024]));

    assertThat(judge(trusting(ROOT), large.chain())).contains(Rejection.MAX_SIZE_EXCEEDED);
  }

  @Test
  void revokedCertificatesAreRefused() {
    List<byte[]> lists = List.of(ROOT.revoking(List.of(BigInteger.TEN)));

    assertThat(judge(trusting(lists, ROOT), ROOT.client("CN=a", BigInteger.TEN).chain()))
        .contains(Rejection.CRL_HIT);
    assertThat(judge(trusting(lists, ROOT), ROOT.client("CN=a", BigInteger.TWO).chain())).isEmpty();
  }

  @Test
  void whoeverARevokedAuthorityVouchesForIsRefused() {
    TestAuthority intermediate = ROOT.authority("CN=Intermediate");
    List<byte[]> lists = List.of(ROOT.revoking(List.of(BigInteger.TWO)));

    assertThat(judge(trusting(lists, ROOT), intermediate.client("CN=a", BigInteger.TEN).chain()))
        .contains(Rejection.CRL_HIT);
  }

  @Test
  void theSerialNumbersOfOtherIssuersAreNotRevoked() {
    TestAuthority other = TestAuthority.root("CN=Other");
    List<byte[]> lists = List.of(other.revoking(List.of(BigInteger.TEN)));

    assertThat(judge(trusting(lists, ROOT, other), ROOT.client("CN=a", BigInteger.TEN).chain()))
        .isEmpty();
  }

  @Test
  void aListThatIsForgedMakesItsIssuersClientsFail() {
    TestAuthority impostor = TestAuthority.root("CN=Root,O=albspec");
    List<byte[]> lists = List.of(impostor.revoking(List.of()));

    assertThat(judge(trusting(lists, ROOT), ROOT.client("CN=a", BigInteger.TEN).chain()))
        .contains(Rejection.CRL_PROCESSING_ERROR);
  }
}

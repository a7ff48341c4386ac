package io.albspec.proxy.cloud.trust;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CRLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RevokedSerialsTest {

  private static final int MOST = 500_000;

  private final TestAuthority authority = TestAuthority.root("CN=Root");
  @TempDir private Path folder;

  private Path file(byte[] content) throws IOException {
    return Files.write(folder.resolve("list"), content);
  }

  private static List<BigInteger> serials(int count) {
    Random random = new Random(1);
    Set<BigInteger> serials = new HashSet<>();
    while (serials.size() < count) {
      serials.add(new BigInteger(1 + random.nextInt(150), random));
    }
    return new ArrayList<>(serials);
  }

  @Test
  void everyNumberOfALargeListIsFoundAndNoOther() throws Exception {
    List<BigInteger> serials = serials(MOST);
    List<BigInteger> listed = serials.subList(0, MOST / 2);

    SignedList list = SignedList.read(authority.revoking(listed));

    assertThat(list.entries()).isEqualTo(MOST / 2);
    assertThat(list.serials().count()).isEqualTo(MOST / 2);
    assertThat(listed).allMatch(list.serials()::contains);
    assertThat(serials.subList(MOST / 2, MOST)).noneMatch(list.serials()::contains);
  }

  @Test
  void negativeNumbersRevokeNothing() throws Exception {
    SignedList list =
        SignedList.read(authority.revoking(List.of(BigInteger.valueOf(-5), BigInteger.ZERO)));

    assertThat(list.entries()).isEqualTo(2);
    assertThat(list.serials().contains(BigInteger.valueOf(-5))).isFalse();
    assertThat(list.serials().contains(BigInteger.valueOf(251))).isFalse();
    assertThat(list.serials().contains(BigInteger.ZERO)).isTrue();
  }

  @Test
  void listsAreReadFromDerAndPem() throws Exception {
    byte[] der = authority.revoking(List.of(BigInteger.ONE, BigInteger.TWO));
    String pem =
        "-----BEGIN X509 CRL-----\n%s\n-----END X509 CRL-----\n"
            .formatted(Base64.getMimeEncoder().encodeToString(der));

    assertThat(RevocationFile.read(file(der)).entries()).isEqualTo(2);
    assertThat(RevocationFile.read(file(("# two\n" + pem + pem).getBytes(US_ASCII))).entries())
        .isEqualTo(4);
  }

  @Test
  void theSignatureIsThatOfTheIssuer() throws Exception {
    SignedList list = SignedList.read(authority.revoking(List.of(BigInteger.ONE)));

    assertThat(list.isSignedBy(authority.certificate().getPublicKey())).isTrue();
    assertThat(list.isSignedBy(TestAuthority.root("CN=Root").certificate().getPublicKey()))
        .isFalse();
  }

  @Test
  void whatIsNoListIsRefused() throws Exception {
    byte[] der = authority.revoking(List.of(BigInteger.ONE));

    for (int length = 0; length < der.length; length += 7) {
      byte[] cut = Arrays.copyOf(der, length);
      assertThatThrownBy(() -> SignedList.read(cut))
          .as("cut to %d", length)
          .isInstanceOf(CRLException.class);
    }
    assertThatThrownBy(
            () -> RevocationFile.read(file("-----BEGIN X509 CRL-----\nAA".getBytes(US_ASCII))))
        .isInstanceOf(CRLException.class);
  }

  @Test
  void noBytesMakeItFailInAnotherWay() {
    byte[] der = authority.revoking(List.of(BigInteger.ONE, BigInteger.TWO));
    Random random = new Random(2);
    for (int round = 0; round < 20_000; round++) {
      byte[] changed = der.clone();
      changed[random.nextInt(changed.length)] = (byte) random.nextInt();
      try {
        assertThat(SignedList.read(changed).entries()).isLessThan(100);
      } catch (CRLException refused) {
        assertThat(refused).hasMessageNotContaining("null");
      }
    }
  }
}

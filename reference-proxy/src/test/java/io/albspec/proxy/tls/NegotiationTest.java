package io.albspec.proxy.tls;

import static org.assertj.core.api.Assertions.assertThat;

import io.albspec.proxy.cloud.certificate.Certificate;
import io.albspec.proxy.cloud.trust.TestAuthority;
import io.albspec.proxy.policy.SecurityPolicies;
import io.albspec.proxy.policy.TlsVersion;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What is chosen for which offer. Numbers are those of the wire, hexadecimal: versions by their
 * last digit, cipher suites, groups and signature schemes.
 */
class NegotiationTest {

  private static final TestAuthority ROOT = TestAuthority.root("CN=Root");
  private static final Map<String, ServerCertificate> CERTIFICATES =
      Map.of(
          "rsa", certificate("rsa", "RSA", 2048),
          "p256", certificate("p256", "EC", 256),
          "p384", certificate("p384", "EC", 384),
          "p521", certificate("p521", "EC", 521));

  private static ServerCertificate certificate(String name, String algorithm, int bits) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      generator.initialize(bits);
      KeyPair keys = generator.generateKeyPair();
      TestAuthority owner = ROOT.client("CN=" + name, keys);
      return ServerCertificate.of(
          new Certificate(
              name, owner.certificate(), List.of(), keys.getPrivate(), List.of("www.example.com")));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          policy            | versions | suites         | chosen
          2016-08           | 1 2 3    | C02F 002F C014 | TLS12 C02F
          2016-08           | 1 2      | C02F 002F C014 | TLS11 C014
          2016-08           | 1        | 002F C014      | TLS10 C014
          2016-08           | 3 4      | 1301 C02F      | TLS12 C02F
          2016-08           | 4        | 1301 C02F      | PROTOCOL_VERSION
          2016-08           | 3        | 000A           | HANDSHAKE_FAILURE
          TLS-1-0-2015-04   | 3        | 000A           | TLS12 000A
          TLS-1-0-2015-04   | 1        | 000A C02F      | TLS10 000A
          TLS-1-2-2017-01   | 1 2      | C014           | PROTOCOL_VERSION
          TLS-1-2-2017-01   | 3        | C014           | HANDSHAKE_FAILURE
          TLS13-1-2-2021-06 | 3 4      | 1303 1302 1301 | TLS13 1301
          TLS13-1-2-2021-06 | 3 4      | C030 C02F      | HANDSHAKE_FAILURE
          TLS13-1-2-2021-06 | 3        | C030 C02F 1301 | TLS12 C02F
          TLS13-1-2-2021-06 | 3        | C02B C030      | TLS12 C030
          TLS13-1-2-2021-06 | 3        | 1301           | HANDSHAKE_FAILURE
          TLS13-1-3-2021-06 | 3        | C02F           | PROTOCOL_VERSION
          TLS13-1-3-FIPS-2023-04 | 4   | 1303           | HANDSHAKE_FAILURE
          TLS13-1-2-2021-06 | 3        | C02F 5600      | INAPPROPRIATE_FALLBACK
          TLS13-1-2-2021-06 | 3 4      | 1301 5600      | TLS13 1301
          2016-08           | 3        | C02F 5600      | TLS12 C02F
          2016-08           | 1        | C014 5600      | INAPPROPRIATE_FALLBACK
          2016-08           |          | C02F           | PROTOCOL_VERSION
          2016-08           | 3        |                | HANDSHAKE_FAILURE
          """)
  void versionAndSuite(String policy, String versions, String suites, String chosen) {
    Offer offer = new Offer(versions, suites, "17", "0401 0804", "", "");

    String outcome = outcome(policy, "rsa", offer, false);

    assertThat(outcome.split(" rsa", 2)[0]).isEqualTo(chosen);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          certificates | versions | suites    | groups   | schemes   | chosen
          rsa p256     | 3        | C02F C02B | 17       | 0403 0401 | TLS12 C02B p256 FAST
          rsa p256     | 3        | C02F C02B | 17       | 0401      | TLS12 C02F rsa FAST
          rsa p256     | 3        | C02F C02B | 18       | 0403 0401 | TLS12 C02F rsa FAST
          rsa p256     | 3        | C02F C02B |          |           | TLS12 C02B p256 FAST
          rsa p256     | 3        | C02F      | 17       | 0403 0401 | TLS12 C02F rsa FAST
          rsa p256 p384 | 3       | C02F C02B | 17 18    | 0403 0401 | TLS12 C02B p384 FAST
          rsa p256 p384 | 3       | C02F C02B | 17       | 0403 0401 | TLS12 C02B p256 FAST
          p256         | 3        | C02F      | 17       | 0403 0401 | HANDSHAKE_FAILURE
          rsa p256     | 4        | 1301      | 17       | 0403 0804 | TLS13 1301 p256 FAST
          rsa p256     | 4        | 1301      | 17       | 0804      | TLS13 1301 rsa FAST
          rsa p256     | 4        | 1301      | 17       | 0503 0804 | TLS13 1301 rsa FAST
          rsa p384     | 4        | 1301      | 17       | 0503 0804 | TLS13 1301 p384 FAST
          rsa p521     | 4        | 1301      | 17       | 0603 0804 | TLS13 1301 p521 FAST
          rsa          | 4        | 1301      | 17       | 0401      | HANDSHAKE_FAILURE
          rsa          | 4        | 1301      | 17       |           | HANDSHAKE_FAILURE
          rsa          | 3        | C02F      | 17       | 0807      | HANDSHAKE_FAILURE
          rsa          | 3        | C02F      | 1D       | 0401      | TLS12 C02F rsa FAST
          rsa          | 3        | C02F      | 19       | 0401      | TLS12 C02F rsa COMPLETE
          rsa          | 4        | 1301      | 19       | 0804      | TLS13 1301 rsa COMPLETE
          rsa          | 3        | C02F      | 7A7A     | 0401      | HANDSHAKE_FAILURE
          rsa          | 4        | 1301      | 7A7A     | 0804      | HANDSHAKE_FAILURE
          rsa          | 3        | C02F 009C | 7A7A     | 0401      | TLS12 009C rsa FAST
          rsa          | 3        | C027      | 17       | 0401      | TLS12 C027 rsa COMPLETE
          rsa          | 3        | 003C      | 17       | 0401      | TLS12 003C rsa COMPLETE
          rsa          | 4        | 1302 1301 | 17       | 0804      | TLS13 1301 rsa COMPLETE
          rsa          | 4        | 1302      | 17       | 0804      | TLS13 1302 rsa FAST
          """)
  void certificateAndProvider(
      String certificates,
      String versions,
      String suites,
      String groups,
      String schemes,
      String chosen) {
    Offer offer = new Offer(versions, suites, groups, schemes, "www.example.com", "");

    assertThat(outcome("TLS13-1-2-Ext1-2021-06", certificates, offer, false)).isEqualTo(chosen);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          name            | chosen
          www.example.com | TLS12 C02B p256 FAST
          example.com     | TLS12 C02F rsa FAST
                          | TLS12 C02F rsa FAST
          127.0.0.1       | TLS12 C02F rsa FAST
          """)
  void theListIsForTheNamesInIt(String name, String chosen) {
    Offer offer = new Offer("3", "C02B C02F", "17", "0403 0401", name, "");

    assertThat(outcome("2016-08", "rsa p256", offer, false)).isEqualTo(chosen);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          protocols          | versions | chosen
                             | 3        | ''
          http/1.1           | 3        | http/1.1
          http/1.1 h2        | 3        | h2
          h2                 | 3        | h2
          spdy/3 http/1.1    | 3        | http/1.1
          spdy/3             | 3        | NO_APPLICATION_PROTOCOL
          HTTP/1.1           | 3        | NO_APPLICATION_PROTOCOL
          http/1.1 h2        | 2        | http/1.1
          http/1.1 h2        | 1        | http/1.1
          h2                 | 2        | NO_APPLICATION_PROTOCOL
          """)
  void protocol(String protocols, String versions, String chosen) {
    Offer offer = new Offer(versions, "C02F C014", "17", "0401", "", protocols);

    String[] outcome = outcome("2016-08", "rsa", offer, true).split(" -> ", -1);

    assertThat(outcome[outcome.length - 1]).isEqualTo(chosen);
  }

  /** The JDK does not take names with underscores. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          name                | versions | suites    | chosen
          my-shop.example.com | 4        | 1302 1301 | TLS13 1301 rsa COMPLETE
          my_shop.example.com | 4        | 1302 1301 | TLS13 1302 rsa FAST
          shop.example.com.   | 4        | 1302 1301 | TLS13 1302 rsa FAST
          my-shop.example.com | 3        | C030 C027 | TLS12 C027 rsa COMPLETE
          my_shop.example.com | 3        | C030 C027 | TLS12 C030 rsa FAST
          my_shop.example.com | 3        | C027      | TLS12 C027 rsa COMPLETE
          """)
  void namesThatHostsShouldNotHave(String name, String versions, String suites, String chosen) {
    Offer offer = new Offer(versions, suites, "17", "0401 0804", name, "");

    assertThat(outcome("TLS13-1-2-2021-06", "rsa", offer, false)).isEqualTo(chosen);
  }

  private static String outcome(
      String policy, String certificates, Offer offer, boolean withProtocol) {
    List<Certificate> all =
        Stream.of(certificates.split(" ", -1))
            .map(name -> CERTIFICATES.get(name).certificate())
            .toList();
    Negotiation negotiation =
        new Negotiation(
            SecurityPolicies.named("ELBSecurityPolicy-" + policy).orElseThrow(),
            new Certificates(all.get(0), all.subList(1, all.size())),
            List.of("h2", "http/1.1"),
            false);
    try {
      Choice choice = negotiation.choose(offer.hello());
      String chosen =
          "%s %04X %s %s"
              .formatted(
                  choice.version(),
                  choice.suite().id(),
                  choice.certificate().certificate().arn(),
                  choice.provider());
      return withProtocol ? chosen + " -> " + choice.protocol() : chosen;
    } catch (NegotiationException refused) {
      return refused.alert().name();
    }
  }

  private record Offer(
      String versions,
      String suites,
      String groups,
      String schemes,
      String name,
      String protocols) {

    ClientHello hello() {
      BitSet versionIds = new BitSet();
      list(versions).forEach(digit -> versionIds.set(TlsVersion.TLS10.id() - 1 + number(digit)));
      List<Integer> suiteIds = list(suites).stream().map(Offer::number).toList();
      return new ClientHello(
          versionIds,
          numbers(suites),
          suiteIds.stream().filter(id -> id >>> Byte.SIZE == 0x13).findFirst().orElse(0),
          name == null ? "" : name,
          list(protocols),
          numbers(schemes),
          numbers(groups),
          true);
    }

    private static List<String> list(String text) {
      return text == null || text.isEmpty() ? List.of() : List.of(text.split(" ", -1));
    }

    private static BitSet numbers(String text) {
      BitSet numbers = new BitSet();
      list(text).forEach(each -> numbers.set(number(each)));
      return numbers;
    }

    private static int number(String hexadecimal) {
      return Integer.parseInt(hexadecimal, 16);
    }
  }
}

package io.albspec.proxy.tls;

import io.albspec.proxy.exchange.TlsInfo;
import io.albspec.proxy.policy.CipherSuite;
import io.albspec.proxy.policy.SecurityPolicy;
import io.albspec.proxy.policy.TlsVersion;
import java.util.List;
import java.util.Optional;

/**
 * Chooses version, cipher, certificate and protocol by what a client offers: the newest version,
 * the best certificate that the client can do with, and the first cipher of the policy that the
 * client offers (guide: "Security policies", "Certificate list").
 */
final class Negotiation {

  /** Says that the client has tried a newer version before (RFC 7507). */
  private static final int FALLBACK = 0x5600;

  private final SecurityPolicy policy;
  private final Certificates certificates;
  private final List<String> protocols;
  private final boolean mutual;

  /**
   * Negotiates by these settings.
   *
   * @param protocols that the listener goes on with, the preferred first
   * @param mutual whether clients are asked for a certificate
   */
  Negotiation(
      SecurityPolicy policy, Certificates certificates, List<String> protocols, boolean mutual) {
    this.mutual = mutual;
    this.policy = policy;
    this.certificates = certificates;
    this.protocols = protocols;
  }

  /**
   * What a connection will use.
   *
   * @throws NegotiationException if client and listener have nothing in common
   */
  Choice choose(ClientHello client) throws NegotiationException {
    TlsVersion version = version(client);
    if (client.suites().get(FALLBACK) && version != newest()) {
      throw new NegotiationException(Alert.INAPPROPRIATE_FALLBACK);
    }
    if (!client.uncompressed()) {
      throw new NegotiationException(Alert.ILLEGAL_PARAMETER);
    }
    String protocol = protocol(client, version);
    for (ServerCertificate certificate : certificates.candidates(client.serverName())) {
      Optional<CipherSuite> suite = suite(client, version, certificate);
      if (suite.isPresent()) {
        Provider provider =
            mutual ? Provider.FOR_MUTUAL_TLS : Provider.of(version, suite.get(), client);
        return new Choice(version, suite.get(), certificate, protocol, provider);
      }
    }
    throw new NegotiationException(Alert.HANDSHAKE_FAILURE);
  }

  private TlsVersion version(ClientHello client) throws NegotiationException {
    List<TlsVersion> versions = policy.versions();
    for (int i = versions.size() - 1; i >= 0; i--) {
      if (client.versions().get(versions.get(i).id())) {
        return versions.get(i);
      }
    }
    throw new NegotiationException(Alert.PROTOCOL_VERSION);
  }

  private TlsVersion newest() {
    return policy.versions().get(policy.versions().size() - 1);
  }

  /** HTTP/2 is not used below TLS 1.2 (RFC 9113, 9.2). */
  private String protocol(ClientHello client, TlsVersion version) throws NegotiationException {
    if (client.protocols().isEmpty()) {
      return "";
    }
    return protocols.stream()
        .filter(client.protocols()::contains)
        .filter(each -> !each.equals(TlsInfo.HTTP2) || version.compareTo(TlsVersion.TLS12) >= 0)
        .findFirst()
        .orElseThrow(() -> new NegotiationException(Alert.NO_APPLICATION_PROTOCOL));
  }

  private Optional<CipherSuite> suite(
      ClientHello client, TlsVersion version, ServerCertificate certificate) {
    boolean tls13 = version == TlsVersion.TLS13;
    if (tls13 ? !certificate.suitsTls13(client) : !certificate.suitsOlder(client)) {
      return Optional.empty();
    }
    List<CipherSuite> common =
        policy.suites().stream()
            .filter(suite -> client.suites().get(suite.id()))
            .filter(suite -> suite.isOfTls13() == tls13)
            .filter(suite -> tls13 || isOf(suite, certificate))
            .filter(suite -> !suite.needsTls12() || version == TlsVersion.TLS12)
            .filter(suite -> !suite.needsGroup() || Provider.COMPLETE.sharesGroup(client))
            .toList();
    return preferred(client, version, common);
  }

  /**
   * The policy's first, unless the provider that carries it refuses the name that is asked for: a
   * name that only the other one takes is worth more than the order of ciphers.
   */
  private Optional<CipherSuite> preferred(
      ClientHello client, TlsVersion version, List<CipherSuite> common) {
    Optional<CipherSuite> first = common.stream().findFirst();
    if (mutual || first.isEmpty() || Provider.of(version, first.get(), client).takesName(client)) {
      return first;
    }
    return common.stream()
        .filter(suite -> Provider.of(version, suite, client) == Provider.FAST)
        .findFirst()
        .or(() -> first);
  }

  private static boolean isOf(CipherSuite suite, ServerCertificate certificate) {
    return suite.keyAlgorithm().equals("EC") == certificate.isEc();
  }
}

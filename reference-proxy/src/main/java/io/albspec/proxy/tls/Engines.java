package io.albspec.proxy.tls;

import io.albspec.proxy.cloud.certificate.Certificate;
import io.albspec.proxy.policy.CipherSuite;
import io.albspec.proxy.policy.TlsVersion;
import io.albspec.proxy.trust.ClientAuthentication;
import java.security.KeyManagementException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;

/**
 * TLS engines for connections of which everything has been chosen. Those with the same certificate
 * share what is needed to resume sessions, whatever else of the configuration changes.
 */
final class Engines {

  private record Key(
      Certificate certificate, Provider provider, Optional<ClientAuthentication> authentication) {}

  private final Map<Key, SSLContext> contexts = new ConcurrentHashMap<>();

  /**
   * A new engine on the server's side.
   *
   * @param versions of the policy: those beside the chosen one let clients see that nobody has
   *     talked them into an older one
   * @param authentication what is done with certificates of clients; without sessions to resume
   */
  SSLEngine engine(
      Choice choice, List<TlsVersion> versions, Optional<ClientAuthentication> authentication) {
    Provider provider = choice.provider();
    Key key = new Key(choice.certificate().certificate(), provider, authentication);
    SSLEngine engine = contexts.computeIfAbsent(key, Engines::context).createSSLEngine();
    engine.setUseClientMode(false);
    SSLParameters parameters = engine.getSSLParameters();
    parameters.setProtocols(
        provider.speaks(versions).stream().map(TlsVersion::text).toArray(String[]::new));
    parameters.setCipherSuites(suites(choice));
    if (!choice.protocol().isEmpty()) {
      parameters.setApplicationProtocols(new String[] {choice.protocol()});
    }
    authentication.ifPresent(asked -> ask(parameters, asked.isRequired()));
    engine.setSSLParameters(parameters);
    provider.useTickets(engine, authentication.isEmpty());
    return engine;
  }

  private static void ask(SSLParameters parameters, boolean insistently) {
    if (insistently) {
      parameters.setNeedClientAuth(true);
    } else {
      parameters.setWantClientAuth(true);
    }
  }

  /**
   * Conscrypt looks for a certificate by the suites of older versions only; one of them beside that
   * of TLS 1.3 cannot be chosen by anybody who has chosen TLS 1.3.
   */
  private static String[] suites(Choice choice) {
    String chosen = choice.suite().javaName();
    if (choice.version() != TlsVersion.TLS13) {
      return new String[] {chosen};
    }
    CipherSuite older =
        choice.certificate().isEc() ? CipherSuite.ECDSA_AES128_GCM : CipherSuite.ECDHE_AES128_GCM;
    return new String[] {chosen, older.javaName()};
  }

  private static SSLContext context(Key key) {
    try {
      SSLContext context = key.provider().context();
      KeyManager[] keys = {new FixedKey(key.certificate(), key.authentication().isEmpty())};
      TrustManager[] trust =
          key.authentication().stream().map(ClientTrust::new).toArray(TrustManager[]::new);
      context.init(keys, trust, null);
      return context;
    } catch (KeyManagementException e) {
      throw new IllegalStateException("a certificate cannot be used", e);
    }
  }

  /** Forgets what belongs to none of these listeners. */
  void retain(List<SecureSettings> inUse) {
    contexts.keySet().removeIf(key -> inUse.stream().noneMatch(each -> isOf(key, each)));
  }

  private static boolean isOf(Key key, SecureSettings settings) {
    return settings.authentication().equals(key.authentication())
        && settings.certificates().contains(key.certificate());
  }
}

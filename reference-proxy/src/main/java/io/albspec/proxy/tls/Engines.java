package io.albspec.proxy.tls;

import io.albspec.proxy.cloud.certificate.Certificate;
import io.albspec.proxy.policy.CipherSuite;
import io.albspec.proxy.policy.TlsVersion;
import java.security.KeyManagementException;
import java.util.List;
import java.util.Map;
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

  private record Key(Certificate certificate, Provider provider) {}

  private final Map<Key, SSLContext> contexts = new ConcurrentHashMap<>();

  /**
   * A new engine on the server's side.
   *
   * @param versions of the policy: those beside the chosen one let clients see that nobody has
   *     talked them into an older one
   */
  SSLEngine engine(Choice choice, List<TlsVersion> versions) {
    Provider provider = choice.provider();
    Key key = new Key(choice.certificate().certificate(), provider);
    SSLEngine engine = contexts.computeIfAbsent(key, Engines::context).createSSLEngine();
    engine.setUseClientMode(false);
    SSLParameters parameters = engine.getSSLParameters();
    parameters.setProtocols(
        provider.speaks(versions).stream().map(TlsVersion::text).toArray(String[]::new));
    parameters.setCipherSuites(suites(choice));
    if (!choice.protocol().isEmpty()) {
      parameters.setApplicationProtocols(new String[] {choice.protocol()});
    }
    engine.setSSLParameters(parameters);
    return engine;
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
      KeyManager[] keys = {new FixedKey(key.certificate())};
      context.init(keys, new TrustManager[0], null);
      return context;
    } catch (KeyManagementException e) {
      throw new IllegalStateException("a certificate cannot be used", e);
    }
  }

  /** Forgets the certificates that are not among these. */
  void retain(List<Certificate> inUse) {
    contexts.keySet().removeIf(key -> !inUse.contains(key.certificate()));
  }
}

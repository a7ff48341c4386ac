package io.albspec.proxy.tls;

import io.albspec.proxy.cloud.certificate.Certificate;
import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;

/**
 * Presents one certificate, which has been chosen already. Every full handshake comes here, so
 * where sessions must not be resumed (guide: "Session resumption" of mutual TLS) each is given up
 * before the client hears of it.
 */
final class FixedKey extends X509ExtendedKeyManager {

  private static final String ALIAS = "chosen";

  private final PrivateKey key;
  private final X509Certificate[] chain;
  private final boolean resumable;

  FixedKey(Certificate certificate, boolean resumable) {
    this.resumable = resumable;
    this.key = certificate.key();
    List<X509Certificate> all = new ArrayList<>(List.of(certificate.leaf()));
    all.addAll(certificate.chain());
    this.chain = all.toArray(X509Certificate[]::new);
  }

  private String alias(String keyType) {
    boolean ec = keyType.startsWith("EC");
    return ec == key.getAlgorithm().equals("EC") ? ALIAS : null;
  }

  @Override
  public String chooseEngineServerAlias(String keyType, Principal[] issuers, SSLEngine engine) {
    if (!resumable) {
      engine.getHandshakeSession().invalidate();
    }
    return alias(keyType);
  }

  @Override
  public String chooseServerAlias(String keyType, Principal[] issuers, Socket socket) {
    return alias(keyType);
  }

  @Override
  public String[] getServerAliases(String keyType, Principal[] issuers) {
    return new String[] {ALIAS};
  }

  @Override
  public String[] getClientAliases(String keyType, Principal[] issuers) {
    return new String[0];
  }

  @Override
  public String chooseClientAlias(String[] keyTypes, Principal[] issuers, Socket socket) {
    return null;
  }

  @Override
  public X509Certificate[] getCertificateChain(String alias) {
    return chain.clone();
  }

  @Override
  public PrivateKey getPrivateKey(String alias) {
    return key;
  }
}

package io.albspec.proxy.tls;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;

/**
 * Presents a certificate in sessions that nobody can resume (guide: "Session resumption" of mutual
 * TLS): every full handshake comes here, so each session is given up before the client hears of it.
 */
final class UnresumedKey extends X509ExtendedKeyManager {

  private final FixedKey key;

  UnresumedKey(FixedKey key) {
    this.key = key;
  }

  @Override
  public String chooseEngineServerAlias(String keyType, Principal[] issuers, SSLEngine engine) {
    engine.getHandshakeSession().invalidate();
    return key.chooseEngineServerAlias(keyType, issuers, engine);
  }

  @Override
  public String chooseServerAlias(String keyType, Principal[] issuers, Socket socket) {
    return key.chooseServerAlias(keyType, issuers, socket);
  }

  @Override
  public String[] getServerAliases(String keyType, Principal[] issuers) {
    return key.getServerAliases(keyType, issuers);
  }

  @Override
  public String[] getClientAliases(String keyType, Principal[] issuers) {
    return key.getClientAliases(keyType, issuers);
  }

  @Override
  public String chooseClientAlias(String[] keyTypes, Principal[] issuers, Socket socket) {
    return key.chooseClientAlias(keyTypes, issuers, socket);
  }

  @Override
  public X509Certificate[] getCertificateChain(String alias) {
    return key.getCertificateChain(alias);
  }

  @Override
  public PrivateKey getPrivateKey(String alias) {
    return key.getPrivateKey(alias);
  }
}

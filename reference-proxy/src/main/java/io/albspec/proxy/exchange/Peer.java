package io.albspec.proxy.exchange;

import java.util.Optional;

/** Who is at the other end of a secure connection: known once the handshake is over. */
public final class Peer {

  private Optional<ClientCertificate> certificate = Optional.empty();

  /** The client has presented this. */
  public void presents(ClientCertificate presented) {
    certificate = Optional.of(presented);
  }

  /** What the client has presented; empty if it was not asked, or has none. */
  public Optional<ClientCertificate> certificate() {
    return certificate;
  }
}

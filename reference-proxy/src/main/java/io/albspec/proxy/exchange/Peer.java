package io.albspec.proxy.exchange;

import java.util.Optional;

/** Who is at the other end of a secure connection: known once the handshake is over. */
public final class Peer {

  private Optional<ClientCertificate> certificate = Optional.empty();
  private boolean resumed;

  /** It goes on with an earlier session. */
  public void resumes() {
    resumed = true;
  }

  /** Whether it goes on with an earlier session: it was presented no certificate then. */
  public boolean isResumed() {
    return resumed;
  }

  /** The client has presented this. */
  public void presents(ClientCertificate presented) {
    certificate = Optional.of(presented);
  }

  /** What the client has presented; empty if it was not asked, or has none. */
  public Optional<ClientCertificate> certificate() {
    return certificate;
  }
}

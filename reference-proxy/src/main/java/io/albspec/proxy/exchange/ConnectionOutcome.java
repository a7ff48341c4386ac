package io.albspec.proxy.exchange;

import java.util.Optional;

/**
 * What has become of a client's attempt to connect.
 *
 * @param connection what is known of it; its {@link TlsInfo} is null if nothing was agreed on
 * @param handshakeNanos how long its handshake took; -1 unless there was one that succeeded
 * @param failure the reason code of the guide; empty if it is established
 */
public record ConnectionOutcome(
    ConnectionInfo connection, long handshakeNanos, Optional<String> failure) {

  /** There was no handshake, or it has failed. */
  public static final long NO_HANDSHAKE = -1;
}

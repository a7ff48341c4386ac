package io.albspec.proxy.exchange;

/**
 * How a client's connection is secured.
 *
 * @param version such as {@code TLSv1.2}
 * @param cipher such as {@code ECDHE-RSA-AES128-GCM-SHA256}
 * @param certificateArn of the certificate that the client was presented
 * @param serverName that the client asked for, if the certificate is good for it; else empty
 * @param protocol that was agreed on for what comes inside; empty if none was
 * @param peer the client
 */
public record TlsInfo(
    String version,
    String cipher,
    String certificateArn,
    String serverName,
    String protocol,
    Peer peer) {

  /** The name of HTTP/2 (RFC 9113, 3.1). */
  public static final String HTTP2 = "h2";

  /** The name of HTTP/1.1. */
  public static final String HTTP1 = "http/1.1";

  /** Whether HTTP/2 was agreed on. */
  public boolean isHttp2() {
    return protocol.equals(HTTP2);
  }
}

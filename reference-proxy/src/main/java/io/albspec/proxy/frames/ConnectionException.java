package io.albspec.proxy.frames;

import org.eclipse.jetty.http2.ErrorCode;

/** The connection cannot go on: its peer is told why, and it ends (RFC 9113, 5.4.1). */
public final class ConnectionException extends Exception {

  private static final long serialVersionUID = 1;

  private final ErrorCode code;

  public ConnectionException(ErrorCode code, String message) {
    super(message, null, false, false);
    this.code = code;
  }

  public ErrorCode code() {
    return code;
  }
}

package io.albspec.proxy.http2;

import org.eclipse.jetty.http2.ErrorCode;

/** The connection cannot go on: its peer is told why, and it ends (RFC 9113, 5.4.1). */
final class ConnectionException extends Exception {

  private static final long serialVersionUID = 1;

  private final ErrorCode code;

  ConnectionException(ErrorCode code, String message) {
    super(message, null, false, false);
    this.code = code;
  }

  ErrorCode code() {
    return code;
  }
}

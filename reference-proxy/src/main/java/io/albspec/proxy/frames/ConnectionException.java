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

  /** Ends the connection with PROTOCOL_ERROR unless it is so. */
  public static void check(boolean allowed, String otherwise) throws ConnectionException {
    if (!allowed) {
      throw new ConnectionException(ErrorCode.PROTOCOL_ERROR, otherwise);
    }
  }

  /** Ends the connection with FRAME_SIZE_ERROR unless a frame has a length that it can have. */
  public static void checkSize(boolean allowed) throws ConnectionException {
    if (!allowed) {
      throw new ConnectionException(ErrorCode.FRAME_SIZE_ERROR, "a frame has a wrong length");
    }
  }
}

package io.albspec.proxy.tls;

import java.nio.ByteBuffer;

/** Alerts that end a handshake before it has begun (RFC 8446, section 6). */
enum Alert {
  HANDSHAKE_FAILURE(40),
  ILLEGAL_PARAMETER(47),
  DECODE_ERROR(50),
  PROTOCOL_VERSION(70),
  INAPPROPRIATE_FALLBACK(86),
  NO_APPLICATION_PROTOCOL(120);

  private static final byte RECORD = 21;
  private static final byte FATAL = 2;

  private final int description;

  Alert(int description) {
    this.description = description;
  }

  /** The record that tells the client. */
  ByteBuffer record() {
    return ByteBuffer.wrap(new byte[] {RECORD, 3, 1, 0, 2, FATAL, (byte) description});
  }
}

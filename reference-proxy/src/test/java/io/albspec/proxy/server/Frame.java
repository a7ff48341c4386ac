package io.albspec.proxy.server;

import java.nio.ByteBuffer;

/** A frame of HTTP/2, as it comes over the wire. */
final class Frame {

  static final int DATA = 0;
  static final int HEADERS = 1;
  static final int PRIORITY = 2;
  static final int RST_STREAM = 3;
  static final int SETTINGS = 4;
  static final int PING = 6;
  static final int GO_AWAY = 7;
  static final int WINDOW_UPDATE = 8;
  static final int CONTINUATION = 9;

  static final int NO_FLAG = 0;
  static final int END_STREAM = 1;
  static final int ACK = 1;
  static final int END_HEADERS = 4;
  static final int PADDED = 8;

  private final int type;
  private final int flags;
  private final int stream;
  private final byte[] payload;

  Frame(int type, int flags, int stream, byte[] payload) {
    this.type = type;
    this.flags = flags;
    this.stream = stream;
    this.payload = payload;
  }

  int type() {
    return type;
  }

  int flags() {
    return flags;
  }

  int stream() {
    return stream;
  }

  byte[] payload() {
    return payload;
  }

  boolean isLast() {
    return (type == DATA || type == HEADERS) && (flags & END_STREAM) != 0;
  }

  /** The code of a RST_STREAM frame, or the last stream of a GOAWAY frame. */
  int number() {
    return ByteBuffer.wrap(payload).getInt();
  }

  /** The code of a GOAWAY frame. */
  int reason() {
    return ByteBuffer.wrap(payload).getInt(4);
  }
}

package io.albspec.proxy.frames;

/** How much a peer may still send, of a stream or of the whole connection (RFC 9113, 5.2). */
public final class ReceiveWindow {

  private final FrameOutput output;
  private int stream;
  private int size;
  private int window;
  private int consumed;

  public ReceiveWindow(FrameOutput output) {
    this.output = output;
  }

  /**
   * Begins.
   *
   * @param id of the stream, 0 for the connection
   * @param bytes that the peer may send
   */
  public void begin(int id, int bytes) {
    stream = id;
    size = bytes;
    window = bytes;
    consumed = 0;
  }

  /** Bytes have come. False if they were more than allowed. */
  public boolean received(int bytes) {
    window -= bytes;
    return window >= 0;
  }

  /** Bytes that came need no room any more: the peer is told before it can have to wait. */
  public void consumed(int bytes) {
    consumed += bytes;
    if (consumed >= size / 2) {
      output.windowUpdate(stream, consumed);
      window += consumed;
      consumed = 0;
    }
  }
}

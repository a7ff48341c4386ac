package io.albspec.proxy.frames;

/** A stream that has data to send, and a window of its own. */
public interface Sender {

  /** Whether it waits for its turn. */
  boolean isQueued();

  /** It waits for its turn, or does not. */
  void queued(boolean is);

  /** Whether there is something to send, and room in the stream's window. */
  boolean canSend();

  /** Sends a frame of no more data than that; tells how much it was. */
  int send(int most);
}

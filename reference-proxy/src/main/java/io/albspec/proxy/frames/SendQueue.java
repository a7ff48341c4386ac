package io.albspec.proxy.frames;

import java.util.ArrayDeque;

/**
 * The streams that have data for the peer, which take turns, and the window of the connection that
 * they share (RFC 9113, 5.2).
 */
public final class SendQueue {

  private static final int DEFAULT_WINDOW = 65_535;

  private final FrameOutput output;
  private final ArrayDeque<Sender> ready = new ArrayDeque<>();
  private long window = DEFAULT_WINDOW;
  private boolean running;

  public SendQueue(FrameOutput output) {
    this.output = output;
  }

  /** The stream has something to send. */
  public void add(Sender sender) {
    if (!sender.isQueued()) {
      sender.queued(true);
      ready.addLast(sender);
    }
    run();
  }

  /** The peer gives the connection more room. False if that is more than there can be. */
  public boolean widen(int bytes) {
    window += bytes;
    return window <= Integer.MAX_VALUE;
  }

  /** The stream has nothing to send any more. */
  public void remove(Sender sender) {
    ready.remove(sender);
    sender.queued(false);
  }

  /** Whether the peer takes nothing more of any stream. */
  public boolean isShut() {
    return window <= 0;
  }

  /** Sends what can be sent. */
  public void run() {
    if (running) {
      return;
    }
    running = true;
    try {
      while (!ready.isEmpty() && window > 0 && output.hasRoom()) {
        Sender sender = ready.pollFirst();
        sender.queued(false);
        if (sender.canSend()) {
          window -= sender.send((int) Math.min(window, Integer.MAX_VALUE));
          if (sender.canSend() && !sender.isQueued()) {
            sender.queued(true);
            ready.addLast(sender);
          }
        }
      }
    } finally {
      running = false;
    }
    if (!output.hasRoom()) {
      output.flush();
    }
  }
}

package io.albspec.proxy.http2;

import java.util.ArrayDeque;

/**
 * The streams that have data for the client, which take turns, and the window of the connection
 * that they share (RFC 9113, 5.2).
 */
final class SendQueue {

  private static final int DEFAULT_WINDOW = 65_535;

  private final FrameOutput output;
  private final ArrayDeque<ClientResponse> ready = new ArrayDeque<>();
  private long window = DEFAULT_WINDOW;
  private boolean running;

  SendQueue(FrameOutput output) {
    this.output = output;
  }

  /** The response has something to send. */
  void add(ClientResponse response) {
    if (!response.isQueued()) {
      response.queued(true);
      ready.addLast(response);
    }
    run();
  }

  /** The client gives the connection more room. False if that is more than there can be. */
  boolean widen(int bytes) {
    window += bytes;
    return window <= Integer.MAX_VALUE;
  }

  /** Sends what can be sent. */
  void run() {
    if (running) {
      return;
    }
    running = true;
    try {
      while (!ready.isEmpty() && window > 0 && output.hasRoom()) {
        ClientResponse response = ready.pollFirst();
        response.queued(false);
        if (response.canSend()) {
          window -= response.send((int) Math.min(window, Integer.MAX_VALUE));
          if (response.canSend() && !response.isQueued()) {
            response.queued(true);
            ready.addLast(response);
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

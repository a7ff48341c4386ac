package io.albspec.proxy.http1;

import io.albspec.proxy.plan.Listener;

/** The connection that a client's stream is on. */
interface StreamOwner {

  /** The listener as it is configured at the moment; its idle timeout begins. */
  Listener requestBegins();

  /** There may be something to do: {@link ClientStream#step} until there is not. */
  void proceed();

  /**
   * The response is out, and the request has been read if another is to follow.
   *
   * @param close whether it was the last one
   * @param unread whether there are bytes of the client that nobody has read
   */
  void over(boolean close, boolean unread);

  /** The request has failed so that nothing can follow. */
  void end();

  /** The response has to be cut off, so that nobody takes it for complete. */
  void cut();
}

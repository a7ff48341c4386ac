package io.albspec.proxy.http2;

/** The connection that streams are on. */
interface StreamOwner {

  /** No stream is to follow those that the client has begun. */
  void leave();

  /**
   * The stream is closed.
   *
   * @param cut whether it was reset here, so that more may come of it
   */
  void over(ClientStream stream, boolean cut);
}

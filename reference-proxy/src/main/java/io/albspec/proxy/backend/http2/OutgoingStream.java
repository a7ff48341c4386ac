package io.albspec.proxy.backend.http2;

import org.eclipse.jetty.http2.ErrorCode;

/**
 * A stream that the balancer begins, as its session sees it: hears of what comes. On the worker's
 * thread only.
 */
public interface OutgoingStream {

  /** Its number; of no meaning before it is opened. */
  int id();

  /**
   * It is open: sends its head.
   *
   * @param stream its number
   * @param window how much data the target takes of it
   */
  void opened(TargetSession on, int stream, int window);

  /** Whether the final head of the response has come, so that only trailer fields can follow. */
  boolean isHeaded();

  /** A head has come, interim or final. */
  void head(ResponseAssembler head, boolean last);

  /** The trailer fields have come, as lines of HTTP/1.1; the response is over. */
  void trailers(byte[] lines);

  /**
   * Data has come.
   *
   * @param padding how much more counts for the windows
   * @return what is wrong with it, or null
   */
  ErrorCode data(byte[] bytes, int from, int to, int padding, boolean last);

  /** Nothing more is there to be read at the moment. */
  void pause();

  /** The target takes more data of it, or less. False if that is more than there can be. */
  boolean widen(long bytes);

  /** The target has reset it. */
  void reset(ErrorCode code);

  /** The target has said that it has not looked at it, and will not. */
  void unprocessed();

  /** What the target says of it is malformed; it has been reset. */
  void malformed();

  /** The connection is lost. */
  void lost();
}

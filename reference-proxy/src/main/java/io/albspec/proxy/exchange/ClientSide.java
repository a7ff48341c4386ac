package io.albspec.proxy.exchange;

import java.nio.ByteBuffer;
import org.eclipse.jetty.util.Callback;

/**
 * The client's side of an exchange: takes the response and gives the request's body. All calls come
 * on the thread of the exchange's worker.
 */
public interface ClientSide {

  /** The length of a body that ends where its framing says so. */
  long UNKNOWN_LENGTH = -1;

  /** The length of a body that cannot be there: a response to HEAD, 204, 304. */
  long NO_BODY = -2;

  /** Answers with a response of the balancer's own. */
  void respond(OwnResponse response);

  /**
   * The head of the target's response has arrived in {@link Exchange#response()}. A body of more
   * than no bytes follows through {@link #responseBody}.
   *
   * @param length of the body, or {@link #UNKNOWN_LENGTH} or {@link #NO_BODY}
   */
  void responseHead(long length);

  /**
   * An interim response (1xx) has arrived in {@link Exchange#response()}; the final one follows.
   */
  void interimResponse(Callback done);

  /**
   * The target has switched protocols: the head is in {@link Exchange#response()}. From now on
   * pieces of the request's body and of the response's body are what the two say to each other,
   * until one of them ends.
   */
  void switched(Callback done);

  /**
   * Takes a piece of the response's body. The next comes only after {@code done} succeeded.
   *
   * <p>A piece that is empty and not the last one tells that nothing more is there yet, so that
   * what is held back in the hope of a common write goes out.
   *
   * @param last whether the body ends with this piece, which may be empty
   */
  void responseBody(ByteBuffer data, boolean last, Callback done);

  /**
   * The response cannot be completed: answers with the error if the client has seen nothing yet,
   * else cuts the connection so that nobody takes the response for complete.
   */
  void fail(OwnResponse error);

  /** The target's side is ready for the request's body: pieces follow till its end. */
  void demandRequestBody();
}

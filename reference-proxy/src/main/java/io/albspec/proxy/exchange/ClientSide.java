package io.albspec.proxy.exchange;

import java.nio.ByteBuffer;
import org.eclipse.jetty.util.Callback;

/**
 * The client's side of an exchange: takes the response and gives the request's body. All calls come
 * on the thread of the exchange's worker.
 */
public interface ClientSide {

  /** Answers with a response of the balancer's own. */
  void respond(OwnResponse response);

  /**
   * The head of the target's response has arrived in {@link Exchange#response()}. The body follows
   * through {@link #responseBody}, unless the head says that there is none.
   */
  void responseHead();

  /**
   * An interim response (1xx) has arrived in {@link Exchange#response()}; the final one follows.
   */
  void interimResponse(Callback done);

  /**
   * Takes a piece of the response's body. The next comes only after {@code done} succeeded.
   *
   * @param last whether the body ends with this piece, which may be empty
   */
  void responseBody(ByteBuffer data, boolean last, Callback done);

  /**
   * The response cannot be completed: answers with the error if the client has seen nothing yet,
   * else cuts the connection so that nobody takes the response for complete.
   */
  void fail(OwnResponse error);

  /** The target's side is ready for the first or next piece of the request's body. */
  void demandRequestBody();
}

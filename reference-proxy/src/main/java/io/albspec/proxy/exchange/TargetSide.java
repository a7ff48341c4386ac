package io.albspec.proxy.exchange;

import java.nio.ByteBuffer;
import org.eclipse.jetty.util.Callback;

/** The target's side of an exchange: takes the request's body and can be given up. */
public interface TargetSide {

  /**
   * Takes a piece of the request's body. The next comes only after {@code done} succeeded.
   *
   * <p>A piece that is empty and not the last one tells that nothing is there yet, so that the head
   * goes out alone.
   *
   * @param last whether the body ends with this piece, which may be empty
   */
  void requestBody(ByteBuffer data, boolean last, Callback done);

  /** The client's side has gone or needs no response any more: frees what this side holds. */
  void abandon();
}

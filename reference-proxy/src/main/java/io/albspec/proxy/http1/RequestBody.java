package io.albspec.proxy.http1;

import io.albspec.proxy.exchange.Exchange;
import io.albspec.proxy.worker.Input;
import java.nio.ByteBuffer;

/** The body of the request that is being read from a client's connection; reused for the next. */
final class RequestBody {

  private static final long MOST_DISCARDED = 1024L * 1024;

  private final Input input;
  private final BodyDecoder decoder = new BodyDecoder();
  private long discarded;

  RequestBody(Input input) {
    this.input = input;
  }

  /** Begins with the body of a request that is framed like this. */
  void begin(Exchange exchange, RequestFraming framing) {
    discarded = 0;
    framing.applyTo(decoder);
    noteEnd(exchange);
  }

  /** What follows is a tunnel's: not framed, until the client ends it. */
  void untilClose() {
    decoder.untilClose();
  }

  /** The client has ended its side of the tunnel. */
  void end() {
    decoder.length(0);
  }

  /** Takes a piece out of the bytes that have been read. It is empty if they were all framing. */
  ByteBuffer read(Exchange exchange) {
    ByteBuffer bytes = input.bytes();
    int before = bytes.remaining();
    ByteBuffer piece = decoder.next(bytes);
    exchange.received(before - bytes.remaining());
    noteEnd(exchange);
    return piece;
  }

  private void noteEnd(Exchange exchange) {
    if (decoder.isComplete()) {
      exchange.requestCompleted();
      exchange.requestTrailers(decoder.trailers());
    }
  }

  /**
   * Drops the bytes that have been read, as far as they belong to the body. False if they are
   * malformed, or if it has been too much: to end the connection costs less than to read on.
   */
  boolean discard() {
    ByteBuffer bytes = input.bytes();
    discarded += bytes.remaining();
    decoder.next(bytes);
    return !decoder.isBroken() && discarded <= MOST_DISCARDED;
  }

  /** Whether its last byte has been read. */
  boolean isComplete() {
    return decoder.isComplete();
  }

  /** Whether its framing is malformed. */
  boolean isBroken() {
    return decoder.isBroken();
  }
}

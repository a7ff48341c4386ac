package io.albspec.proxy.http2;

import io.albspec.proxy.frames.ConnectionException;
import io.albspec.proxy.frames.FrameOutput;
import io.albspec.proxy.worker.Worker;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.eclipse.jetty.http2.ErrorCode;
import org.eclipse.jetty.http2.Flags;
import org.eclipse.jetty.http2.frames.FrameType;

/**
 * How a connection ends in order (RFC 9113, 6.8): the client is told which stream is the last one,
 * and those up to it are served. Where nothing tells which one will be the last, the client is told
 * first that there will be one, and for as long as its requests may be on their way they count.
 */
final class Farewell {

  private static final int NONE = Integer.MAX_VALUE;
  private static final int PING = 8;
  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final byte[] NOTHING = {};

  private final Worker worker;
  private final FrameOutput output;
  private final StreamTable streams;
  private final Runnable onLeaving;
  private boolean announced;
  private int last = NONE;

  /** Tells when no more streams are served. */
  Farewell(Worker worker, FrameOutput output, StreamTable streams, Runnable onLeaving) {
    this.worker = worker;
    this.output = output;
    this.streams = streams;
    this.onLeaving = onLeaving;
  }

  /** Whether a stream is served. */
  boolean serves(int stream) {
    return stream <= last;
  }

  /** Whether it is known which stream is the last one. */
  boolean isLeaving() {
    return last != NONE;
  }

  /** No more streams are served but those that the client has already begun to send. */
  void announce() {
    if (announced || isLeaving()) {
      return;
    }
    announced = true;
    goAway(NONE, ErrorCode.NO_ERROR, NOTHING);
    output.frame(FrameType.PING, Flags.NONE, 0, PING).put(0).put(0);
    worker.time().after(PATIENCE, () -> worker.execute(this::leave));
  }

  /** The client knows that its time has come. */
  void acknowledged() {
    if (announced) {
      leave();
    }
  }

  /** The stream begun last is the last one. */
  void leave() {
    if (!isLeaving()) {
      last = streams.last();
      goAway(last, ErrorCode.NO_ERROR, NOTHING);
      onLeaving.run();
    }
  }

  /** The connection ends at once. */
  void leave(ConnectionException error) {
    last = Math.min(last, streams.last());
    goAway(last, error.code(), error.getMessage().getBytes(StandardCharsets.US_ASCII));
  }

  private void goAway(int stream, ErrorCode code, byte[] reason) {
    output
        .frame(FrameType.GO_AWAY, Flags.NONE, 0, 2 * Integer.BYTES + reason.length)
        .put(stream)
        .put(code.code)
        .put(reason, 0, reason.length);
  }
}

package io.albspec.proxy.http2;

import io.albspec.proxy.worker.Buffers;
import io.albspec.proxy.worker.Worker;
import io.albspec.proxy.worker.Writing;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.function.Consumer;
import org.eclipse.jetty.http2.ErrorCode;
import org.eclipse.jetty.http2.Flags;
import org.eclipse.jetty.http2.frames.FrameType;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.Callback;

/**
 * The frames on their way to a client. What comes up while the worker handles the events that are
 * there goes out together, behind them.
 */
final class FrameOutput {

  /** The bytes before the payload of a frame. */
  static final int HEADER = 9;

  /** So much waits for the client before no more is taken from targets. */
  private static final int ENOUGH = 2 * Buffers.SIZE;

  private static final ByteBuffer[] NO_BUFFERS = {};

  private final Worker worker;
  private final Writing writing;
  private final Runnable onRoom;
  private final ArrayDeque<ByteBuffer> waiting = new ArrayDeque<>();
  private final ArrayDeque<ByteBuffer> underway = new ArrayDeque<>();
  private ByteBuffer last;
  private int bytes;
  private boolean scheduled;
  private boolean closed;

  /**
   * Writes to an endpoint.
   *
   * @param onRoom is told when a write has been completed
   */
  FrameOutput(EndPoint endPoint, Worker worker, Runnable onRoom, Consumer<Throwable> onFailure) {
    this.worker = worker;
    this.onRoom = onRoom;
    this.writing =
        new Writing(
            endPoint,
            worker,
            this::onWritten,
            cause -> {
              release(underway);
              onFailure.accept(cause);
            });
  }

  /** Whether it has room for data of bodies. */
  boolean hasRoom() {
    return bytes < ENOUGH;
  }

  /** Whether everything has been written. */
  boolean isEmpty() {
    return bytes == 0;
  }

  /** Whether a write waits for the client. */
  boolean isBlocked() {
    return writing.isPending();
  }

  /** Begins a frame, whose payload is put next. */
  FrameOutput frame(FrameType type, int flags, int stream, int length) {
    return frame(type.getType(), flags, stream, length);
  }

  private FrameOutput frame(int type, int flags, int stream, int length) {
    ByteBuffer buffer = room(HEADER);
    buffer.putInt(length << Byte.SIZE | type).put((byte) flags).putInt(stream);
    bytes += HEADER;
    schedule();
    return this;
  }

  /** Puts a part of a payload. */
  FrameOutput put(byte[] source, int from, int to) {
    int at = from;
    while (at < to) {
      ByteBuffer buffer = room(1);
      int count = Math.min(to - at, buffer.remaining());
      buffer.put(source, at, count);
      at += count;
    }
    bytes += to - from;
    return this;
  }

  /** Puts that many bytes of a payload. */
  FrameOutput put(ByteBuffer source, int count) {
    int rest = count;
    while (rest > 0) {
      ByteBuffer buffer = room(1);
      int part = Math.min(rest, buffer.remaining());
      buffer.put(buffer.position(), source, source.position(), part);
      buffer.position(buffer.position() + part);
      source.position(source.position() + part);
      rest -= part;
    }
    bytes += count;
    return this;
  }

  /** Puts a number of four bytes. */
  FrameOutput put(int number) {
    room(Integer.BYTES).putInt(number);
    bytes += Integer.BYTES;
    return this;
  }

  /** Puts a setting. */
  FrameOutput setting(int key, int value) {
    room(Short.BYTES).putShort((short) key);
    bytes += Short.BYTES;
    return put(value);
  }

  /** RST_STREAM. */
  void reset(int stream, ErrorCode code) {
    frame(FrameType.RST_STREAM, Flags.NONE, stream, Integer.BYTES).put(code.code);
  }

  /** WINDOW_UPDATE. */
  void windowUpdate(int stream, int increment) {
    frame(FrameType.WINDOW_UPDATE, Flags.NONE, stream, Integer.BYTES).put(increment);
  }

  private ByteBuffer room(int needed) {
    if (last == null || last.remaining() < needed) {
      last = worker.buffers().acquire();
      waiting.addLast(last);
    }
    return last;
  }

  private void schedule() {
    if (!scheduled) {
      scheduled = true;
      worker.execute(this::flush);
    }
  }

  /** Writes what there is, unless a write is under way. */
  void flush() {
    scheduled = false;
    if (closed || writing.isPending() || waiting.isEmpty()) {
      return;
    }
    last = null;
    underway.addAll(waiting);
    waiting.clear();
    ByteBuffer[] buffers = underway.toArray(NO_BUFFERS);
    for (ByteBuffer buffer : buffers) {
      buffer.flip();
    }
    writing.write(Callback.NOOP, buffers);
  }

  private void onWritten() {
    while (!underway.isEmpty()) {
      ByteBuffer buffer = underway.pollFirst();
      bytes -= buffer.limit();
      worker.buffers().release(buffer);
    }
    if (!closed) {
      if (!waiting.isEmpty()) {
        schedule();
      }
      onRoom.run();
    }
  }

  /** Nothing is written any more; what waits is dropped. */
  void close() {
    closed = true;
    last = null;
    release(waiting);
    if (!writing.isPending()) {
      release(underway);
    }
    bytes = 0;
  }

  private void release(ArrayDeque<ByteBuffer> buffers) {
    buffers.forEach(worker.buffers()::release);
    buffers.clear();
  }
}

package io.albspec.proxy.frames;

import io.albspec.proxy.hpack.FieldBlock;
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
 * The frames on their way to a peer. What comes up while the worker handles the events that are
 * there goes out together, behind them.
 */
public final class FrameOutput {

  /** The bytes before the payload of a frame. */
  public static final int HEADER = 9;

  /** So much waits for the peer before no more data is put to it. */
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
  public FrameOutput(
      EndPoint endPoint, Worker worker, Runnable onRoom, Consumer<Throwable> onFailure) {
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
  public boolean hasRoom() {
    return bytes < ENOUGH;
  }

  /** Whether everything has been written. */
  public boolean isEmpty() {
    return bytes == 0;
  }

  /** Whether a write waits for the peer. */
  public boolean isBlocked() {
    return writing.isPending();
  }

  /** Begins a frame, whose payload is put next. */
  public FrameOutput frame(FrameType type, int flags, int stream, int length) {
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
  public FrameOutput put(byte[] source, int from, int to) {
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
  public FrameOutput put(ByteBuffer source, int count) {
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
  public FrameOutput put(int number) {
    room(Integer.BYTES).putInt(number);
    bytes += Integer.BYTES;
    return this;
  }

  /** Puts a setting. */
  public FrameOutput setting(int key, int value) {
    room(Short.BYTES).putShort((short) key);
    bytes += Short.BYTES;
    return put(value);
  }

  /** What a client's connection begins with (RFC 9113, 3.4). */
  public FrameOutput preface() {
    put(FrameReader.PREFACE, 0, FrameReader.PREFACE.length);
    schedule();
    return this;
  }

  /** A head or trailer fields, in one or more frames. Tells how long those are. */
  public int fields(int stream, FieldBlock block, boolean last) {
    int sent = 0;
    int at = 0;
    do {
      int count = Math.min(block.length() - at, FrameReader.MOST_PAYLOAD);
      boolean first = at == 0;
      boolean whole = at + count == block.length();
      int flags = (first && last ? Flags.END_STREAM : 0) | (whole ? Flags.END_HEADERS : 0);
      frame(first ? FrameType.HEADERS : FrameType.CONTINUATION, flags, stream, count);
      put(block.bytes(), at, at + count);
      at += count;
      sent += HEADER + count;
    } while (at < block.length());
    return sent;
  }

  /** RST_STREAM. */
  public void reset(int stream, ErrorCode code) {
    frame(FrameType.RST_STREAM, Flags.NONE, stream, Integer.BYTES).put(code.code);
  }

  /** WINDOW_UPDATE. */
  public void windowUpdate(int stream, int increment) {
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
  public void flush() {
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
  public void close() {
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

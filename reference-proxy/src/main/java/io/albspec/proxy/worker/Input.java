package io.albspec.proxy.worker;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.Callback;

/**
 * What has been read from a connection and is not used yet: at most one buffer, and none while the
 * connection is silent. On the worker's thread only.
 */
public final class Input {

  /** What an attempt to read gave. */
  public enum Filled {
    SOME,
    /** Nothing at the moment; the owner is told when there is more. */
    NOTHING,
    /** The peer has said that it sends no more. */
    ENDED,
    /** The connection is broken: more may have been sent. */
    BROKEN
  }

  private final EndPoint endPoint;
  private final Worker worker;
  private final Buffers buffers;
  private final Interest interest;
  private ByteBuffer bytes;
  private boolean readable;

  /** Tells of bytes, or of the end, that can be read, and of a connection that has failed. */
  public Input(
      EndPoint endPoint, Worker worker, Runnable onReadable, Consumer<Throwable> onFailure) {
    this.endPoint = endPoint;
    this.worker = worker;
    this.buffers = worker.buffers();
    this.interest = new Interest(onReadable, onFailure);
  }

  /** Whether there are bytes to use. */
  public boolean hasBytes() {
    return bytes != null && bytes.hasRemaining();
  }

  /** The bytes; only if there are any. */
  public ByteBuffer bytes() {
    return bytes;
  }

  /**
   * Reads once all bytes have been used. A read that does not fill the buffer has emptied the
   * socket, so the next attempt waits until the selector says that there is more. Reading the end
   * may close the connection and release these bytes within the call. A secured connection may know
   * at once that there is more, and says so before it returns.
   */
  public Filled fill() {
    if (!readable) {
      release();
      await();
      if (!readable) {
        return Filled.NOTHING;
      }
    }
    if (bytes == null) {
      bytes = buffers.acquire().limit(0);
    }
    int capacity = bytes.capacity();
    int count;
    try {
      count = endPoint.fill(bytes);
    } catch (IOException e) {
      readable = false;
      return Filled.BROKEN;
    }
    readable = count == capacity;
    if (count < 0) {
      return Filled.ENDED;
    }
    return count > 0 ? Filled.SOME : fill();
  }

  /** Reads although the selector has not said that there is something. */
  public Filled probe() {
    readable = true;
    return fill();
  }

  /** Drops the bytes that are there. Returns how many they were. */
  public int discard() {
    int count = hasBytes() ? bytes.remaining() : 0;
    if (bytes != null) {
      bytes.clear().limit(0);
    }
    return count;
  }

  /** Gives the buffer back, used or not. */
  public void release() {
    if (bytes != null) {
      buffers.release(bytes);
      bytes = null;
    }
  }

  /** Asks to be told when there is something to read. */
  public void await() {
    if (endPoint.isOpen() && !endPoint.isFillInterested()) {
      endPoint.fillInterested(interest);
    }
  }

  private final class Interest implements Callback {

    private final Runnable onReadable;
    private final Consumer<Throwable> onFailure;

    Interest(Runnable onReadable, Consumer<Throwable> onFailure) {
      this.onReadable = onReadable;
      this.onFailure = onFailure;
    }

    @Override
    public void succeeded() {
      worker.tick();
      readable = true;
      onReadable.run();
    }

    @Override
    public void failed(Throwable cause) {
      onFailure.accept(cause);
    }

    @Override
    public InvocationType getInvocationType() {
      return InvocationType.NON_BLOCKING;
    }
  }
}

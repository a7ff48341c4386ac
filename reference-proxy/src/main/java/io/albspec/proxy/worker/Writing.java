package io.albspec.proxy.worker;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.Callback;

/** Writing to a connection, one write after the other; reused for each. */
public final class Writing implements Callback {

  private final EndPoint endPoint;
  private final Worker worker;
  private final Runnable onWritten;
  private final Consumer<Throwable> onFailure;
  private Callback done = Callback.NOOP;
  private boolean pending;

  /** Tells of each write that was completed, and of the one that failed. */
  public Writing(
      EndPoint endPoint, Worker worker, Runnable onWritten, Consumer<Throwable> onFailure) {
    this.endPoint = endPoint;
    this.worker = worker;
    this.onWritten = onWritten;
    this.onFailure = onFailure;
  }

  /** Writes; then tells whoever waits for this write and, after that, the owner. */
  public void write(Callback waiting, ByteBuffer... buffers) {
    done = waiting;
    pending = true;
    boolean written;
    try {
      written = endPoint.flush(buffers);
    } catch (IOException e) {
      failed(e);
      return;
    }
    if (written) {
      completed();
    } else {
      endPoint.write(this, buffers);
    }
  }

  /** Whether a write is under way. */
  public boolean isPending() {
    return pending;
  }

  @Override
  public void succeeded() {
    worker.tick();
    completed();
  }

  private void completed() {
    finished().succeeded();
    onWritten.run();
  }

  private Callback finished() {
    Callback waiting = done;
    done = Callback.NOOP;
    pending = false;
    return waiting;
  }

  @Override
  public void failed(Throwable cause) {
    Callback waiting = finished();
    onFailure.accept(cause);
    waiting.failed(cause);
  }

  @Override
  public InvocationType getInvocationType() {
    return InvocationType.NON_BLOCKING;
  }
}

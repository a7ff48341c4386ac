package io.albspec.proxy.worker;

import java.util.function.Consumer;
import org.eclipse.jetty.util.Callback;

/** Waiting for a connection to become readable, on its worker's thread. */
public final class Reading implements Callback {

  private final Runnable onReadable;
  private final Consumer<Throwable> onFailure;

  /** Tells when bytes, or the end, can be read, and when the connection has failed. */
  public Reading(Runnable onReadable, Consumer<Throwable> onFailure) {
    this.onReadable = onReadable;
    this.onFailure = onFailure;
  }

  @Override
  public void succeeded() {
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

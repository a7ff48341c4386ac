package io.albspec.proxy.control.operations;

import io.albspec.proxy.cloud.Addresses;
import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.control.Config;
import io.albspec.proxy.control.DataPlane;
import java.io.UncheckedIOException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * The current configuration. It is read without waiting and changed by one thread at a time: a
 * change is made live, then stored, then published, or not made at all.
 */
final class Configuration {

  private final ReentrantLock lock = new ReentrantLock();
  private final DataPlane dataPlane;
  private final Consumer<Config> store;
  private final Addresses addresses;
  private volatile Config current;

  Configuration(Config start, DataPlane dataPlane, Consumer<Config> store, Addresses addresses) {
    this.current = start;
    this.dataPlane = dataPlane;
    this.store = store;
    this.addresses = addresses;
  }

  /** The configuration that is live now. */
  Config current() {
    return current;
  }

  /**
   * Changes the configuration.
   *
   * @throws ApiException if the change is refused or cannot be carried; then nothing has changed
   */
  <A> A change(Change<A> change) throws ApiException {
    lock.lock();
    try {
      Changed<A> changed = change.from(current);
      if (!changed.config().equals(current)) {
        publish(changed.config().withGeneration(current.generation() + 1));
      }
      return changed.answer();
    } finally {
      addresses.retain(current.nodeAddresses());
      lock.unlock();
    }
  }

  private void publish(Config next) throws ApiException {
    dataPlane.apply(next);
    try {
      store.accept(next);
    } catch (UncheckedIOException notStored) {
      dataPlane.apply(current);
      throw notStored;
    }
    current = next;
  }

  /** What makes the next configuration of the current one. */
  @FunctionalInterface
  interface Change<A> {

    Changed<A> from(Config config) throws ApiException;
  }

  /** The next configuration, the same one if nothing is to change, and the answer to the caller. */
  record Changed<A>(Config config, A answer) {}
}

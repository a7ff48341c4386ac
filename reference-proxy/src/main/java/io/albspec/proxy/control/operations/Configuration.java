package io.albspec.proxy.control.operations;

import io.albspec.proxy.cloud.Addresses;
import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.control.Config;
import io.albspec.proxy.control.DataPlane;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The current configuration. It is read without waiting and changed by one thread at a time: a
 * change is made live, then stored, then published, or not made at all.
 */
final class Configuration {

  private static final Logger LOG = LoggerFactory.getLogger(Configuration.class);

  private final ReentrantLock lock = new ReentrantLock();
  private final DataPlane dataPlane;
  private final Consumer<Config> store;
  private final Addresses addresses;
  private final Quotas quotas;
  private volatile Config current;
  private Config staged;

  Configuration(
      Config start,
      DataPlane dataPlane,
      Consumer<Config> store,
      Addresses addresses,
      Quotas quotas) {
    this.current = start;
    this.dataPlane = dataPlane;
    this.store = store;
    this.addresses = addresses;
    this.quotas = quotas;
  }

  /** How many things there may be. */
  Quotas quotas() {
    return quotas;
  }

  /** What rules and target groups have to do with each other. */
  Associations associations() {
    return new Associations(quotas);
  }

  /** The configuration that is live now; to changes made together, what they have made so far. */
  Config current() {
    return lock.isHeldByCurrentThread() && staged != null ? staged : current;
  }

  /**
   * Changes the configuration.
   *
   * @throws ApiException if the change is refused or cannot be carried; then nothing has changed
   */
  <A> A change(Change<A> change) throws ApiException {
    lock.lock();
    try {
      Changed<A> changed = change.from(current());
      if (staged != null) {
        staged = changed.config();
      } else {
        publish(changed.config());
      }
      return changed.answer();
    } finally {
      retainAddresses();
      lock.unlock();
    }
  }

  /**
   * Makes several changes as one: they see each other, everyone else sees all of them or none.
   *
   * @throws ApiException if the changes cannot be carried; then nothing has changed
   * @throws X what the changes throw; then nothing has changed either
   */
  <A, X extends Exception> A together(ControlPlane.Changes<A, X> changes) throws X, ApiException {
    lock.lock();
    try {
      staged = current;
      A answer = changes.make();
      publish(staged);
      return answer;
    } finally {
      staged = null;
      retainAddresses();
      lock.unlock();
    }
  }

  /** Has the configuration carried as it is, after the surroundings have changed. */
  void carryAgain() {
    lock.lock();
    try {
      dataPlane.apply(current);
    } catch (ApiException refusal) {
      LOG.warn("the surroundings as they are now cannot be carried: {}", refusal.getMessage());
    } finally {
      lock.unlock();
    }
  }

  private void retainAddresses() {
    Set<InetAddress> used = new HashSet<>(current.nodeAddresses());
    if (staged != null) {
      used.addAll(staged.nodeAddresses());
    }
    addresses.retain(used);
  }

  private void publish(Config changed) throws ApiException {
    if (changed.equals(current)) {
      return;
    }
    Config next = changed.withGeneration(current.generation() + 1);
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

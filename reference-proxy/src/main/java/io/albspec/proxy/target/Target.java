package io.albspec.proxy.target;

import io.albspec.proxy.exchange.AddressText;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;

/**
 * One registered target at work, as one node of the load balancer sees it. It lives from its
 * registration to the end of its draining, however often the configuration changes.
 */
public final class Target {

  private static final AtomicIntegerFieldUpdater<Target> REQUESTS =
      AtomicIntegerFieldUpdater.newUpdater(Target.class, "requests");

  private final InetSocketAddress address;
  private final InetAddress source;
  private final String text;
  private volatile TargetState state = TargetState.INITIAL;
  private volatile int requests;
  private volatile Observed observed;

  /** Is told when the number of requests with a target has changed. */
  interface LoadObserver {

    /** A request has begun at the target that was given that number. */
    void requestBegan(int slot);

    /** One has ended. */
    void requestEnded(int slot);
  }

  private record Observed(LoadObserver by, int slot) {}

  /**
   * A target in the initial state.
   *
   * @param address where its requests go
   * @param source the address of the node that they come from
   */
  public Target(InetSocketAddress address, InetAddress source) {
    this.address = address;
    this.source = source;
    this.text = AddressText.of(address);
  }

  /** Where its requests go. */
  public InetSocketAddress address() {
    return address;
  }

  /** The address of the node. */
  public InetAddress source() {
    return source;
  }

  /** What its health checks say. */
  public TargetState state() {
    return state;
  }

  void state(TargetState next) {
    state = next;
  }

  /** A request is on its way to this target. */
  public void requestBegan() {
    REQUESTS.incrementAndGet(this);
    Observed now = observed;
    if (now != null) {
      now.by().requestBegan(now.slot());
    }
  }

  /** A request that began is over, whatever came of it. */
  public void requestEnded() {
    REQUESTS.decrementAndGet(this);
    Observed now = observed;
    if (now != null) {
      now.by().requestEnded(now.slot());
    }
  }

  /** Whoever observed it before does so no longer. */
  void observe(LoadObserver by, int slot) {
    observed = new Observed(by, slot);
  }

  /** Nobody observes it any more. */
  void unobserve() {
    observed = null;
  }

  /** How many requests are with this target now. */
  public int outstandingRequests() {
    return requests;
  }

  /** Its address as the access log has it, {@code address:port}. */
  @Override
  public String toString() {
    return text;
  }
}

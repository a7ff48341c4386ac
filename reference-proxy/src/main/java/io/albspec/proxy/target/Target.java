package io.albspec.proxy.target;

import io.albspec.proxy.anomaly.ErrorCount;
import io.albspec.proxy.anomaly.Outcomes;
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

  private static final int SERVER_ERROR = 5;
  private final String identity;
  private final InetSocketAddress address;
  private final InetAddress source;
  private final TargetProtocol protocol;
  private final String text;
  private final Outcomes outcomes = new Outcomes();
  private volatile TargetState state = TargetState.INITIAL;
  private volatile int requests;
  private volatile double weight = 1;
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
    this(address, source, TargetProtocol.PLAIN);
  }

  /**
   * A target in the initial state.
   *
   * @param address where its requests go
   * @param source the address of the node that they come from
   * @param protocol how they go
   */
  public Target(InetSocketAddress address, InetAddress source, TargetProtocol protocol) {
    this(AddressText.of(address), address, source, protocol);
  }

  /**
   * A target in the initial state.
   *
   * @param identity tells it from the other targets of its group, after a restart too
   * @param address where its requests go
   * @param source the address of the node that they come from
   * @param protocol how they go
   */
  Target(String identity, InetSocketAddress address, InetAddress source, TargetProtocol protocol) {
    this.identity = identity;
    this.address = address;
    this.source = source;
    this.protocol = protocol;
    this.text = AddressText.of(address);
  }

  /** What tells it from the other targets of its group, at every node and after a restart too. */
  public String identity() {
    return identity;
  }

  /** The version of HTTP that it speaks. */
  public ProtocolVersion version() {
    return protocol.version();
  }

  /** Where its requests go. */
  public InetSocketAddress address() {
    return address;
  }

  /** Whether its requests go over TLS. */
  public boolean isSecure() {
    return protocol.isSecure();
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

  /** It has answered a request. */
  public void answered(int status) {
    if (status / 100 == SERVER_ERROR) {
      outcomes.error();
    } else {
      outcomes.success();
    }
  }

  /** It could not be connected to, or left before it had answered. */
  public void connectionFailed() {
    outcomes.error();
  }

  /** What became of its requests since the last time (guide: "Anomaly detection"). */
  ErrorCount takeOutcomes() {
    return outcomes.take();
  }

  /** Its chance relative to that of others where the algorithm goes by weights; 1 by default. */
  double weight() {
    return weight;
  }

  void weight(double next) {
    weight = next;
  }

  /** Its address as the access log has it, {@code address:port}. */
  @Override
  public String toString() {
    return text;
  }
}

package io.albspec.proxy.telemetry;

import java.util.concurrent.atomic.LongAdder;

/**
 * What is counted of a load balancer's requests for its metrics (guide, "CloudWatch metrics for
 * your Application Load Balancer"). Counts from its creation on; used by any thread.
 */
public final class Counters {

  private final LongAdder nonCompliant = new LongAdder();
  private final LongAdder droppedInvalidHeader = new LongAdder();
  private final LongAdder forwardedInvalidHeader = new LongAdder();
  private final LongAdder nonSticky = new LongAdder();
  private final LongAdder clientTlsNegotiationError = new LongAdder();

  private final LongAdder grpc = new LongAdder();

  /** Nothing counted yet. */
  public Counters() {}

  /** A request does not comply with RFC 7230. */
  public void nonCompliant() {
    nonCompliant.increment();
  }

  /**
   * A request with an invalid header field is routed.
   *
   * @param dropped whether without that field
   */
  public void invalidHeader(boolean dropped) {
    (dropped ? droppedInvalidHeader : forwardedInvalidHeader).increment();
  }

  /** A target was chosen for a request since there was no sticky session to go on with. */
  public void nonSticky() {
    nonSticky.increment();
  }

  /** A gRPC request is routed to a target. */
  public void grpc() {
    grpc.increment();
  }

  /** A client's handshake has failed. */
  public void clientTlsNegotiationError() {
    clientTlsNegotiationError.increment();
  }

  /** The metric DesyncMitigationMode_NonCompliant_Request_Count. */
  public long nonCompliantRequestCount() {
    return nonCompliant.sum();
  }

  /** The metric DroppedInvalidHeaderRequestCount. */
  public long droppedInvalidHeaderRequestCount() {
    return droppedInvalidHeader.sum();
  }

  /** The metric ForwardedInvalidHeaderRequestCount. */
  public long forwardedInvalidHeaderRequestCount() {
    return forwardedInvalidHeader.sum();
  }

  /** The metric NonStickyRequestCount. */
  public long nonStickyRequestCount() {
    return nonSticky.sum();
  }

  /** The metric GrpcRequestCount. */
  public long grpcRequestCount() {
    return grpc.sum();
  }

  /** The metric ClientTLSNegotiationErrorCount. */
  public long clientTlsNegotiationErrorCount() {
    return clientTlsNegotiationError.sum();
  }
}

package io.albspec.proxy.exchange;

import java.time.Instant;

/**
 * When what happened to an exchange, on the monotonic clock in nanoseconds; {@link #NEVER} for what
 * has not happened. Mutable; part of an {@link Exchange}.
 */
public final class Timing {

  /** It has not happened. */
  public static final long NEVER = Long.MIN_VALUE;

  private Instant receivedAt = Instant.EPOCH;
  private long received = NEVER;
  private long sentToTarget = NEVER;
  private long targetAnswered = NEVER;
  private long responded = NEVER;

  Timing() {}

  void received(Instant now, long nanos) {
    receivedAt = now;
    received = nanos;
    sentToTarget = NEVER;
    targetAnswered = NEVER;
    responded = NEVER;
  }

  /** The request is being sent to a target. */
  public void sentToTarget(long nanos) {
    sentToTarget = nanos;
  }

  /** The target's response has begun. */
  public void targetAnswered(long nanos) {
    targetAnswered = nanos;
  }

  /** The response to the client has begun. */
  public void responded(long nanos) {
    responded = nanos;
  }

  /** The wall clock when the first byte of the request came. */
  public Instant receivedAt() {
    return receivedAt;
  }

  /** When the first byte of the request came. */
  public long received() {
    return received;
  }

  /** When the request was sent to a target. */
  public long sentToTarget() {
    return sentToTarget;
  }

  /** When the target's response began. */
  public long targetAnswered() {
    return targetAnswered;
  }

  /** When the response to the client began. */
  public long responded() {
    return responded;
  }
}

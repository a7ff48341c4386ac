package io.albspec.steps.evidence;

import java.time.Instant;

/**
 * What went over one connection, there and back.
 *
 * @param side between whom
 * @param title what to call it
 * @param at when it began, in real time
 * @param text the bytes as text, each line with a mark for its direction
 */
public record Conversation(Side side, String title, Instant at, String text) {

  /** Between whom the bytes went. */
  public enum Side {
    /** Client and balancer. */
    CLIENT,
    /** Balancer and target. */
    TARGET
  }
}

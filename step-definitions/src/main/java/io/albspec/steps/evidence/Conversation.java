package io.albspec.steps.evidence;

import java.time.Instant;

/**
 * What went over one connection, there and back.
 *
 * @param side between whom
 * @param title what to call it
 * @param at when it began
 * @param sent the bytes towards the target
 * @param received the bytes towards the client
 */
public record Conversation(Side side, String title, Instant at, byte[] sent, byte[] received) {

  /** Between whom the bytes went. */
  public enum Side {
    /** Client and balancer. */
    CLIENT("> ", "< "),
    /** Balancer and target. */
    TARGET(">> ", "<< ");

    private final String there;
    private final String back;

    Side(String there, String back) {
      this.there = there;
      this.back = back;
    }
  }

  /** The bytes as text, with a mark for their direction before each line. */
  String text() {
    return WireText.of(side.there, sent) + WireText.of(side.back, received);
  }
}

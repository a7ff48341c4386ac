package io.albspec.load.accounting;

import io.albspec.load.traffic.Phase;
import java.util.List;

/**
 * All that is known of the request with one id.
 *
 * @param id of the request
 * @param phase the phase it counts to
 * @param sent how often, and when, a client began to send it
 * @param ended how it ended for the client
 * @param log its entries in the access log
 * @param receipts of the targets
 */
record Journey(
    String id,
    Phase phase,
    List<Sent> sent,
    List<Ended> ended,
    List<LogEntry> log,
    List<Receipt> receipts) {

  private static final String NONE = "-";

  /** Whether a client says that it sent it. */
  boolean isKnown() {
    return !sent.isEmpty();
  }

  /** The status that the client got, {@code -} if none. */
  String status() {
    return ended.isEmpty() ? NONE : ended.get(0).status();
  }

  boolean isAnswered() {
    return !status().equals(NONE);
  }

  boolean isOk() {
    return status().equals("200");
  }

  /** A target has received it, and no answer of a target came to the client. */
  boolean isAnswerLost() {
    return !isOk() && !receipts.isEmpty();
  }

  /** How long the client waited for its end, in microseconds. */
  long micros() {
    return (ended.get(0).at() - sent.get(0).at()) / 1000;
  }
}

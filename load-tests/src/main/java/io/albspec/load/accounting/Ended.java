package io.albspec.load.accounting;

/**
 * How a request ended for its client. What an answer did not say is {@code -}.
 *
 * @param id of the request
 * @param at when, on the clients' monotonic clock, in nanoseconds
 * @param status the status of the answer; {@code -} if there was none
 * @param target the target that says it answered
 * @param answered the id of the request that the answer is to
 * @param answerLength bytes of the body of the answer
 */
public record Ended(
    String id, long at, String status, String target, String answered, long answerLength) {

  /** Whether there was an answer, whatever its status. */
  public boolean hasAnswer() {
    return !status.equals("-");
  }
}

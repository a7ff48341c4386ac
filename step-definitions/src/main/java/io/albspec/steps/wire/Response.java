package io.albspec.steps.wire;

/**
 * A response as a client got it.
 *
 * @param head status line and fields
 * @param body decoded
 * @param complete whether its end was seen
 */
public record Response(Head head, byte[] body, boolean complete) {

  private static final int FIRST_FINAL = 200;

  /** The status code, 0 if there is no number. */
  public int status() {
    return head.word(1).matches("\\d{3}") ? Integer.parseInt(head.word(1)) : 0;
  }

  boolean isInterim() {
    return status() > 0 && status() < FIRST_FINAL && status() != 101;
  }
}

package io.albspec.load.traffic;

import java.util.SplittableRandom;

/**
 * One request of the mixture.
 *
 * @param id unique in the run
 * @param kind how it is sent
 * @param bodyLength bytes of its body
 * @param answerLength bytes of the body of a complete answer
 */
record Draw(String id, Kind kind, int bodyLength, int answerLength) {

  /** Bodies are at most this long. */
  static final int LONGEST = 32 * 1024;

  private static final int SHORT = 1024;
  private static final Kind[] MIXTURE = {
    Kind.GET, Kind.GET, Kind.GET, Kind.POST, Kind.CHUNKED, Kind.HEAD
  };

  /** Draws a user's request; the same every time for the same seed, user and step. */
  static Draw of(long seed, long user, int step) {
    SplittableRandom random = new SplittableRandom(seed * 31 + user).split();
    for (int i = 0; i < step; i++) {
      random = random.split();
    }
    Kind kind = MIXTURE[random.nextInt(MIXTURE.length)];
    int bodyLength = kind.hasBody() ? 1 + length(random) : 0;
    int answerLength = kind == Kind.HEAD ? 0 : length(random);
    return new Draw("u%d-%d".formatted(user, step), kind, bodyLength, answerLength);
  }

  /** Mostly short, sometimes long. */
  private static int length(SplittableRandom random) {
    return random.nextInt(random.nextInt(4) == 0 ? LONGEST : SHORT);
  }
}

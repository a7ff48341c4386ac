package io.albspec.load.traffic;

import java.time.Duration;

/**
 * How much is sent.
 *
 * @param usersPerSecond users that arrive each second
 * @param phase how long each phase lasts after the warm-up
 * @param seed of the mixture of requests and the sizes of bodies
 */
public record Traffic(int usersPerSecond, Duration phase, long seed) {

  /** How many requests each user sends, on one connection. */
  public static final int REQUESTS_PER_USER = 6;

  /** How long the warm-up lasts. */
  static final Duration WARM_UP = Duration.ofSeconds(2);

  private static final int MOST_USERS = 2000;
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofHours(1);

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is out of its range
   */
  public Traffic {
    if (usersPerSecond < 1 || usersPerSecond > MOST_USERS) {
      throw new IllegalArgumentException("--users takes a number from 1 to " + MOST_USERS);
    }
    if (phase.compareTo(SHORTEST) < 0 || phase.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "--seconds takes a number from %d to %d"
              .formatted(SHORTEST.toSeconds(), LONGEST.toSeconds()));
    }
  }

  /** How long users arrive. */
  public Duration duration() {
    return WARM_UP.plus(phase.multipliedBy(Phase.values().length - 1));
  }

  /** How many requests are sent in all. */
  public long requests() {
    return usersPerSecond * duration().toSeconds() * REQUESTS_PER_USER;
  }
}

package io.albspec.load;

import java.time.Duration;

/** How much is run unless options say otherwise. */
enum Profile {
  /** About a minute. */
  standard(40, Duration.ofSeconds(12)),
  /** About 15 seconds, for a build. */
  smoke(20, Duration.ofSeconds(2));

  private final int usersPerSecond;
  private final Duration phase;

  Profile(int usersPerSecond, Duration phase) {
    this.usersPerSecond = usersPerSecond;
    this.phase = phase;
  }

  int usersPerSecond() {
    return usersPerSecond;
  }

  Duration phase() {
    return phase;
  }
}

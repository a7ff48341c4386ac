package io.albspec.load;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What to run.
 *
 * @param usersPerSecond users that arrive each second; each sends six requests on one connection
 * @param phase how long each of the four phases lasts
 * @param seed of the mixture of requests and the sizes of bodies
 * @param folder where the reports go
 * @param endpoint the ELBv2 API of a balancer that is running; the reference is embedded if empty
 */
public record LoadSettings(
    int usersPerSecond, Duration phase, long seed, Path folder, Optional<URI> endpoint) {

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is out of its range
   */
  public LoadSettings {
    if (usersPerSecond < 1 || usersPerSecond > 2000) {
      throw new IllegalArgumentException("--users takes a number from 1 to 2000");
    }
    if (phase.compareTo(Duration.ofSeconds(1)) < 0 || phase.compareTo(Duration.ofHours(1)) > 0) {
      throw new IllegalArgumentException("--seconds takes a number from 1 to 3600");
    }
  }
}

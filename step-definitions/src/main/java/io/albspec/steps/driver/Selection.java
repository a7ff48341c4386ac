package io.albspec.steps.driver;

import java.net.URI;
import java.util.Optional;
import java.util.Properties;

/**
 * Which system a run tests, and how.
 *
 * @param against the name of a driver
 * @param endpoint where a system that is running speaks the API, for drivers that start none
 * @param timeScale how many times faster than the machine's that system's time runs
 */
public record Selection(String against, Optional<URI> endpoint, int timeScale) {

  private static final String AGAINST = "albspec.against";
  private static final String ENDPOINT = "albspec.endpoint-url";
  private static final String TIME_SCALE = "albspec.time-scale";

  /** Read from system properties, the reference balancer if they say nothing. */
  public static Selection from(Properties properties) {
    return new Selection(
        properties.getProperty(AGAINST, "reference"),
        Optional.ofNullable(properties.getProperty(ENDPOINT)).map(URI::create),
        Integer.parseInt(properties.getProperty(TIME_SCALE, "1")));
  }

  /** Writes the selection where {@link #from} finds it. */
  public void into(Properties properties) {
    properties.setProperty(AGAINST, against);
    properties.setProperty(TIME_SCALE, Integer.toString(timeScale));
    endpoint.ifPresent(uri -> properties.setProperty(ENDPOINT, uri.toString()));
  }
}

package io.albspec.load.traffic;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;

/**
 * What the simulation is told: it runs in a process of its own and reads this from a file.
 *
 * @param baseUrls the nodes of the balancer
 * @param traffic how much is sent
 * @param toxiproxyHost where Toxiproxy's API is
 * @param toxiproxyPort where Toxiproxy's API is
 * @param slowProxy the proxy of the target that becomes slow
 * @param resetProxy the proxy of the target whose connections are reset
 * @param records the file for what the clients saw
 */
public record Plan(
    List<String> baseUrls,
    Traffic traffic,
    String toxiproxyHost,
    int toxiproxyPort,
    String slowProxy,
    String resetProxy,
    Path records) {

  /** The system property that names the file. */
  public static final String PROPERTY = "albspec.load.plan";

  /** Copies the list. */
  public Plan {
    baseUrls = List.copyOf(baseUrls);
  }

  /** Writes it to a file. */
  public void write(Path file) throws IOException {
    Properties properties = new Properties();
    properties.setProperty("baseUrls", String.join(" ", baseUrls));
    properties.setProperty("usersPerSecond", Integer.toString(traffic.usersPerSecond()));
    properties.setProperty("phase", traffic.phase().toString());
    properties.setProperty("seed", Long.toString(traffic.seed()));
    properties.setProperty("toxiproxyHost", toxiproxyHost);
    properties.setProperty("toxiproxyPort", Integer.toString(toxiproxyPort));
    properties.setProperty("slowProxy", slowProxy);
    properties.setProperty("resetProxy", resetProxy);
    properties.setProperty("records", records.toString());
    try (Writer out = Files.newBufferedWriter(file)) {
      properties.store(out, "what the simulation is told");
    }
  }

  /** Reads it from a file. */
  static Plan read(Path file) throws IOException {
    Properties properties = new Properties();
    try (Reader in = Files.newBufferedReader(file)) {
      properties.load(in);
    }
    return new Plan(
        List.of(properties.getProperty("baseUrls").split(" ")),
        new Traffic(
            Integer.parseInt(properties.getProperty("usersPerSecond")),
            Duration.parse(properties.getProperty("phase")),
            Long.parseLong(properties.getProperty("seed"))),
        properties.getProperty("toxiproxyHost"),
        Integer.parseInt(properties.getProperty("toxiproxyPort")),
        properties.getProperty("slowProxy"),
        properties.getProperty("resetProxy"),
        Path.of(properties.getProperty("records")));
  }
}

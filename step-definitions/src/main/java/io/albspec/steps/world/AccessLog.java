package io.albspec.steps.world;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.albspec.steps.clock.Budgets;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** The access log of the newest load balancer, in a bucket of the scenario's own. */
public final class AccessLog implements NameSource {

  private static final String SUFFIX = ".log.gz";

  private final Sut sut;
  private final Balancers balancers;
  private final Responses responses;
  private final Unique unique;

  /** The log of these balancers. */
  public AccessLog(Sut sut, Balancers balancers, Responses responses, Unique unique) {
    this.sut = sut;
    this.balancers = balancers;
    this.responses = responses;
    this.unique = unique;
  }

  /** Turns the log on. */
  public void enable() {
    balancers.setAttributes(
        Map.of("access_logs.s3.enabled", "true", "access_logs.s3.bucket", bucket()));
  }

  private String bucket() {
    return "logs-" + unique.text();
  }

  /** The entries, once there are so many; fewer if they do not come within the budget. */
  public List<LogEntry> entries(int expected) {
    responses.expected();
    sut.await().happens(Budgets.LOGS, () -> published().size() >= expected);
    return published();
  }

  private List<LogEntry> published() {
    Path bucket = sut.deployment().bucket(bucket());
    if (!Files.isDirectory(bucket)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(bucket)) {
      return files
          .filter(file -> file.toString().endsWith(SUFFIX))
          .sorted()
          .flatMap(file -> lines(file).stream())
          .map(LogEntry::of)
          .sorted((one, other) -> one.time().compareTo(other.time()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the access log in " + bucket, e);
    }
  }

  private static List<String> lines(Path file) {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), UTF_8))) {
      return reader.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  @Override
  public Optional<String> value(String name) {
    return name.equals("bucket") ? Optional.of(bucket()) : Optional.empty();
  }
}

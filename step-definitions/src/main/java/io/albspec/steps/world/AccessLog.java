package io.albspec.steps.world;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.albspec.steps.clock.Budgets;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** The access log of the newest load balancer, in a bucket of the scenario's own. */
public final class AccessLog implements NameSource {

  private static final String SUFFIX = ".log.gz";
  private static final Pattern END_TIME = Pattern.compile("_([0-9]{8}T[0-9]{4}Z)_");
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmX", Locale.ROOT);
  private static final Duration INTERVAL = Duration.ofMinutes(5);

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

  /** Turns the log on; the prefix may be empty. */
  public void enable(String prefix) {
    balancers.setAttributes(
        Map.of(
            "access_logs.s3.enabled",
            "true",
            "access_logs.s3.bucket",
            bucket(),
            "access_logs.s3.prefix",
            prefix));
  }

  private String bucket() {
    return "logs-" + unique.text();
  }

  /** The entries, once there are so many; fewer if they do not come within the budget. */
  public List<LogEntry> entries(int expected) {
    responses.expected();
    arrive(() -> published().size() >= expected);
    return published();
  }

  /** Whether there is, or comes within the budget, a file in the bucket with a path. */
  public boolean hasFile(String path) {
    FieldMatch wanted = new FieldMatch(path);
    return arrive(
        () ->
            files().stream()
                .map(file -> bucketFolder().relativize(file).toString())
                .anyMatch(file -> wanted.matches(Optional.of(file))));
  }

  private boolean arrive(BooleanSupplier files) {
    return sut.await().happens(Budgets.LOGS, files) || sut.await().happens(Budgets.LOG_FILE, files);
  }

  /** The log files, once there are so many; fewer if they do not come within the budget. */
  public List<Path> logFiles(int expected) {
    responses.expected();
    arrive(() -> logFiles().size() >= expected);
    return logFiles();
  }

  /** The entries that are in a file whose end time is not that of the five minutes they are of. */
  public List<LogEntry> misplaced() {
    return logFiles().stream().flatMap(AccessLog::misplaced).toList();
  }

  private static Stream<LogEntry> misplaced(Path file) {
    Matcher name = END_TIME.matcher(file.getFileName().toString());
    if (!name.find()) {
      return entries(file);
    }
    Instant end = MINUTE.parse(name.group(1), Instant::from);
    return entries(file)
        .filter(entry -> entry.time().isAfter(end) || entry.time().isBefore(end.minus(INTERVAL)));
  }

  private List<LogEntry> published() {
    return logFiles().stream()
        .flatMap(AccessLog::entries)
        .sorted(Comparator.comparing(LogEntry::time))
        .toList();
  }

  private List<Path> logFiles() {
    return files().stream().filter(file -> file.toString().endsWith(SUFFIX)).toList();
  }

  private List<Path> files() {
    Path folder = bucketFolder();
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the access log in " + folder, e);
    }
  }

  private Path bucketFolder() {
    return sut.deployment().bucket(bucket());
  }

  private static Stream<LogEntry> entries(Path file) {
    return lines(file).stream().map(LogEntry::of);
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

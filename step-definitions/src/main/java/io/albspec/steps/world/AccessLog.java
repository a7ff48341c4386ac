package io.albspec.steps.world;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The access log of the newest load balancer, in a bucket of the scenario's own. */
public final class AccessLog implements NameSource {

  private static final Pattern END_TIME = Pattern.compile("_([0-9]{8}T[0-9]{4}Z)_");
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmX", Locale.ROOT);
  private static final Duration INTERVAL = Duration.ofMinutes(5);

  private final Balancers balancers;
  private final Responses responses;
  private final LogBucket bucket;

  /** The log of these balancers. */
  public AccessLog(Balancers balancers, Responses responses, LogBucket bucket) {
    this.balancers = balancers;
    this.responses = responses;
    this.bucket = bucket;
  }

  /** Turns the log on; the prefix may be empty. */
  public void enable(String prefix) {
    balancers.setAttributes(
        Map.of(
            "access_logs.s3.enabled",
            "true",
            "access_logs.s3.bucket",
            bucket.name(),
            "access_logs.s3.prefix",
            prefix));
  }

  /** The entries, once there are so many; fewer if they do not come within the budget. */
  public List<LogEntry> entries(int expected) {
    responses.expected();
    bucket.arrive(() -> published().size() >= expected);
    return published();
  }

  /** Whether there is, or comes within the budget, a file in the bucket with a path. */
  public boolean hasFile(String path) {
    return bucket.hasFile(path);
  }

  /** The log files, once there are so many; fewer if they do not come within the budget. */
  public List<Path> logFiles(int expected) {
    responses.expected();
    bucket.arrive(() -> bucket.accessLogs().size() >= expected);
    return bucket.accessLogs();
  }

  /** The entries that are in a file whose end time is not that of the five minutes they are of. */
  public List<LogEntry> misplaced() {
    return bucket.accessLogs().stream().flatMap(AccessLog::misplaced).toList();
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
    return bucket.accessLogs().stream()
        .flatMap(AccessLog::entries)
        .sorted(Comparator.comparing(LogEntry::time))
        .toList();
  }

  private static Stream<LogEntry> entries(Path file) {
    return LogBucket.lines(file).stream().map(LogEntry::of);
  }

  @Override
  public Optional<String> value(String name) {
    return name.equals("bucket") ? Optional.of(bucket.name()) : Optional.empty();
  }
}

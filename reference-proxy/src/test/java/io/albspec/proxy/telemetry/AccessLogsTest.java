package io.albspec.proxy.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.control.BalancerConfig;
import io.albspec.proxy.control.Config;
import io.albspec.proxy.exchange.Exchange;
import io.albspec.proxy.exchange.ReceivedRequest;
import io.albspec.proxy.time.ManualTime;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;

class AccessLogsTest {

  private static final String ARN =
      "arn:aws:elasticloadbalancing:us-east-2:123456789012:loadbalancer/app/my-lb/50dc6c495c0c9188";
  private static final String FOLDER = "AWSLogs/123456789012/elasticloadbalancing/us-east-2";
  private static final Duration BUDGET = Duration.ofSeconds(10);

  private final ManualTime time = new ManualTime(ReceivedRequest.RECEIVED_AT);
  @TempDir private Path data;
  private AccessLogs logs;

  @BeforeEach
  void start() {
    logs = new AccessLogs(data, time, new SplittableRandom(1));
  }

  @AfterEach
  void leaveNothingBehind() {
    logs.close();
    assertThat(Thread.getAllStackTraces().keySet())
        .noneMatch(thread -> thread.getName().equals("albspec-access-log"));
  }

  @Test
  void disabledLogsWriteNothing() throws Exception {
    AccessLog log = logs.forBalancer(balancer("false", "", ""));

    log.log(ReceivedRequest.get("/"));
    logs.close();

    assertThat(log).isSameAs(AccessLog.NONE);
    assertThat(files()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"'', my-bucket/", "my-prefix, my-bucket/my-prefix/", "a/b, my-bucket/a/b/"})
  void enablingLogsCreatesATestFile(String prefix, String folder) throws Exception {
    logs.forBalancer(balancer("true", "my-bucket", prefix));

    assertThat(files()).containsExactly(folder + "AWSLogs/123456789012/ELBAccessLogTestFile");
  }

  @Test
  void aFileAppearsWhenItsIntervalEnds() throws Exception {
    AccessLog log = logs.forBalancer(balancer("true", "my-bucket", "my-prefix"));

    log.log(exchange("/first"));
    log.log(exchange("/second"));
    time.advance(Duration.ofMinutes(2));
    assertThat(logFiles()).isEmpty();
    time.advance(Duration.ofMinutes(1));
    String file = awaitFiles(1).get(0);

    assertThat(file)
        .matches(
            "my-bucket/my-prefix/"
                + FOLDER
                + "/2018/07/02/123456789012_elasticloadbalancing_us-east-2_"
                + "app.my-lb.50dc6c495c0c9188_20180702T2225Z_10.0.0.30_[a-z0-9]{8}.log.gz");
    assertThat(lines(file)).hasSize(2);
    assertThat(lines(file).get(0)).contains(" \"GET http://www.example.com:80/first HTTP/1.1\" ");
    assertThat(lines(file).get(1)).contains(" app/my-lb/50dc6c495c0c9188 ").contains("/second ");
  }

  @Test
  void intervalsFollowTheClockAndOnesWithoutRequestsHaveNoFile() throws Exception {
    AccessLog log = logs.forBalancer(balancer("true", "my-bucket", ""));

    log.log(exchange("/1"));
    time.advance(Duration.ofMinutes(3));
    awaitFiles(1);
    time.advance(Duration.ofMinutes(10));
    log.log(exchange("/2"));
    time.advance(Duration.ofMinutes(5));
    List<String> files = awaitFiles(2);

    assertThat(files.get(0)).contains("_20180702T2225Z_");
    assertThat(files.get(1)).contains("_20180702T2240Z_");
    assertThat(lines(files.get(1))).singleElement().asString().contains("/2 ");
  }

  @Test
  void closingDeliversTheIntervalInProgress() throws Exception {
    AccessLog log = logs.forBalancer(balancer("true", "my-bucket", ""));
    IntStream.range(0, 1000).forEach(i -> log.log(exchange("/" + i)));

    logs.close();

    assertThat(lines(logFiles().get(0)).size() + logs.lost(ARN)).isEqualTo(1000);
    try (Stream<Path> drafts = Files.list(data.resolve("access-log-drafts"))) {
      assertThat(drafts).isEmpty();
    }
  }

  @Test
  void aChangedBucketGetsTheEntriesFromThenOn() throws Exception {
    BalancerConfig first = balancer("true", "first", "");
    BalancerConfig second = balancer("true", "second", "");

    AccessLog before = logs.forBalancer(first);
    logs.update(config(first));
    before.log(exchange("/before"));
    AccessLog after = logs.forBalancer(second);
    logs.update(config(second));
    after.log(exchange("/after"));
    logs.close();

    List<String> files = logFiles();
    assertThat(files).hasSize(2);
    assertThat(files.get(0)).startsWith("first/");
    assertThat(lines(files.get(1))).singleElement().asString().contains("/after ");
  }

  @Test
  void threadsCanLogAtTheSameTime() throws Exception {
    AccessLog log = logs.forBalancer(balancer("true", "my-bucket", ""));
    List<Thread> threads =
        IntStream.range(0, 4)
            .mapToObj(
                i ->
                    new Thread(() -> IntStream.range(0, 5000).forEach(n -> log.log(exchange("/")))))
            .toList();

    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    logs.close();

    List<String> lines = lines(logFiles().get(0));
    assertThat(lines.size() + logs.lost(ARN)).isEqualTo(20_000);
    assertThat(lines)
        .allMatch(line -> line.startsWith("http ") && line.endsWith(" TID_1234abcd5678ef90"));
  }

  @ParameterizedTest
  @CsvSource({
    "..,        '',     access_logs.s3.bucket",
    "a/b,       '',     access_logs.s3.bucket",
    "my-bucket, ../../x, access_logs.s3.prefix",
    "my-bucket, /etc,   access_logs.s3.prefix"
  })
  void placesOutsideABucketAreRefused(String bucket, String prefix, String attribute) {
    assertThatThrownBy(() -> logs.forBalancer(balancer("true", bucket, prefix)))
        .isInstanceOf(ApiException.class)
        .hasMessageContaining(attribute);
    assertThat(files()).isEmpty();
  }

  @Test
  void aBucketThatCannotBeWrittenIsRefused() throws Exception {
    Files.createDirectories(data.resolve("s3"));
    Files.writeString(data.resolve("s3/my-bucket"), "a file");

    assertThatThrownBy(() -> logs.forBalancer(balancer("true", "my-bucket", "")))
        .isInstanceOf(ApiException.class)
        .hasMessageContaining("Access Denied for bucket: my-bucket");
  }

  private Exchange exchange(String target) {
    Exchange exchange = ReceivedRequest.get(target);
    long age = time.nanos();
    exchange.timing().responded(age);
    return exchange;
  }

  private static BalancerConfig balancer(String enabled, String bucket, String prefix) {
    return new BalancerConfig(
        LoadBalancer.builder().loadBalancerArn(ARN).build(),
        Map.of(
            "access_logs.s3.enabled", enabled,
            "access_logs.s3.bucket", bucket,
            "access_logs.s3.prefix", prefix),
        Map.of(),
        List.of(),
        List.of());
  }

  private static Config config(BalancerConfig balancer) {
    return new Config(1, Map.of(ARN, balancer), Map.of());
  }

  private List<String> awaitFiles(int count) throws InterruptedException {
    long end = System.nanoTime() + BUDGET.toNanos();
    while (logFiles().size() < count) {
      assertThat(System.nanoTime()).as("%d files within %s", count, BUDGET).isLessThan(end);
      TimeUnit.MILLISECONDS.sleep(5);
    }
    return logFiles();
  }

  private List<String> logFiles() {
    return files().stream().filter(file -> file.endsWith(".log.gz")).toList();
  }

  private List<String> files() {
    Path buckets = data.resolve("s3");
    if (!Files.exists(buckets)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(buckets)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> buckets.relativize(file).toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> lines(String file) throws IOException {
    try (InputStream in =
        new GZIPInputStream(Files.newInputStream(data.resolve("s3").resolve(file)))) {
      return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1).lines().toList();
    }
  }
}

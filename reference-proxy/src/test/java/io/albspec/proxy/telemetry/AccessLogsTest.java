package io.albspec.proxy.telemetry;

import static io.albspec.proxy.telemetry.LoggedBalancer.ARN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.control.BalancerConfig;
import io.albspec.proxy.control.Config;
import io.albspec.proxy.exchange.Exchange;
import io.albspec.proxy.exchange.ReceivedRequest;
import io.albspec.proxy.time.ManualTime;
import io.albspec.proxy.time.Time;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessLogsTest {

  private static final String FOLDER = "AWSLogs/123456789012/elasticloadbalancing/us-east-2";
  private static final BalancerConfig BALANCER = LoggedBalancer.in("my-bucket", "");

  private final ManualTime time = new ManualTime(ReceivedRequest.RECEIVED_AT);
  @TempDir private Path data;
  private DeliveredLogs delivered;
  private AccessLogs logs;

  @BeforeEach
  void start() {
    delivered = new DeliveredLogs(data.resolve("s3"));
    logs = new AccessLogs(data, time, new SplittableRandom(1));
  }

  @AfterEach
  void leaveNothingBehind() {
    logs.close();
    assertThat(isRunning()).isFalse();
  }

  private static boolean isRunning() {
    return Thread.getAllStackTraces().keySet().stream()
        .anyMatch(thread -> thread.getName().equals("albspec-access-log"));
  }

  @Test
  void disabledLogsCostNothing() throws Exception {
    AccessLog log = logs.forBalancer(LoggedBalancer.disabled());

    log.log(ReceivedRequest.get("/"));

    assertThat(log).isSameAs(AccessLog.NONE);
    assertThat(isRunning()).isFalse();
    assertThat(data).isEmptyDirectory();
  }

  @ParameterizedTest
  @CsvSource({"'', my-bucket/", "my-prefix, my-bucket/my-prefix/", "a/b, my-bucket/a/b/"})
  void enablingLogsCreatesATestFile(String prefix, String folder) throws Exception {
    logs.forBalancer(LoggedBalancer.in("my-bucket", prefix));

    assertThat(delivered.files())
        .containsExactly(folder + "AWSLogs/123456789012/ELBAccessLogTestFile");
  }

  @Test
  void aFileAppearsWhenItsIntervalEnds() throws Exception {
    AccessLog log = logs.forBalancer(LoggedBalancer.in("my-bucket", "my-prefix"));

    log.log(exchange("/first"));
    log.log(exchange("/second"));
    time.advance(Duration.ofMinutes(2));
    assertThat(delivered.logs()).isEmpty();
    time.advance(Duration.ofMinutes(1));
    String file = delivered.awaitLogs(1).get(0);

    assertThat(file)
        .matches(
            "my-bucket/my-prefix/"
                + FOLDER
                + "/2018/07/02/123456789012_elasticloadbalancing_us-east-2_"
                + "app.my-lb.50dc6c495c0c9188_20180702T2225Z_10.0.0.30_[a-z0-9]{8}.log.gz");
    assertThat(delivered.entries(file)).hasSize(2);
    assertThat(delivered.entries(file).get(0))
        .contains(" \"GET http://www.example.com:80/first HTTP/1.1\" ");
    assertThat(delivered.entries(file).get(1))
        .contains(" app/my-lb/50dc6c495c0c9188 ")
        .contains("/second ");
  }

  @Test
  void intervalsFollowTheClockAndOnesWithoutRequestsHaveNoFile() throws Exception {
    AccessLog log = logs.forBalancer(BALANCER);

    log.log(exchange("/1"));
    time.advance(Duration.ofMinutes(3));
    delivered.awaitLogs(1);
    time.advance(Duration.ofMinutes(10));
    log.log(exchange("/2"));
    time.advance(Duration.ofMinutes(5));
    List<String> files = delivered.awaitLogs(2);

    assertThat(files.get(0)).contains("_20180702T2225Z_");
    assertThat(files.get(1)).contains("_20180702T2240Z_");
    assertThat(delivered.entries(files.get(1))).singleElement().asString().contains("/2 ");
  }

  @Test
  void intervalsOfAFasterClockAreShorter() throws Exception {
    try (Time fast = Time.scaled(3000);
        AccessLogs fastLogs = new AccessLogs(data, fast, new SplittableRandom(1))) {
      AccessLog log = fastLogs.forBalancer(BALANCER);
      log.log(ReceivedRequest.at(fast.now(), fast.nanos()));

      delivered.awaitLogs(1);
      log.log(ReceivedRequest.at(fast.now(), fast.nanos()));
      delivered.awaitLogs(2);
    }
  }

  @Test
  void closingDeliversTheIntervalInProgress() throws Exception {
    AccessLog log = logs.forBalancer(BALANCER);
    IntStream.range(0, 1000).forEach(i -> log.log(exchange("/" + i)));

    logs.close();

    assertThat(delivered.entries(delivered.logs().get(0)).size() + logs.lost(ARN)).isEqualTo(1000);
    assertThat(data.resolve("access-log-drafts")).isEmptyDirectory();
  }

  @Test
  void aChangedBucketGetsTheEntriesFromThenOn() throws Exception {
    BalancerConfig first = LoggedBalancer.in("first", "");
    BalancerConfig second = LoggedBalancer.in("second", "");

    AccessLog before = logs.forBalancer(first);
    logs.update(config(first));
    before.log(exchange("/before"));
    AccessLog after = logs.forBalancer(second);
    logs.update(config(second));
    after.log(exchange("/after"));
    logs.close();

    List<String> files = delivered.logs();
    assertThat(files).hasSize(2);
    assertThat(files.get(0)).startsWith("first/");
    assertThat(delivered.entries(files.get(1))).singleElement().asString().contains("/after ");
  }

  @Test
  void threadsCanLogAtTheSameTime() throws Exception {
    AccessLog log = logs.forBalancer(BALANCER);
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

    List<String> lines = delivered.entries(delivered.logs().get(0));
    assertThat(lines.size() + logs.lost(ARN)).isEqualTo(20_000);
    assertThat(lines)
        .allMatch(line -> line.startsWith("http ") && line.endsWith(" TID_1234abcd5678ef90"));
  }

  /** The thread that writes is held up by a bucket, so that the ring fills. */
  @Test
  void entriesThatComeTooFastAreLostAndCounted() throws Exception {
    CountDownLatch held = new CountDownLatch(1);
    CountDownLatch goesOn = new CountDownLatch(1);
    LogBuckets buckets =
        (bucket, key, file) -> {
          Files.delete(file);
          if (key.endsWith(".log.gz")) {
            held.countDown();
            awaitUninterrupted(goesOn);
          }
        };
    try (AccessLogs slow = new AccessLogs(data, buckets, time, new SplittableRandom(1))) {
      AccessLog log = slow.forBalancer(BALANCER);
      log.log(exchange("/"));
      DeliveredLogs.await("a draft", () -> hasDraft());
      time.advance(Duration.ofMinutes(3));
      held.await();
      IntStream.range(0, 10_000).forEach(i -> log.log(exchange("/")));

      assertThat(slow.lost(ARN)).isEqualTo(10_000 - 8192);
      slow.update(new Config(2, Map.of(), Map.of()));
      assertThat(slow.lost(ARN)).as("once the load balancer is gone").isZero();
      goesOn.countDown();
    }
  }

  private boolean hasDraft() {
    return !new DeliveredLogs(data.resolve("access-log-drafts")).logs().isEmpty();
  }

  private static void awaitUninterrupted(CountDownLatch latch) throws IOException {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "..,        '',     access_logs.s3.bucket",
    "my-bucket, ../../x, access_logs.s3.prefix",
  })
  void placesOutsideABucketAreRefused(String bucket, String prefix, String attribute) {
    assertThatThrownBy(() -> logs.forBalancer(LoggedBalancer.in(bucket, prefix)))
        .isInstanceOf(ApiException.class)
        .hasMessageContaining(attribute);
    assertThat(delivered.files()).isEmpty();
  }

  @Test
  void aBucketThatCannotBeWrittenIsRefused() throws Exception {
    Files.createDirectories(data.resolve("s3"));
    Files.writeString(data.resolve("s3/my-bucket"), "a file");

    assertThatThrownBy(() -> logs.forBalancer(BALANCER))
        .isInstanceOf(ApiException.class)
        .hasMessageContaining("Access Denied for bucket: my-bucket");
  }

  private Exchange exchange(String target) {
    Exchange exchange = ReceivedRequest.get(target);
    long age = time.nanos();
    exchange.timing().responded(age);
    return exchange;
  }

  private static Config config(BalancerConfig balancer) {
    return new Config(1, Map.of(ARN, balancer), Map.of());
  }
}

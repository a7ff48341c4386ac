package io.albspec.proxy.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.albspec.proxy.time.ManualTime;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class LogFilesTest {

  private static final long END = Instant.parse("2018-07-02T22:25:00Z").getEpochSecond();
  private static final String OWN = "own";
  private static final int ENOUGH = 1_000_000;
  private static final Duration RETRY = Duration.ofSeconds(1);

  private final ManualTime time = new ManualTime(Instant.ofEpochSecond(END));
  private final Losses losses = new Losses("app/my-lb/50dc6c495c0c9188");
  @TempDir private Path data;
  private Path drafts;
  private DeliveredLogs delivered;
  private Destination destination;

  @BeforeEach
  void name() throws Exception {
    drafts = data.resolve("drafts");
    delivered = new DeliveredLogs(data.resolve("s3"));
    destination =
        new Destination(LogPlace.of(LoggedBalancer.in("my-bucket", ""), LogKind.ACCESS), losses);
  }

  @Test
  void eachNodeAndIntervalHasItsOwnFile() throws Exception {
    try (LogFiles files = files(ENOUGH)) {
      files.write(entry("10.0.0.1", END, "a"));
      files.write(entry("10.0.0.2", END, "b"));
      files.write(entry("10.0.0.1", END + 300, "c"));
      files.write(entry("10.0.0.1", END, "d"));

      files.deliver(END);

      assertThat(delivered.logs()).hasSize(2);
      assertThat(delivered.logs().get(0)).contains("_20180702T2225Z_10.0.0.1_");
      assertThat(delivered.entries(delivered.logs().get(0))).containsExactly("a", "d");
      assertThat(delivered.entries(delivered.logs().get(1))).containsExactly("b");
    }
    assertThat(delivered.logs()).hasSize(3);
    assertThat(drafts.resolve(OWN)).doesNotExist();
  }

  @Test
  void anIntervalWithManyEntriesHasSeveralFiles() throws Exception {
    try (LogFiles files = files(10)) {
      for (int i = 0; i < 7; i++) {
        files.write(entry("10.0.0.1", END, "no." + i));
      }

      assertThat(delivered.logs()).hasSize(3).allMatch(log -> log.contains("_20180702T2225Z_"));
      files.deliver(END);
    }
    assertThat(delivered.logs()).hasSize(4);
    assertThat(delivered.logs().stream().map(delivered::entries).flatMap(List::stream))
        .containsExactlyInAnyOrder("no.0", "no.1", "no.2", "no.3", "no.4", "no.5", "no.6");
  }

  @Test
  void theFolderIsThatOfTheDayOfDelivery() throws Exception {
    time.advance(Duration.ofHours(2));
    try (LogFiles files = files(ENOUGH)) {
      files.write(entry("10.0.0.1", END, "a"));
    }

    assertThat(delivered.logs().get(0)).contains("/2018/07/03/").contains("_20180702T2225Z_");
  }

  @Test
  void entriesAreLostWhileNoFileCanBeMadeAndNoLonger() throws Exception {
    Files.writeString(drafts, "in the way");
    try (LogFiles files = files(ENOUGH)) {
      files.write(entry("10.0.0.1", END, "lost"));
      Files.delete(drafts);
      files.write(entry("10.0.0.1", END, "lost, too: it is not tried with every entry"));
      time.advance(RETRY);
      files.write(entry("10.0.0.1", END, "a"));
    }

    assertThat(losses.sum()).isEqualTo(2);
    assertThat(delivered.entries(delivered.logs().get(0))).containsExactly("a");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aFullDiskLosesTheEntriesOfItsFilesAndIsLeftBehind() throws Exception {
    fillDiskUnderFirstFile();
    try (LogFiles files = files(ENOUGH)) {
      files.write(entry("10.0.0.1", END, "lost"));
      files.write(entry("10.0.0.1", END, "lost"));
      files.flush();
      files.write(entry("10.0.0.1", END, "lost"));
      time.advance(RETRY);
      files.write(entry("10.0.0.1", END, "a"));
    }

    assertThat(losses.sum()).isEqualTo(3);
    assertThat(delivered.logs()).hasSize(1);
    assertThat(delivered.entries(delivered.logs().get(0))).containsExactly("a");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aFileThatCannotBeCompletedIsLost() throws Exception {
    fillDiskUnderFirstFile();
    try (LogFiles files = files(ENOUGH)) {
      files.write(entry("10.0.0.1", END, "lost"));
    }

    assertThat(losses.sum()).isEqualTo(1);
    assertThat(delivered.logs()).isEmpty();
    assertThat(drafts.resolve(OWN)).doesNotExist();
  }

  /** The first file's name is known from the seed: it becomes a device that is always full. */
  private void fillDiskUnderFirstFile() throws Exception {
    String random = RandomName.from(new SplittableRandom(1));
    String key =
        destination
            .place()
            .undated(Instant.ofEpochSecond(END), InetAddress.getByName("10.0.0.1"), random);
    Path draft = drafts.resolve(OWN).resolve("my-bucket").resolve(key);
    Files.createDirectories(draft.getParent());
    Files.createSymbolicLink(draft, Path.of("/dev/full"));
  }

  @Test
  void filesWaitForABucketThatCannotBeWritten() throws Exception {
    Files.createDirectories(data.resolve("s3"));
    Path inTheWay = Files.writeString(data.resolve("s3/my-bucket"), "in the way");
    try (LogFiles files = files(ENOUGH)) {
      files.write(entry("10.0.0.1", END, "a"));
      files.deliver(END);
      files.write(entry("10.0.0.1", END + 300, "b"));
      Files.delete(inTheWay);
      files.deliver(END + 300);

      assertThat(delivered.logs()).hasSize(2);
    }
    assertThat(losses.sum()).isZero();
  }

  @Test
  void theOldestFilesAreLostWhenTooManyWait() throws Exception {
    Files.createDirectories(data.resolve("s3"));
    Files.writeString(data.resolve("s3/my-bucket"), "in the way");
    try (LogFiles files = files(ENOUGH)) {
      for (int i = 0; i < 40; i++) {
        files.write(entry("10.0.0.1", END + i * 300L, "a"));
        files.write(entry("10.0.0.1", END + i * 300L, "b"));
        files.deliver(END + i * 300L);
      }

      assertThat(losses.sum()).isEqualTo(16);
      try (Stream<Path> left = Files.walk(drafts)) {
        assertThat(left.filter(file -> file.toString().endsWith(".log.gz"))).hasSize(32);
      }
    }
  }

  private LogFiles files(long mostBytes) {
    LogBuckets buckets = new FolderBuckets(data.resolve("s3"));
    return new LogFiles(
        new Drafts(drafts, OWN),
        new Outbox(buckets, time),
        time,
        new SplittableRandom(1),
        mostBytes);
  }

  private LogEntry entry(String node, long intervalEnd, String text) throws Exception {
    LogEntry entry = new LogEntry();
    entry.buffer().put(text).put('\n');
    entry.destination = destination;
    entry.node = InetAddress.getByName(node);
    entry.intervalEnd = intervalEnd;
    return entry;
  }
}

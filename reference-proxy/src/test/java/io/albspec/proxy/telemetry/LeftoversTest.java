package io.albspec.proxy.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.albspec.proxy.time.ManualTime;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTest {

  private static final String UNDATED = "AWSLogs/1/elasticloadbalancing/us-east-2/x.log.gz";
  private static final String DATED =
      "my-bucket/AWSLogs/1/elasticloadbalancing/us-east-2/2018/07/02/x.log.gz";

  private final ManualTime time = new ManualTime(Instant.parse("2018-07-02T22:25:00Z"));
  @TempDir private Path data;
  private Path left;
  private DeliveredLogs delivered;

  @BeforeEach
  void leaveBehind() throws IOException {
    left = data.resolve("access-log-drafts/crashed");
    Files.createDirectories(left);
    Files.createFile(left.resolve("lock"));
    delivered = new DeliveredLogs(data.resolve("s3"));
  }

  @Test
  void aCompleteFileIsDelivered() throws Exception {
    leave(UNDATED, compressed("a\nb\n"));

    start();

    assertThat(delivered.logs()).containsExactly(DATED);
    assertThat(delivered.entries(DATED)).containsExactly("a", "b");
    assertThat(data.resolve("access-log-drafts")).isEmptyDirectory();
  }

  @Test
  void aFileThatWasCutOffIsDeliveredUpToItsLastCompleteEntry() throws Exception {
    String text = entries(10_000);
    byte[] whole = compressed(text);
    leave(UNDATED, Arrays.copyOf(whole, whole.length / 2));

    start();

    List<String> entries = delivered.entries(DATED);
    assertThat(entries).hasSizeBetween(1000, 9000);
    assertThat(text).startsWith(String.join("\n", entries) + "\n");
  }

  @Test
  void filesWithoutOneCompleteEntryAreDropped() throws Exception {
    leave(UNDATED, compressed("no line end"));
    leave(UNDATED.replace('x', 'y'), new byte[0]);
    leave(UNDATED.replace('x', 'z'), new byte[] {1, 2, 3});
    leave("AWSLogs/1/ELBAccessLogTestFile", new byte[] {1, 2, 3});

    start();

    assertThat(delivered.files()).isEmpty();
    assertThat(data.resolve("access-log-drafts")).isEmptyDirectory();
  }

  @Test
  void theDraftsOfAProcessThatLivesAreLeftAlone() throws Exception {
    Path folder = data.resolve("access-log-drafts/alive");
    try (DraftFolder alive = DraftFolder.make(folder)) {
      Path draft = alive.draft("my-bucket", UNDATED);
      Files.write(draft, compressed("a\n"));

      start();

      assertThat(delivered.files()).isEmpty();
      assertThat(draft).exists();
    }
  }

  @Test
  void whatCannotBeDeliveredStays() throws Exception {
    leave(UNDATED, compressed("a\n"));
    Path inTheWay = Files.writeString(data.resolve("s3"), "in the way");

    start();
    Files.delete(inTheWay);
    time.advance(Duration.ofDays(1));
    start();

    assertThat(delivered.logs()).containsExactly(DATED.replace("07/02", "07/03"));
  }

  private void start() {
    new AccessLogs(data, time, new SplittableRandom(1)).close();
  }

  private void leave(String key, byte[] bytes) throws IOException {
    Path draft = left.resolve("my-bucket").resolve(key);
    Files.createDirectories(draft.getParent());
    Files.write(draft, bytes);
  }

  private static String entries(int count) {
    SplittableRandom random = new SplittableRandom(1);
    StringBuilder text = new StringBuilder();
    IntStream.range(0, count).forEach(i -> text.append(random.nextLong()).append('\n'));
    return text.toString();
  }

  private static byte[] compressed(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    }
    return bytes.toByteArray();
  }
}

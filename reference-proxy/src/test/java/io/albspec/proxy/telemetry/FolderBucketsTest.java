package io.albspec.proxy.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderBucketsTest {

  @TempDir private Path data;
  private Path file;
  private FolderBuckets buckets;

  @BeforeEach
  void write() throws IOException {
    file = Files.writeString(data.resolve("draft"), "content");
    buckets = new FolderBuckets(data.resolve("s3"));
  }

  @Test
  void aFileIsMovedToItsKey() throws Exception {
    buckets.put("my-bucket", "a/b/c.txt", file);

    assertThat(data.resolve("s3/my-bucket/a/b/c.txt")).hasContent("content");
    assertThat(file).doesNotExist();
  }

  @Test
  void aFileThatIsThereIsReplaced() throws Exception {
    buckets.put("my-bucket", "c.txt", file);
    buckets.put("my-bucket", "c.txt", Files.writeString(file, "new"));

    assertThat(data.resolve("s3/my-bucket/c.txt")).hasContent("new");
  }

  @Test
  void aFileThatCannotBePutStaysWhereItIs() throws Exception {
    Files.writeString(data.resolve("s3"), "in the way");

    assertThatThrownBy(() -> buckets.put("my-bucket", "c.txt", file))
        .isInstanceOf(IOException.class);
    assertThat(file).hasContent("content");
  }

  @Test
  void aBucketMayBeOnAnotherDisk() throws Exception {
    Path memory = Path.of("/dev/shm");
    assumeThat(memory).isDirectory();
    assumeThat(Files.getFileStore(memory)).isNotEqualTo(Files.getFileStore(file));
    Path other = Files.createTempFile(memory, "albspec", ".txt");

    buckets.put("my-bucket", "c.txt", Files.writeString(other, "from far"));

    assertThat(new DeliveredLogs(data.resolve("s3")).files()).containsExactly("my-bucket/c.txt");
    assertThat(data.resolve("s3/my-bucket/c.txt")).hasContent("from far");
    assertThat(other).doesNotExist();
  }
}

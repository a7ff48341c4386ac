package io.albspec.proxy.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import io.albspec.proxy.cloud.KeptObjects.Kept;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptObjectsTest {

  @TempDir private Path folder;

  private Path object;
  private KeptObjects objects;

  @BeforeEach
  void writeAnObject() throws IOException {
    object = Files.createDirectories(folder.resolve("s3/bucket/deep")).resolve("ca.pem");
    Files.writeString(object, "first");
    objects = kept();
  }

  private KeptObjects kept() {
    return KeptObjects.in(folder.resolve("kept"), Buckets.in(folder.resolve("s3")));
  }

  @Test
  void aCopyStaysAsTheObjectWas() throws IOException {
    Kept kept = objects.keep(object);
    Files.writeString(object, "second");

    assertThat(kept().kept("bucket", "deep/ca.pem", kept.digest())).hasValue(kept.file());
    assertThat(Files.readString(kept.file())).isEqualTo("first");
  }

  @Test
  void theSameContentIsKeptOnce() throws IOException {
    Kept first = objects.keep(object);
    Kept second = objects.keep(object);

    assertThat(second).isEqualTo(first);
    try (Stream<Path> files = Files.walk(folder.resolve("kept"))) {
      assertThat(files.filter(Files::isRegularFile)).hasSize(1);
    }
  }

  @Test
  void withoutACopyTheObjectServesAsLongAsItIsTheSame() throws IOException {
    String digest = objects.keep(object).digest();
    KeptObjects without = KeptObjects.in(folder.resolve("empty"), Buckets.in(folder.resolve("s3")));

    assertThat(without.kept("bucket", "deep/ca.pem", digest)).hasValue(object);
    Files.writeString(object, "second");
    assertThat(without.kept("bucket", "deep/ca.pem", digest)).isEmpty();
  }

  @Test
  void whatNobodyNeedsIsGivenUpAfterAWhile() throws IOException {
    Kept old = objects.keep(object);
    Files.writeString(object, "second");
    Kept needed = objects.keep(object);
    Files.writeString(object, "third");
    Kept fresh = objects.keep(object);
    FileTime longAgo = FileTime.from(Instant.now().minus(Duration.ofHours(1)));
    Files.setLastModifiedTime(old.file().getParent(), longAgo);
    Files.setLastModifiedTime(needed.file().getParent(), longAgo);

    objects.retain(Set.of(needed.digest()));

    assertThat(old.file()).doesNotExist();
    assertThat(needed.file()).exists();
    assertThat(fresh.file()).exists();
  }

  @Test
  void temporaryCopiesAreGoneInTheEnd() throws IOException {
    KeptObjects temporary = KeptObjects.temporary(Buckets.in(folder.resolve("s3")));
    Kept kept = temporary.keep(object);
    assertThat(kept.file()).hasContent("first");

    temporary.close();

    assertThat(kept.file()).doesNotExist();
    assertThat(kept.file().getParent().getParent()).doesNotExist();
  }
}

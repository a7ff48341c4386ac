package io.albspec.proxy.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.albspec.proxy.control.Config;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a store does with files that are not as it left them. */
class DamageTest {

  private static final int FLIPS = 120;

  @TempDir private Path directory;
  @TempDir private Path crashed;
  private Config config;

  /** One store that was closed, and one as a crash has left it. */
  @BeforeEach
  void keep() throws IOException {
    RandomChanges changes = new RandomChanges(7);
    config = Configs.of(Configs.balancer("lb", Configs.listener("ls", 100)));
    try (EmbeddedStore store = EmbeddedStore.open(directory)) {
      store.save(config);
      for (int i = 0; i < 10; i++) {
        config = changes.next(config);
        store.save(config);
      }
      for (String name : List.of("config.db", "config.db-wal", "config.acknowledged")) {
        Files.copy(directory.resolve(name), crashed.resolve(name));
      }
    }
  }

  @Test
  void withoutDamageBothAreRead() throws IOException {
    for (Path each : List.of(directory, crashed)) {
      try (EmbeddedStore store = EmbeddedStore.open(each)) {
        assertThat(store.load()).isEqualTo(config);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"0, it is empty", "100, ", "4096, ", "12288, ", "-4096, ", "-1, "})
  void aTruncatedFileIsRefused(int length, String why) throws IOException {
    Path file = directory.resolve("config.db");
    byte[] whole = Files.readAllBytes(file);
    byte[] rest = Arrays.copyOf(whole, length < 0 ? whole.length + length : length);
    Files.write(file, rest);

    assertRefused(directory, file, why == null ? "" : why);
    assertThat(file).hasBinaryContent(rest);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a text that somebody put here\n", "SQLite format 3\0"})
  void aForeignFileIsRefused(String content) throws IOException {
    Path file = directory.resolve("config.db");
    Files.writeString(file, content.repeat(1_000));

    assertRefused(directory, file, "");
    assertThat(file).hasContent(content.repeat(1_000));
  }

  @Test
  void aDatabaseOfSomethingElseIsRefused() throws IOException {
    Path file = directory.resolve("config.db");
    Files.delete(file);
    Records.create(file).close();

    assertRefused(directory, file, "it has no header");
  }

  @Test
  void aFileOfALaterVersionIsRefused() throws IOException {
    Path file = directory.resolve("config.db");
    try (Records records = Records.open(file)) {
      records.change(Map.of("header", "{\"format\":3}".getBytes(UTF_8)), Set.of());
    }

    assertRefused(
        directory,
        file,
        "was written by a later version: its format is 3, this version reads up to 2");
  }

  @Test
  void aRecordThatIsNotAsItWasWrittenIsRefused() throws IOException {
    Path file = directory.resolve("config.db");
    try (Records records = Records.open(file)) {
      String key = records.all().lastKey();
      records.change(Map.of(key, "{}".getBytes(UTF_8)), Set.of());
    }

    assertRefused(directory, file, "its records do not have the digest of its header");
  }

  @Test
  void aMissingFileIsRefused() throws IOException {
    Path file = directory.resolve("config.db");
    Files.delete(file);

    assertRefused(directory, file, "it is missing");
  }

  @Test
  void aFileThatIsBehindWhatWasAcknowledgedIsRefused() throws IOException {
    byte[] old = Files.readAllBytes(directory.resolve("config.db"));
    try (EmbeddedStore store = EmbeddedStore.open(directory)) {
      store.save(config.withGeneration(12));
    }
    Files.write(directory.resolve("config.db"), old);

    assertRefused(
        directory, directory.resolve("config.db"), "it ends with change 11, but 12 were made");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0000000000000000011", "0000000000000000011 00000000\n", "what?\n"})
  void aDamagedNumberOfTheLastChangeIsRefused(String content) throws IOException {
    Path file = directory.resolve("config.acknowledged");
    Files.writeString(file, content);

    assertRefused(directory, file, "it does not hold the number of a change");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 31, 4096, 20_000, -1})
  void aTruncatedLogIsRefused(int length) throws IOException {
    Path log = crashed.resolve("config.db-wal");
    byte[] whole = Files.readAllBytes(log);
    Files.write(log, Arrays.copyOf(whole, length < 0 ? whole.length + length : length));

    assertRefused(crashed, crashed.resolve("config.db"), "");
  }

  @Test
  void aMissingLogIsRefused() throws IOException {
    Files.delete(crashed.resolve("config.db-wal"));

    assertRefused(crashed, crashed.resolve("config.db"), "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"config.db", "config.db-wal", "config.acknowledged"})
  void aFlippedBitIsRefusedOrDoesNotMatter(String name) throws IOException {
    Path source = name.equals("config.db") ? directory : crashed;
    byte[] whole = Files.readAllBytes(source.resolve(name));
    Random random = new Random(name.hashCode());
    int refused = 0;
    for (int i = 0; i < FLIPS; i++) {
      Path copy = copy(source, i);
      byte[] damaged = whole.clone();
      damaged[random.nextInt(Math.min(whole.length, i < 30 ? 200 : whole.length))] ^=
          (byte) (1 << random.nextInt(8));
      Files.write(copy.resolve(name), damaged);

      try (EmbeddedStore store = EmbeddedStore.open(copy)) {
        assertThat(store.load()).isEqualTo(config);
      } catch (StoreException refusal) {
        assertThat(refusal).hasMessageContaining(copy.toString());
        refused++;
      }
    }
    assertThat(refused).isPositive();
  }

  private Path copy(Path source, int number) throws IOException {
    Path copy = Files.createDirectory(source.resolve("copy" + number));
    try (var files = Files.list(source)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, copy.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    return copy;
  }

  private static void assertRefused(Path directory, Path file, String why) {
    assertThatThrownBy(() -> EmbeddedStore.open(directory))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining(why);
  }
}

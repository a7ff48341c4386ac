package io.albspec.proxy.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.albspec.proxy.control.Config;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileStoreTest {

  @TempDir private Path directory;

  @Test
  void aNewDirectoryHoldsNothing() throws IOException {
    try (FileStore store = FileStore.open(directory.resolve("new/one"))) {
      assertThat(store.load()).isEqualTo(Config.EMPTY);
    }
  }

  @Test
  void whatWasSavedLastIsLoaded() throws IOException {
    Config config = new Config(7, Map.of(), Map.of());
    try (FileStore store = FileStore.open(directory)) {
      store.save(new Config(6, Map.of(), Map.of()));
      store.save(config);
    }

    try (FileStore store = FileStore.open(directory)) {
      assertThat(store.load()).isEqualTo(config);
    }
    try (var files = Files.list(directory)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(List.of("config.json", "lock"));
    }
  }

  @Test
  void aDirectoryHasOneStoreAtATime() throws IOException {
    try (FileStore first = FileStore.open(directory)) {
      assertThatThrownBy(() -> FileStore.open(directory))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("the data directory " + directory + " is in use");
      assertThat(first.load()).isEqualTo(Config.EMPTY);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"format\":1,|it is not JSON",
        "{\"format\":2,\"config\":{}}|its format is 2, this version reads 1",
        "{}|its format is 0",
        "{\"format\":1,\"config\":{\"balancers\":[]}}|the member 'targetGroups' is missing",
        "{\"format\":1,\"config\":{\"generation\":1,\"targetGroups\":[],\"balancers\":[{\"resource\":{\"LoadBalancerArn\":7}}]}}|the member 'LoadBalancerArn' is not what it should be: 7"
      })
  void aFileThatCannotBeUsedIsNamedAndLeftAlone(String content, String why) throws IOException {
    Path file = directory.resolve("config.json");
    Files.writeString(file, content);

    try (FileStore store = FileStore.open(directory)) {
      assertThatThrownBy(store::load)
          .isInstanceOf(StoreException.class)
          .hasMessageContaining(file.toString())
          .hasMessageContaining(why);
    }
    assertThat(Files.readString(file)).isEqualTo(content);
  }
}

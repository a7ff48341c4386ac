package io.albspec.proxy.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.albspec.proxy.control.Config;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedStoreTest {

  @TempDir private Path directory;

  @Test
  void aNewDirectoryHoldsNothing() throws IOException {
    try (EmbeddedStore store = EmbeddedStore.open(directory.resolve("new/one"))) {
      assertThat(store.load()).isEqualTo(Config.EMPTY);
    }
  }

  @Test
  void whatWasSavedLastIsLoaded() throws IOException {
    Config config =
        Configs.of(Configs.balancer("lb", Configs.listener("ls", 3))).with(Configs.group("tg"));
    try (EmbeddedStore store = EmbeddedStore.open(directory)) {
      store.save(new Config(1, Map.of(), Map.of()));
      store.save(config.withGeneration(2));
    }

    try (EmbeddedStore store = EmbeddedStore.open(directory)) {
      assertThat(store.load()).isEqualTo(config.withGeneration(2));
    }
    try (var files = Files.list(directory)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("config.db", "config.acknowledged", "lock");
    }
  }

  @Test
  void aDirectoryHasOneStoreAtATime() throws IOException {
    try (EmbeddedStore first = EmbeddedStore.open(directory)) {
      assertThatThrownBy(() -> EmbeddedStore.open(directory))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("the data directory %s is in use".formatted(directory))
          .hasMessageContaining(directory.resolve("lock").toString());
      assertThat(first.load()).isEqualTo(Config.EMPTY);
    }
  }

  @Test
  void theFileOfAnEarlierVersionIsTakenOver() throws IOException {
    Path former = directory.resolve("config.json");
    try (var golden = getClass().getResourceAsStream("former-config.json")) {
      Files.copy(Objects.requireNonNull(golden), former);
    }
    String content = Files.readString(former);

    Config taken;
    try (EmbeddedStore store = EmbeddedStore.open(directory)) {
      taken = store.load();
    }

    assertThat(taken.generation()).isEqualTo(7);
    assertThat(taken.balancers().values())
        .singleElement()
        .satisfies(
            balancer -> {
              assertThat(balancer.resource().loadBalancerName()).isEqualTo("web");
              assertThat(balancer.nodes()).hasSize(2);
              assertThat(balancer.listeners())
                  .singleElement()
                  .extracting(l -> l.rules().size())
                  .isEqualTo(2);
            });
    assertThat(taken.targetGroups().values())
        .singleElement()
        .satisfies(group -> assertThat(group.targets()).hasSize(2));
    assertThat(former).doesNotExist();
    assertThat(directory.resolve("config.json.migrated")).hasContent(content);
    try (EmbeddedStore store = EmbeddedStore.open(directory)) {
      assertThat(store.load()).isEqualTo(taken);
    }
  }

  /** As a crash leaves it in the middle of the taking over: before, or after the first renaming. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aTakingOverThatWasCutShortIsBroughtToItsEnd(boolean renamed) throws IOException {
    Path former = directory.resolve("config.json");
    try (var golden = getClass().getResourceAsStream("former-config.json")) {
      Files.copy(Objects.requireNonNull(golden), former);
    }
    if (renamed) {
      RecordFile.create(directory.resolve("config.db.new"), FormerFile.read(former));
      Files.move(former, directory.resolve("config.json.migrated"));
    } else {
      Files.writeString(directory.resolve("config.db.new"), "not even half of it");
    }

    try (EmbeddedStore store = EmbeddedStore.open(directory)) {
      assertThat(store.load().generation()).isEqualTo(7);
    }
    try (var files = Files.list(directory)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "config.db", "config.acknowledged", "config.json.migrated", "lock");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"format\":1,|it is not JSON",
        "{\"format\":2,\"config\":{}}|its format is 2, and not 1",
        "{}|its format is 0",
        "{\"format\":1,\"config\":{\"balancers\":[]}}|the member 'targetGroups' is missing",
        "{\"format\":1,\"config\":{\"generation\":1,\"targetGroups\":[],\"balancers\":[{\"listeners\":[],\"resource\":{\"LoadBalancerArn\":7}}]}}|the member 'LoadBalancerArn' is not what it should be: 7"
      })
  void aFileOfAnEarlierVersionThatCannotBeUsedIsNamedAndLeftAlone(String content, String why)
      throws IOException {
    Path file = directory.resolve("config.json");
    Files.writeString(file, content);

    assertThatThrownBy(() -> EmbeddedStore.open(directory))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining(why);
    assertThat(Files.readString(file)).isEqualTo(content);
    assertThat(directory.resolve("config.db")).doesNotExist();
  }

  @Test
  void twoConfigurationsAreNotChosenFrom() throws IOException {
    EmbeddedStore.open(directory).close();
    Files.writeString(directory.resolve("config.json"), "{}");

    assertThatThrownBy(() -> EmbeddedStore.open(directory))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("move away the one that is out of date");
  }
}

package io.albspec.proxy.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.albspec.proxy.control.Config;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class StorePropertyTest {

  private static final int ROUNDS = 12;

  @Property(tries = 10)
  void whateverWasSavedLastIsLoaded(@ForAll long seed) throws IOException {
    Path directory = Files.createTempDirectory("store");
    RandomChanges changes = new RandomChanges(seed);
    Config config = Config.EMPTY;

    for (int i = 0; i < ROUNDS; i++) {
      try (EmbeddedStore store = EmbeddedStore.open(directory)) {
        for (int j = i % 4; j >= 0; j--) {
          config = changes.next(config);
          store.save(config);
        }
      }

      try (EmbeddedStore store = EmbeddedStore.open(directory)) {
        assertSame(store.load(), config);
      }
    }

    remove(directory);
  }

  /** The order counts, too, which maps do not compare. */
  private static void assertSame(Config loaded, Config saved) {
    assertThat(loaded).isEqualTo(saved);
    assertThat(loaded.balancers().values()).containsExactlyElementsOf(saved.balancers().values());
    assertThat(loaded.targetGroups().values())
        .containsExactlyElementsOf(saved.targetGroups().values());
    assertThat(loaded.trustStores().values())
        .containsExactlyElementsOf(saved.trustStores().values());
  }

  private static void remove(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(directory);
  }
}

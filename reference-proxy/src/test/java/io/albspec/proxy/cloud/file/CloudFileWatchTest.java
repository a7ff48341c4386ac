package io.albspec.proxy.cloud.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.albspec.proxy.cloud.Cloud;
import io.albspec.proxy.cloud.Instance;
import io.albspec.proxy.time.ManualTime;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class CloudFileWatchTest {

  private static final String FILE = "instances: {i-1: {zone: us-east-2a, state: %s}}\n";

  @TempDir private Path folder;

  @Test
  void theFileIsReadAgainWhenItHasChangedAndAWrongOneChangesNothing() throws Exception {
    Path file = Files.writeString(folder.resolve("cloud.yaml"), FILE.formatted("running"));
    Cloud cloud = new Cloud(CloudFile.read(file));
    AtomicInteger changes = new AtomicInteger();

    try (ManualTime time = new ManualTime(Instant.EPOCH);
        Cloud.Watch counted = cloud.watch(changes::incrementAndGet);
        CloudFileWatch watch = new CloudFileWatch(file, cloud, time, Runnable::run, () -> {})) {
      assertThat(counted).isNotNull();
      watch.begin();

      Files.writeString(file, "instances: {i-1: {zone: us-east-2a, state: asleep}}");
      passes(time, 10, () -> false);
      assertThat(state(cloud)).isEqualTo(Instance.State.RUNNING);
      Files.writeString(file, "account: '000000000001'\n" + FILE.formatted("stopped"));
      passes(time, 10, () -> false);
      assertThat(state(cloud)).isEqualTo(Instance.State.RUNNING);

      Files.writeString(file, FILE.formatted("stopped"));
      passes(time, 1000, () -> changes.get() > 0);
      assertThat(state(cloud)).isEqualTo(Instance.State.STOPPED);
      assertThat(changes).hasValue(1);
    }
  }

  private static Instance.State state(Cloud cloud) {
    return cloud.instance("i-1").orElseThrow().state();
  }

  private static void passes(ManualTime time, int seconds, BooleanSupplier enough) {
    for (int i = 0; i < seconds && !enough.getAsBoolean(); i++) {
      time.advance(Duration.ofSeconds(1));
    }
  }
}

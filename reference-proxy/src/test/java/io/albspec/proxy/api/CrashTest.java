package io.albspec.proxy.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.albspec.proxy.control.Config;
import io.albspec.proxy.store.EmbeddedStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left of a process that was killed in the middle of its changes. */
class CrashTest {

  private static final int ROUNDS = 6;

  /** 3 MB: the log grows to 4 MB before it becomes part of the file. */
  private static final String FILE_BLOCKS = "6144";

  private static final int MOST_MILLIS = 2_500;

  @TempDir private Path directory;

  /** What the process told before it died: a fingerprint of each change, and the last one done. */
  private record Told(Map<Long, String> tried, long done) {}

  @Test
  void whatWasAcknowledgedIsThereAndNothingIsThereByHalf() throws Exception {
    Random random = new Random(20_240_308);
    Told told = new Told(new HashMap<>(Map.of(0L, ChangingProcess.fingerprint(Config.EMPTY))), 0);

    for (int round = 0; round < ROUNDS; round++) {
      told = changedUntilKilled(random.nextLong(), random.nextInt(MOST_MILLIS), told);

      try (EmbeddedStore store = EmbeddedStore.open(directory)) {
        Config left = store.load();
        assertThat(left.generation()).isBetween(told.done(), told.done() + 1);
        assertThat(ChangingProcess.fingerprint(left))
            .isEqualTo(told.tried().get(left.generation()));
        told = new Told(told.tried(), left.generation());
      }
    }
    System.out.printf("%d changes survived %d crashes%n", told.done(), ROUNDS);
    assertThat(told.done()).isGreaterThan(ROUNDS);
  }

  @Test
  void aChangeThatCannotBeWrittenIsNotMade() throws Exception {
    try (ChangingProcess process = ChangingProcess.start(directory, 1, FILE_BLOCKS);
        BufferedReader lines = process.lines()) {
      List<String> told = lines.lines().toList();

      assertThat(told).filteredOn("failed"::equals).hasSize(3);
      String live = told.get(told.lastIndexOf("failed") - 1).split(" ", -1)[2];
      try (EmbeddedStore store = EmbeddedStore.open(directory)) {
        assertThat(store.load().generation()).isPositive();
        assertThat(ChangingProcess.fingerprint(store.load())).isEqualTo(live);
      }
    }
  }

  private Told changedUntilKilled(long seed, int millis, Told before)
      throws IOException, InterruptedException {
    try (ChangingProcess process = ChangingProcess.start(directory, seed);
        BufferedReader lines = process.lines()) {
      assertThat(lines.readLine()).as("the configuration taken up").startsWith("try ");
      Thread killer =
          new Thread(
              () -> {
                try {
                  TimeUnit.MILLISECONDS.sleep(millis);
                  process.kill();
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
              });
      killer.start();
      Told told = read(lines, before);
      killer.join();
      return told;
    }
  }

  private static Told read(BufferedReader lines, Told before) throws IOException {
    Map<Long, String> tried = new HashMap<>(before.tried());
    long done = before.done();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      String[] words = line.split(" ", -1);
      if (words[0].equals("try") && words.length == 3) {
        tried.put(Long.parseLong(words[1]), words[2]);
      } else if (words[0].equals("done")) {
        done = Long.parseLong(words[1]);
      }
    }
    return new Told(tried, done);
  }
}

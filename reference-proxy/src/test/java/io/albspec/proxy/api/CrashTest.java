package io.albspec.proxy.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.albspec.proxy.control.Config;
import io.albspec.proxy.store.EmbeddedStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left of a process that was killed in the middle of its changes. */
class CrashTest {

  private static final int ROUNDS = 6;
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

package io.albspec.proxy.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * What is in the folders that stand for buckets.
 *
 * @param folder the folder of all of them
 */
record DeliveredLogs(Path folder) {

  private static final Duration BUDGET = Duration.ofSeconds(10);

  /** The access logs, by their names. */
  List<String> logs() {
    return files().stream().filter(file -> file.endsWith(".log.gz")).toList();
  }

  /** The access logs once there are so many. */
  List<String> awaitLogs(int count) throws InterruptedException {
    await("%d files".formatted(count), () -> logs().size() >= count);
    return logs();
  }

  static void await(String what, BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + BUDGET.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("%s within %s", what, BUDGET).isLessThan(end);
      TimeUnit.MILLISECONDS.sleep(5);
    }
  }

  /** All files, in alphabetical order. */
  List<String> files() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The entries of an access log. */
  List<String> entries(String log) {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(folder.resolve(log)))) {
      return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

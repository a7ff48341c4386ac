package io.albspec.steps.world;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.albspec.steps.clock.Budgets;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** The bucket that the logs of a scenario go to. */
public final class LogBucket {

  private static final String SUFFIX = ".log.gz";
  private static final String CONNECTION_LOG = "conn_log.";

  private final Sut sut;
  private final Unique unique;

  /** The bucket of this scenario. */
  public LogBucket(Sut sut, Unique unique) {
    this.sut = sut;
    this.unique = unique;
  }

  String name() {
    return "logs-" + unique.text();
  }

  /** Whether there is, or comes within the budget, a file with a path. */
  boolean hasFile(String path) {
    FieldMatch wanted = new FieldMatch(path);
    return arrive(
        () ->
            files().stream()
                .map(file -> folder().relativize(file).toString())
                .anyMatch(file -> wanted.matches(Optional.of(file))));
  }

  /** Whether something about the files is so, or becomes so within the budget. */
  boolean arrive(BooleanSupplier files) {
    return sut.await().happens(Budgets.LOGS, files) || sut.await().happens(Budgets.LOG_FILE, files);
  }

  List<Path> accessLogs() {
    return logs().filter(file -> !isConnectionLog(file)).toList();
  }

  List<Path> connectionLogs() {
    return logs().filter(LogBucket::isConnectionLog).toList();
  }

  private Stream<Path> logs() {
    return files().stream().filter(file -> file.toString().endsWith(SUFFIX));
  }

  private static boolean isConnectionLog(Path file) {
    return file.getFileName().toString().startsWith(CONNECTION_LOG);
  }

  private List<Path> files() {
    Path folder = folder();
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the logs in " + folder, e);
    }
  }

  private Path folder() {
    return sut.deployment().bucket(name());
  }

  static List<String> lines(Path file) {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), UTF_8))) {
      return reader.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}

package io.albspec.steps.driver.haproxy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The haproxy executable.
 *
 * @param path where it is
 * @param version what it says of itself, such as {@code 2.6.12-1+deb12u4}
 */
public record HaproxyBinary(Path path, String version) {

  /** Where distributions install it. */
  public static final Path INSTALLED = Path.of("/usr/sbin/haproxy");

  private static final Pattern VERSION = Pattern.compile("(?:HAProxy|HA-Proxy) version (\\S+)");
  private static final Pattern ALERT = Pattern.compile("\\[ALERT]\\s+\\(\\d+\\) : (.*)");

  /**
   * The executable of that path.
   *
   * @throws HaproxyUnavailableException if there is none, or it is not HAProxy
   */
  public static HaproxyBinary at(Path path) throws HaproxyUnavailableException {
    if (!Files.isExecutable(path)) {
      throw new HaproxyUnavailableException(
          "haproxy is not available: %s is no executable; install HAProxy 2.6 or newer, or give its path"
              .formatted(path));
    }
    String said = run(List.of(path.toString(), "-v")).output();
    Matcher version = VERSION.matcher(said);
    if (!version.find()) {
      throw new HaproxyUnavailableException(
          "haproxy is not available: %s does not tell its version with -v".formatted(path));
    }
    return new HaproxyBinary(path, version.group(1));
  }

  /** What HAProxy has against a configuration made of these files; empty if it is valid. */
  Optional<String> complaint(List<Path> files) {
    Run run = run(command("-c", files));
    return run.exit() == 0 ? Optional.empty() : Optional.of(alerts(run.output()));
  }

  /** The command line with a flag and the configuration files. */
  List<String> command(String flag, List<Path> files) {
    Stream<String> configuration = files.stream().flatMap(file -> Stream.of("-f", file.toString()));
    return Stream.concat(Stream.of(path.toString(), flag), configuration).toList();
  }

  /** The alerts among the lines that HAProxy printed, or all of them if there is no alert. */
  static String alerts(String output) {
    String alerts =
        ALERT
            .matcher(output)
            .results()
            .map(found -> found.group(1))
            .collect(Collectors.joining("; "));
    return alerts.isEmpty() ? output.strip() : alerts;
  }

  private static Run run(List<String> command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Run(process.waitFor(), output);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot run " + command.get(0), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while running " + command.get(0), e);
    }
  }

  private record Run(int exit, String output) {}
}

package io.albspec.steps.driver.haproxy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The files of one haproxy process: the rendered configuration, and beside it what only matters to
 * this driver.
 *
 * @param directory that of the instance
 * @param number counts the processes of the instance
 */
record Generation(Path directory, int number) {

  /**
   * A load balancer of the conformance run is small; more threads would only cost start-up time.
   */
  private static final int THREADS = Math.min(2, Runtime.getRuntime().availableProcessors());

  /** Writes the configuration, for servers that go on in the states given. */
  void write(Rendering rendering, String serverStates) throws IOException {
    for (PemFile certificate : rendering.certificates()) {
      Files.writeString(directory.resolve(certificate.name()), certificate.text());
    }
    Files.writeString(file("cfg"), rendering.text());
    Files.writeString(file("state"), serverStates);
    Files.writeString(
        file("runtime.cfg"),
        new Sections()
            .section("global")
            .line("nbthread " + THREADS)
            .line("setenv %s %s".formatted(TlsOptions.DIRECTORY, directory))
            .line("stats socket %s level admin expose-fd listeners".formatted(socket()))
            .line("server-state-file " + file("state"))
            .toString());
  }

  List<Path> configuration() {
    return List.of(file("runtime.cfg"), file("cfg"));
  }

  Path socket() {
    return file("sock");
  }

  Path errors() {
    return file("err");
  }

  private Path file(String kind) {
    return directory.resolve(number + "." + kind);
  }
}

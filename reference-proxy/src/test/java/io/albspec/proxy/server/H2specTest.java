package io.albspec.proxy.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.albspec.proxy.desync.Mode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/**
 * The conformance suite for HTTP/2 servers, h2spec 2.2.0, of which every test has to pass: 145, and
 * one more that only counts if it is strict.
 */
@Timeout(300)
class H2specTest {

  private static final String ARCHIVE = "/h2spec/2.2.0/h2spec_linux_amd64.tar.gz";
  private static final String ALL = "146 tests, 146 passed, 0 skipped, 0 failed";

  @TempDir private Path directory;

  @Test
  void everyTestOfH2specPasses() throws Exception {
    assumeThatItRuns();
    Path program = unpack();

    try (ProxyUnderTest proxy = ProxyUnderTest.secured(Mode.DEFENSIVE)) {
      String report =
          run(
              program.toString(),
              "--tls",
              "--insecure",
              "--strict",
              "--host",
              "127.0.0.1",
              "--port",
              String.valueOf(proxy.port()),
              "--path",
              ServingTarget.LARGE + 2000);

      assertThat(report).contains(ALL);
    }
  }

  private static void assumeThatItRuns() {
    boolean runs =
        System.getProperty("os.name").equals("Linux")
            && System.getProperty("os.arch").equals("amd64");
    if (!runs) {
      LoggerFactory.getLogger(H2specTest.class)
          .warn("HTTP/2 IS NOT CHECKED BY h2spec: its program runs on Linux with x86-64 only");
    }
    assumeTrue(runs, "h2spec runs on Linux with x86-64 only");
  }

  private Path unpack() throws IOException, InterruptedException {
    Path archive = directory.resolve("h2spec.tar.gz");
    try (InputStream in = H2specTest.class.getResourceAsStream(ARCHIVE)) {
      Files.copy(in, archive);
    }
    run("tar", "-xzf", archive.toString(), "-C", directory.toString());
    return directory.resolve("h2spec");
  }

  private String run(String... command) throws IOException, InterruptedException {
    Path output = directory.resolve("output");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      assertThat(process.waitFor(250, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    return Files.readString(output);
  }
}

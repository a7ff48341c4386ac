package io.albspec.proxy.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.albspec.proxy.cloud.Buckets;
import io.albspec.proxy.cloud.Cloud;
import io.albspec.proxy.cloud.KeptObjects;
import io.albspec.proxy.control.Config;
import io.albspec.proxy.control.DataPlane;
import io.albspec.proxy.control.TargetConfig;
import io.albspec.proxy.control.TargetGroupConfig;
import io.albspec.proxy.control.operations.ControlPlane;
import io.albspec.proxy.control.operations.Quotas;
import io.albspec.proxy.control.operations.Surroundings;
import io.albspec.proxy.store.EmbeddedStore;
import io.albspec.proxy.time.Time;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.CRC32;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealth;

/**
 * A process that changes a stored configuration as fast as it can until it is killed, or until
 * several changes could not be stored. It tells what it is about to make of it ({@code try NUMBER
 * FINGERPRINT}) and what has been acknowledged ({@code done NUMBER}).
 */
final class ChangingProcess implements AutoCloseable {

  private static final int MOST_FAILED = 3;

  private final Process process;

  private ChangingProcess(Process process) {
    this.process = process;
  }

  static ChangingProcess start(Path directory, long seed) throws IOException {
    return start(directory, seed, "unlimited");
  }

  /** With a limit to the size of files, in blocks of 512 bytes: they cannot be written further. */
  static ChangingProcess start(Path directory, long seed, String fileBlocks) throws IOException {
    return new ChangingProcess(
        new ProcessBuilder(
                "sh",
                "-c",
                "ulimit -f " + fileBlocks + "; exec \"$@\"",
                "sh",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                ChangingProcess.class.getName(),
                directory.toString(),
                String.valueOf(seed))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start());
  }

  /** What it tells. */
  BufferedReader lines() {
    return process.inputReader(UTF_8);
  }

  /** Ends it at once, by SIGKILL. What it has told can still be read. */
  void kill() throws InterruptedException {
    process.toHandle().destroyForcibly();
    process.waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  /** Tells configurations apart, the order of everything in them included. */
  static String fingerprint(Config config) {
    CRC32 checksum = new CRC32();
    checksum.update(config.toString().replace("localhost/", "/").getBytes(UTF_8));
    return Long.toHexString(checksum.getValue());
  }

  /** The process. */
  public static void main(String[] args) throws Exception {
    DataPlane telling =
        new DataPlane() {
          @Override
          public void apply(Config config) {
            System.out.println("try " + config.generation() + " " + fingerprint(config));
          }

          @Override
          public TargetHealth health(TargetGroupConfig group, TargetConfig target) {
            return TargetHealth.builder().build();
          }

          @Override
          public void close() {
            // nothing is held
          }
        };
    try (EmbeddedStore store = EmbeddedStore.open(Path.of(args[0]));
        Time time = Time.real();
        ControlPlane controlPlane =
            ControlPlane.start(
                store.load(),
                telling,
                store::save,
                new Surroundings(new Cloud(), KeptObjects.temporary(Buckets.NONE), Quotas.STANDARD),
                time)) {
      RandomCalls calls = new RandomCalls(controlPlane, new Random(Long.parseLong(args[1])));
      for (int failed = 0; failed < MOST_FAILED; ) {
        try {
          calls.change();
          System.out.println("done " + controlPlane.config().generation());
        } catch (UncheckedIOException notStored) {
          failed++;
          System.out.println("failed");
        }
      }
    }
  }
}

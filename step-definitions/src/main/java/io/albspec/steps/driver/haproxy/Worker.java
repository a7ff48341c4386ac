package io.albspec.steps.driver.haproxy;

import io.albspec.proxy.control.ApiException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One haproxy process. */
final class Worker {

  private static final Duration STARTED_WITHIN = Duration.ofSeconds(10);
  private static final Duration STOPPED_WITHIN = Duration.ofSeconds(10);
  private static final Pattern IN_USE =
      Pattern.compile("cannot bind socket \\(Address already in use\\) \\[(.*):(\\d+)]");

  private final Process process;
  private final Generation generation;
  private final AdminSocket admin;

  private Worker(Process process, Generation generation) {
    this.process = process;
    this.generation = generation;
    this.admin = new AdminSocket(generation.socket());
  }

  /**
   * Starts a process that takes over the listening sockets of its predecessor, and returns when it
   * serves new connections and the predecessor does not.
   *
   * @throws ApiException if it cannot start; then the predecessor serves on
   */
  static Worker start(HaproxyBinary binary, Generation generation, Optional<Worker> predecessor)
      throws ApiException {
    List<String> command = new ArrayList<>(binary.command("-db", generation.configuration()));
    predecessor.ifPresent(
        old ->
            command.addAll(
                List.of("-x", old.generation.socket().toString(), "-sf", "" + old.process.pid())));
    Worker worker = new Worker(spawn(command, generation), generation);
    Await.within(STARTED_WITHIN, () -> worker.serves() || !worker.running());
    if (!worker.serves()) {
      worker.kill();
      throw worker.failure();
    }
    predecessor.ifPresent(Worker::awaitStopped);
    return worker;
  }

  /** The answer to a command of the management guide; empty if the process has gone. */
  Optional<String> ask(String command) {
    return admin.ask(command);
  }

  boolean running() {
    return process.isAlive();
  }

  /** Stops accepting and lets requests in flight finish; returns when it accepts no more. */
  void stop() {
    spawn(List.of("kill", "-USR1", "" + process.pid()), generation);
    awaitStopped();
  }

  /** Waits for the process to end by itself, and ends it if it does not. */
  void end(Duration budget) {
    try {
      if (!process.waitFor(budget.toMillis(), TimeUnit.MILLISECONDS)) {
        kill();
      }
    } catch (InterruptedException e) {
      kill();
      Thread.currentThread().interrupt();
    }
  }

  void kill() {
    process.destroyForcibly();
  }

  private static Process spawn(List<String> command, Generation generation) {
    try {
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.appendTo(generation.errors().toFile()))
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot run " + command.get(0), e);
    }
  }

  /**
   * A process answers on its socket only once it serves, which is after it told the old to stop.
   */
  private boolean serves() {
    return ask("show info")
        .filter(info -> info.contains("Pid: " + process.pid() + "\n"))
        .isPresent();
  }

  private void awaitStopped() {
    boolean stopped =
        Await.within(
            STOPPED_WITHIN,
            () ->
                !running()
                    || ask("show info").filter(info -> info.contains("Stopping: 0")).isEmpty());
    if (!stopped) {
      kill();
    }
  }

  private ApiException failure() {
    String output = output();
    Matcher inUse = IN_USE.matcher(output);
    return inUse.find()
        ? Refusal.impossible(
            "port %s is already in use on %s".formatted(inUse.group(2), inUse.group(1)))
        : Refusal.impossible("haproxy did not start: " + HaproxyBinary.alerts(output));
  }

  private String output() {
    try {
      return Files.readString(generation.errors());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read what haproxy printed", e);
    }
  }
}

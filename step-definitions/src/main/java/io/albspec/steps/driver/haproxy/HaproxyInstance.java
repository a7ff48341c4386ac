package io.albspec.steps.driver.haproxy;

import io.albspec.proxy.control.ApiException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

/**
 * One load balancer: a haproxy process, and those before it that still have requests in flight.
 * Changes come one at a time; health may be asked for meanwhile.
 */
final class HaproxyInstance {

  private static final int LOOKS = 20;
  private static final long PAUSE_NANOS = Duration.ofMillis(5).toNanos();

  private final HaproxyBinary binary;
  private final Path directory;
  private final List<Worker> leaving = new CopyOnWriteArrayList<>();
  private volatile Optional<Worker> current = Optional.empty();
  private volatile Map<ServerCheck.Key, ServerCheck> before = Map.of();
  private volatile Optional<Rendering> live = Optional.empty();
  private int number;

  HaproxyInstance(HaproxyBinary binary, Path directory) {
    this.binary = binary;
    this.directory = directory;
  }

  /** What is live. */
  Optional<Rendering> live() {
    return live;
  }

  /** The sockets that are bound. */
  ListenerPorts ports() {
    return live.map(Rendering::ports).orElse(ListenerPorts.NONE);
  }

  /**
   * Makes a configuration live, if it is not.
   *
   * @throws ApiException if HAProxy does not take it; then the one before stays live
   */
  void activate(Rendering rendering) throws ApiException {
    Optional<Worker> predecessor = current.filter(Worker::running);
    if (predecessor.isPresent() && live.filter(rendering::equals).isPresent()) {
      return;
    }
    Generation generation = new Generation(directory, ++number);
    write(generation, rendering, predecessor);
    Optional<String> complaint = binary.complaint(generation.configuration());
    if (complaint.isPresent()) {
      throw Refusal.impossible("haproxy does not accept the configuration: " + complaint.get());
    }
    before = checks();
    current = Optional.of(Worker.start(binary, generation, predecessor));
    live = Optional.of(rendering);
    predecessor.ifPresent(leaving::add);
    leaving.removeIf(worker -> !worker.running());
  }

  /**
   * What is known of each server; a check before the last change counts until there is a new one.
   */
  Map<ServerCheck.Key, ServerCheck> checks() {
    Map<ServerCheck.Key, ServerCheck> known = new HashMap<>(before);
    table()
        .ifPresent(
            table -> {
              known.keySet().retainAll(table.keySet());
              table.forEach((key, check) -> known.merge(key, check, HaproxyInstance::newer));
            });
    return known;
  }

  /** What HAProxy tells; asked again while a check that is under way hides the one before. */
  private Optional<Map<ServerCheck.Key, ServerCheck>> table() {
    Optional<Map<ServerCheck.Key, ServerCheck>> table = told();
    for (int look = 0; look < LOOKS && table.stream().anyMatch(HaproxyInstance::hidden); look++) {
      LockSupport.parkNanos(PAUSE_NANOS);
      table = told();
    }
    return table;
  }

  private Optional<Map<ServerCheck.Key, ServerCheck>> told() {
    return current.flatMap(worker -> worker.ask("show stat")).map(ServerCheck::table);
  }

  private static boolean hidden(Map<ServerCheck.Key, ServerCheck> table) {
    return table.values().stream().anyMatch(ServerCheck::hidesCode);
  }

  /** Stops accepting; requests in flight go on. */
  void stop() {
    current.filter(Worker::running).ifPresent(Worker::stop);
    current.ifPresent(leaving::add);
    current = Optional.empty();
    live = Optional.empty();
  }

  /** Whether it has stopped and its last request is finished. */
  boolean gone() {
    return current.isEmpty() && leaving.stream().noneMatch(Worker::running);
  }

  /**
   * Waits for requests in flight and ends every process.
   *
   * @param deadline how long to wait, on the clock of {@link System#nanoTime}
   */
  void end(long deadline) {
    leaving.forEach(worker -> worker.end(Duration.ofNanos(deadline - System.nanoTime())));
  }

  /** Ends every process at once. */
  void kill() {
    current.ifPresent(Worker::kill);
    leaving.forEach(Worker::kill);
  }

  private static ServerCheck newer(ServerCheck old, ServerCheck now) {
    return now.pending() ? old : now;
  }

  /** Servers go on in the states that the process before knows, as after any reload. */
  private void write(Generation generation, Rendering rendering, Optional<Worker> predecessor) {
    String states =
        predecessor
            .flatMap(worker -> worker.ask("show servers state"))
            .map(ServerStates::withoutCheckPorts)
            .orElse(ServerStates.NONE);
    try {
      generation.write(rendering, states);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write into " + directory, e);
    }
  }
}

package io.albspec.load.traffic;

import eu.rekawek.toxiproxy.model.Toxic;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Leads through the phases on a thread of its own, while the traffic goes on. The first request
 * begins the first phase.
 */
final class Director {

  private static final Duration LAST_CHANGE = Duration.ofSeconds(30);

  private final Faults faults;
  private final Duration length;
  private final Recorder recorder;
  private final AtomicBoolean begun = new AtomicBoolean();
  private final CountDownLatch stop = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "phases");
  private volatile Phase phase = Phase.WARM_UP;

  Director(Faults faults, Duration length, Recorder recorder) {
    this.faults = faults;
    this.length = length;
    this.recorder = recorder;
    thread.setDaemon(true);
  }

  /** The phase now. */
  Phase phase() {
    if (!begun.get() && begun.compareAndSet(false, true)) {
      thread.start();
    }
    return phase;
  }

  private void run() {
    try {
      announce(Phase.WARM_UP);
      passes(Traffic.WARM_UP);
      announce(Phase.STEADY);
      passes(length);
      inForce(Phase.LATENCY);
      inForce(Phase.RESET);
      announce(Phase.RECOVERY);
    } catch (IOException e) {
      throw new IllegalStateException("a fault could not be set or removed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void inForce(Phase fault) throws IOException, InterruptedException {
    if (stop.getCount() == 0) {
      return;
    }
    long from = System.nanoTime();
    Toxic toxic = fault == Phase.LATENCY ? faults.latency() : faults.reset();
    announce(fault);
    passes(length);
    toxic.remove();
    recorder.fault(fault, from, System.nanoTime());
  }

  private void announce(Phase next) {
    phase = next;
    System.out.println(GatlingProcess.ANNOUNCEMENT + next.title());
  }

  /** Lets time pass, unless the end comes before. */
  private void passes(Duration time) throws InterruptedException {
    stop.await(time.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Removes the fault in force, if any, and ends. */
  void end() throws InterruptedException {
    stop.countDown();
    if (begun.get()) {
      thread.join(LAST_CHANGE.toMillis());
    }
  }
}

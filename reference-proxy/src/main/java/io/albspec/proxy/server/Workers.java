package io.albspec.proxy.server;

import io.albspec.proxy.backend.Backend;
import io.albspec.proxy.exchange.Exchange;
import io.albspec.proxy.http1.Reception;
import io.albspec.proxy.http2.Desk;
import io.albspec.proxy.stickiness.StickySessions;
import io.albspec.proxy.target.Target;
import io.albspec.proxy.time.Time;
import io.albspec.proxy.worker.Worker;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The workers, each with its connections to targets; new client connections go round them. */
final class Workers implements AutoCloseable {

  private static final int SPARE_THREADS = 2;

  private final QueuedThreadPool threads;
  private final List<Station> stations = new ArrayList<>();
  private final AtomicInteger next = new AtomicInteger();
  private final ConnectionIds connectionIds = new ConnectionIds(new SplittableRandom().nextLong());

  /** A worker and what belongs to it. */
  record Station(Worker worker, Backend backend, Reception reception, Desk desk) {}

  Workers(int count, Time time, StickySessions sessions, Supplier<Consumer<Exchange>> tracers) {
    threads = new QueuedThreadPool(count + SPARE_THREADS, count + SPARE_THREADS);
    threads.setName("albspec");
    threads.setReservedThreads(0);
    start();
    for (int i = 0; i < count; i++) {
      Worker worker = new Worker(threads, time);
      Backend backend = new Backend(worker);
      Reception reception =
          new Reception(new Dispatcher(sessions, backend, tracers.get()), worker.date());
      stations.add(new Station(worker, backend, reception, new Desk(reception, worker.date())));
    }
  }

  private void start() {
    try {
      threads.start();
    } catch (Exception e) {
      throw new IllegalStateException("cannot start the worker threads", e);
    }
  }

  /** The worker for the next client connection. */
  Station next() {
    return stations.get(Math.floorMod(next.getAndIncrement(), stations.size()));
  }

  /** The id of another client connection. */
  long nextConnectionId() {
    return connectionIds.next();
  }

  /** The worker that accepts connections and checks the health of targets. */
  Worker first() {
    return stations.get(0).worker();
  }

  /** Closes the idle connections to targets that are none any more. */
  void forget(Collection<Target> targets) {
    for (Station station : stations) {
      station.worker().execute(() -> targets.forEach(station.backend()::forget));
    }
  }

  @Override
  public void close() {
    stations.forEach(station -> station.worker().close());
    try {
      threads.stop();
    } catch (Exception e) {
      throw new IllegalStateException("cannot stop the worker threads", e);
    }
  }
}

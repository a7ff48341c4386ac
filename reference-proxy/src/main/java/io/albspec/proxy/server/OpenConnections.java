package io.albspec.proxy.server;

import io.albspec.proxy.worker.Retirable;
import io.albspec.proxy.worker.Worker;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;

/** The clients that are connected, and where. */
final class OpenConnections implements Connection.Listener {

  private record Place(ListenerSocket socket, Worker worker) {}

  private final Map<Connection, Place> places = new HashMap<>();

  synchronized void add(ListenerSocket socket, Worker worker, Retirable connection) {
    places.put(connection, new Place(socket, worker));
    connection.addEventListener(this);
  }

  @Override
  public synchronized void onClosed(Connection connection) {
    places.remove(connection);
    if (places.isEmpty()) {
      notifyAll();
    }
  }

  /** Lets those of a listener end with the exchange they are in. */
  synchronized void retire(ListenerSocket socket) {
    places.forEach(
        (connection, place) -> {
          if (place.socket() == socket) {
            place.worker().execute(((Retirable) connection)::retire);
          }
        });
  }

  /** How many there are. */
  synchronized int count() {
    return places.size();
  }

  /** Waits until none is left, but no longer than that. */
  synchronized void awaitNone(Duration atMost) throws InterruptedException {
    long end = System.nanoTime() + atMost.toNanos();
    long rest = atMost.toNanos();
    while (!places.isEmpty() && rest > 0) {
      TimeUnit.NANOSECONDS.timedWait(this, rest);
      rest = end - System.nanoTime();
    }
  }
}

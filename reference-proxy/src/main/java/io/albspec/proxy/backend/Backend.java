package io.albspec.proxy.backend;

import io.albspec.proxy.exchange.Exchange;
import io.albspec.proxy.http1.RequestWriter;
import io.albspec.proxy.target.Target;
import io.albspec.proxy.worker.Worker;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;

/**
 * The connections of one worker to targets. One that is idle is used again, the latest first, so
 * that those not needed any more run into their idle timeout.
 */
public final class Backend {

  private final Worker worker;
  private final RequestWriter requestWriter = new RequestWriter();
  private final Map<Target, ArrayDeque<TargetConnection>> idle = new HashMap<>();

  /** The connections of this worker, none yet. */
  public Backend(Worker worker) {
    this.worker = worker;
  }

  /** Sends the exchange's request to the target, on a new connection if none is idle. */
  public void send(Exchange exchange, Target target) {
    target.requestBegan();
    ArrayDeque<TargetConnection> connections = idle.get(target);
    TargetConnection connection = connections == null ? null : connections.pollFirst();
    if (connection == null) {
      new PendingConnection(this, target, exchange).connect();
    } else {
      connection.send(exchange);
    }
  }

  /** Closes the idle connections to a target that is no longer one. */
  public void forget(Target target) {
    ArrayDeque<TargetConnection> connections = idle.remove(target);
    if (connections != null) {
      connections.forEach(TargetConnection::end);
    }
  }

  void becameIdle(TargetConnection connection) {
    idle.computeIfAbsent(connection.target(), target -> new ArrayDeque<>()).addFirst(connection);
  }

  void ended(TargetConnection connection) {
    ArrayDeque<TargetConnection> connections = idle.get(connection.target());
    if (connections != null) {
      connections.remove(connection);
    }
  }

  Worker worker() {
    return worker;
  }

  RequestWriter requestWriter() {
    return requestWriter;
  }
}

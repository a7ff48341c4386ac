package io.albspec.proxy.backend;

import io.albspec.proxy.backend.http2.Http2Targets;
import io.albspec.proxy.exchange.Exchange;
import io.albspec.proxy.http1.RequestWriter;
import io.albspec.proxy.target.Target;
import io.albspec.proxy.tls.TargetTls;
import io.albspec.proxy.worker.Worker;
import java.util.HashMap;
import java.util.Map;

/**
 * The connections of one worker to targets. One that is idle is used again, the latest first, so
 * that those not needed any more run into their idle timeout.
 */
public final class Backend {

  private final Worker worker;
  private final RequestWriter requestWriter = new RequestWriter();
  private final Map<Target, TargetPool> pools = new HashMap<>();
  private final Http2Targets http2;
  private final TargetTls tls;

  /** The connections of this worker, none yet. */
  public Backend(Worker worker) {
    this.worker = worker;
    this.tls = new TargetTls(worker);
    this.http2 = new Http2Targets(worker, requestWriter, tls);
  }

  /** Sends the exchange's request to the target, on a new connection if none is idle. */
  public void send(Exchange exchange, Target target) {
    if (target.version().isHttp2()) {
      http2.send(exchange, target);
      return;
    }
    target.requestBegan();
    TargetPool pool = pools.get(target);
    TargetConnection connection =
        pool == null ? null : pool.takeIdle(offersTls13(exchange, target));
    if (connection == null) {
      new PendingConnection(this, target, exchange).connect();
    } else {
      connection.send(exchange);
    }
  }

  /**
   * A secure target behind listeners with policies of both kinds gets connections of both kinds:
   * what a connection offers is decided by the listener that its first request came to.
   */
  static boolean offersTls13(Exchange exchange, Target target) {
    return target.isSecure() && exchange.settings().tls13Targets();
  }

  /** Ends the connections to a target that is no longer one, and what is in flight on them. */
  public void forget(Target target) {
    http2.forget(target);
    TargetPool pool = pools.get(target);
    if (pool != null) {
      pool.giveUp();
    }
  }

  void opened(TargetConnection connection) {
    pools.computeIfAbsent(connection.target(), target -> new TargetPool()).opened(connection);
  }

  void becameIdle(TargetConnection connection) {
    pools.get(connection.target()).becameIdle(connection);
  }

  void ended(TargetConnection connection) {
    TargetPool pool = pools.get(connection.target());
    pool.ended(connection);
    if (pool.isEmpty()) {
      pools.remove(connection.target());
    }
  }

  TargetTls tls() {
    return tls;
  }

  Worker worker() {
    return worker;
  }

  RequestWriter requestWriter() {
    return requestWriter;
  }
}

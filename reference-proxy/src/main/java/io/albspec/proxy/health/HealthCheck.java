package io.albspec.proxy.health;

import io.albspec.proxy.exchange.AddressText;
import io.albspec.proxy.health.HealthCheckSettings.Security;
import io.albspec.proxy.time.Time;
import io.albspec.proxy.worker.Worker;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;

/**
 * One health check on a connection of its own. Has one outcome, whatever happens in whatever order.
 * On its worker's thread only.
 */
final class HealthCheck implements Worker.ConnectOpener {

  /** What targets know health checks by. */
  static final String USER_AGENT = "ELB-HealthChecker/2.0";

  private static final int DEFAULT_PORT = 80;
  private static final int DEFAULT_SECURE_PORT = 443;

  private final CheckMeans means;
  private final InetAddress source;
  private final InetSocketAddress address;
  private final HealthCheckSettings settings;
  private final Consumer<Outcome> onOutcome;
  private SocketChannel channel;
  private Connection connection;
  private Connection secured;
  private final Time.Timer timeout;
  private boolean decided;
  private boolean expired;

  /** Its time begins to run now. */
  HealthCheck(
      CheckMeans means,
      InetAddress source,
      InetSocketAddress address,
      HealthCheckSettings settings,
      Consumer<Outcome> onOutcome) {
    this.means = means;
    this.source = source;
    this.address = address;
    this.settings = settings;
    this.onOutcome = onOutcome;
    Worker worker = means.worker();
    this.timeout = worker.time().after(settings.timeout(), () -> worker.execute(this::expire));
  }

  /** Connects; the request follows by itself. */
  void start() {
    try {
      channel = means.worker().connect(source, address, this);
    } catch (IOException e) {
      decide(Outcome.INTERNAL_ERROR);
    }
  }

  /** The time is over: what has not answered has failed. */
  void expire() {
    expired = true;
    decide(Outcome.TIMED_OUT);
    close();
  }

  @Override
  public Connection open(EndPoint endPoint) {
    if (settings.security() == Security.NONE) {
      return connected(endPoint);
    }
    boolean tls13 = settings.security() == Security.WITH_TLS13;
    secured =
        settings.version().isHttp2()
            ? means.tls().overHttp2(endPoint, address, tls13, this::connected, this::failed)
            : means.tls().over(endPoint, address, tls13, this::connected, this::failed);
    return secured;
  }

  private Connection connected(EndPoint endPoint) {
    connection =
        settings.version().isHttp2()
            ? Http2HealthCheck.over(endPoint, means, this)
            : new HealthCheckConnection(endPoint, means.worker(), this);
    return connection;
  }

  @Override
  public void failed(Throwable cause) {
    decide(cause instanceof SocketTimeoutException ? Outcome.TIMED_OUT : Outcome.FAILED);
    close();
  }

  /** Nothing more comes, or is wanted: a target that has not answered yet has failed. */
  void ended() {
    decide(Outcome.FAILED);
    close();
  }

  /** Whether nothing is to be sent any more. */
  boolean isExpired() {
    return expired;
  }

  /** The target answered with that status. */
  void answered(int code) {
    decide(settings.codes().contains(code) ? Outcome.PASSED : Outcome.codeMismatch(code));
  }

  private void decide(Outcome outcome) {
    if (!decided) {
      decided = true;
      onOutcome.accept(outcome);
    }
  }

  private void close() {
    timeout.cancel();
    try {
      if (connection != null) {
        connection.close();
      } else if (secured != null) {
        secured.close();
      } else if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      // Nothing was sent on it, so nothing is lost with it.
      return;
    }
  }

  private int defaultPort() {
    return settings.security() == Security.NONE ? DEFAULT_PORT : DEFAULT_SECURE_PORT;
  }

  /** The request (guide: "The target response code was malformed or there was an error ..."). */
  byte[] request() {
    String head = "GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\nUser-Agent: %s\r\n\r\n";
    return head.formatted(settings.path(), authority(), USER_AGENT)
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Address and port of the target, as far as it is not the usual one. */
  String authority() {
    String host = AddressText.host(address.getAddress());
    return address.getPort() == defaultPort() ? host : host + ":" + address.getPort();
  }

  /** Whether its connection is secured. */
  boolean isSecure() {
    return settings.security() != Security.NONE;
  }

  /** What is asked, and how. */
  HealthCheckSettings settings() {
    return settings;
  }
}

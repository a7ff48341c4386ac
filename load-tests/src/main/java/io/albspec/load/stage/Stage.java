package io.albspec.load.stage;

import io.albspec.load.LoadSettings;
import io.albspec.load.accounting.ClientRecords;
import io.albspec.load.accounting.Evidence;
import io.albspec.load.accounting.LogEntry;
import io.albspec.load.traffic.Plan;
import io.albspec.proxy.ReferenceProxy;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Everything that the load runs against: a balancer, the reference in this process unless the
 * settings name another; three targets; and a Toxiproxy between.
 */
public final class Stage implements AutoCloseable {

  private static final String BUCKET = "load";

  private final LoadSettings settings;
  private final String name =
      "load-" + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
  private final Path data;
  private final FaultyTargets targets;
  private final Optional<ReferenceProxy> reference;
  private final LoadBalancerSetup balancer;
  private final int port;
  private boolean closed;

  private Stage(LoadSettings settings) throws IOException {
    this.settings = settings;
    this.data = settings.folder().resolve("data").resolve(name);
    this.port = freePort();
    this.targets = FaultyTargets.start(name);
    this.reference =
        settings.endpoint().isPresent()
            ? Optional.empty()
            : Optional.of(ReferenceProxy.builder().dataDir(data).start());
    this.balancer = new LoadBalancerSetup(endpoint(), name);
  }

  /**
   * Sets everything up.
   *
   * @throws IOException if something cannot be started
   * @throws IllegalStateException if the targets do not become healthy
   */
  public static Stage open(LoadSettings settings) throws IOException, InterruptedException {
    Stage stage = new Stage(settings);
    if (stage.reference.isPresent()) {
      stage.balancer.logTo(BUCKET);
    }
    stage.balancer.forward(stage.targets.address(), stage.targets.ports(), stage.port);
    return stage;
  }

  private URI endpoint() {
    return settings.endpoint().orElseGet(() -> reference.orElseThrow().endpoint());
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** What is being loaded, in words. */
  public String system() {
    return settings
        .endpoint()
        .map(url -> "the balancer at " + url)
        .orElse("the reference balancer, embedded");
  }

  /**
   * What the simulation has to know.
   *
   * @param records the file for what the clients see
   */
  public Plan plan(Path records) {
    InetSocketAddress toxiproxy = targets.toxiproxy();
    return new Plan(
        balancer.nodes().stream().map(node -> "http://" + node + ":" + port).toList(),
        settings.usersPerSecond(),
        settings.phase(),
        settings.seed(),
        toxiproxy.getHostString(),
        toxiproxy.getPort(),
        targets.proxyOf(targets.slow()),
        targets.proxyOf(targets.reset()),
        records);
  }

  /** Ends the balancer, so that its access log is delivered, and collects what all sides know. */
  public Evidence evidence(ClientRecords clients) throws IOException {
    close();
    Optional<List<LogEntry>> log =
        reference.isPresent()
            ? Optional.of(DeliveredLog.read(data.resolve("s3").resolve(BUCKET)))
            : Optional.empty();
    return new Evidence(
        clients,
        log,
        targets.receipts(),
        targets.received(),
        targets.names(),
        targets.slow(),
        targets.reset());
  }

  @Override
  public void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    try {
      balancer.close();
    } finally {
      reference.ifPresent(ReferenceProxy::close);
      targets.close();
    }
  }
}

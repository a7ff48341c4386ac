package io.albspec.load.stage;

import io.albspec.load.accounting.ChangeCount;
import io.albspec.load.accounting.ClientRecords;
import io.albspec.load.accounting.Evidence;
import io.albspec.load.accounting.LogEntry;
import io.albspec.load.traffic.Plan;
import io.albspec.load.traffic.Traffic;
import io.albspec.proxy.ReferenceProxy;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Everything that the load runs against: a balancer, the reference in this process unless another
 * is named; three targets; and a Toxiproxy between.
 */
public final class Stage implements Closeable {

  private static final String BUCKET = "load";

  private final Optional<URI> elsewhere;
  private final String name =
      "load-" + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
  private final Path data;
  private final Deque<Closeable> open = new ArrayDeque<>();
  private final FaultyTargets targets;
  private final LoadBalancerSetup balancer;
  private final int port;
  private Optional<Changes> changes = Optional.empty();

  private Stage(Path folder, Optional<URI> elsewhere) throws IOException {
    this.elsewhere = elsewhere;
    this.data = folder.resolve(name);
    this.port = freePort();
    this.targets = keep(FaultyTargets.start(name));
    this.balancer = keep(new LoadBalancerSetup(endpoint(), name));
  }

  /**
   * Sets everything up.
   *
   * @param folder where the balancer keeps its data
   * @param endpoint the ELBv2 API of a balancer that is running; the reference is embedded if empty
   * @throws IOException if something cannot be started, or the balancer refuses
   * @throws IllegalStateException if the targets do not become healthy
   */
  public static Stage open(Path folder, Optional<URI> endpoint)
      throws IOException, InterruptedException {
    Stage stage = new Stage(folder, endpoint);
    try {
      stage.setUp();
      return stage;
    } catch (SdkException e) {
      stage.close();
      throw new IOException(stage.system() + " cannot be set up: " + e.getMessage(), e);
    } catch (InterruptedException | RuntimeException e) {
      stage.close();
      throw e;
    }
  }

  private void setUp() throws InterruptedException {
    balancer.create();
    if (isEmbedded()) {
      balancer.logTo(BUCKET);
    }
    balancer.forward(targets.address(), targets.ports(), port);
  }

  private boolean isEmbedded() {
    return elsewhere.isEmpty();
  }

  private URI endpoint() throws IOException {
    if (!isEmbedded()) {
      return elsewhere.orElseThrow();
    }
    ReferenceProxy reference = ReferenceProxy.builder().dataDir(data).start();
    open.push(reference::close);
    return reference.endpoint();
  }

  private <T extends Closeable> T keep(T resource) {
    open.push(resource);
    return resource;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** What is being loaded, in words. */
  public String system() {
    return elsewhere
        .map(url -> "the balancer at " + url)
        .orElse("the reference balancer, embedded");
  }

  /**
   * What the simulation has to know.
   *
   * @param traffic how much to send
   * @param records the file for what the clients see
   */
  public Plan plan(Traffic traffic, Path records) {
    InetSocketAddress toxiproxy = targets.toxiproxy();
    return new Plan(
        balancer.nodes().stream().map(node -> "http://" + node + ":" + port).toList(),
        traffic,
        toxiproxy.getHostString(),
        toxiproxy.getPort(),
        targets.proxyOf(targets.slow()),
        targets.proxyOf(targets.reset()),
        records);
  }

  /** Begins to change the configuration all the time, until the evidence is asked for. */
  public void change() {
    changes = Optional.of(balancer.changes());
  }

  /** Ends the balancer, so that its access log is delivered, and collects what all sides know. */
  public Evidence evidence(ClientRecords clients) throws IOException {
    Optional<ChangeCount> changed = endChanges();
    close();
    Optional<List<LogEntry>> log =
        isEmbedded()
            ? Optional.of(DeliveredLog.read(data.resolve("s3").resolve(BUCKET)))
            : Optional.empty();
    return new Evidence(
        clients,
        log,
        changed,
        targets.receipts(),
        targets.received(),
        targets.names(),
        targets.slow(),
        targets.reset());
  }

  private Optional<ChangeCount> endChanges() {
    Optional<ChangeCount> changed = changes.map(Changes::end);
    changes = Optional.empty();
    return changed;
  }

  /** Ends what was started, the last first; does nothing if that has been done. */
  @Override
  public void close() throws IOException {
    endChanges();
    while (!open.isEmpty()) {
      open.pop().close();
    }
  }
}

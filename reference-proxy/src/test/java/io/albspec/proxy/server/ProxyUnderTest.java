package io.albspec.proxy.server;

import io.albspec.proxy.cloud.Cloud;
import io.albspec.proxy.desync.Mode;
import io.albspec.proxy.exchange.Exchange;
import io.albspec.proxy.exchange.RequestHead;
import io.albspec.proxy.exchange.Settings;
import io.albspec.proxy.plan.Listener;
import io.albspec.proxy.plan.Rule;
import io.albspec.proxy.plan.RuleTable;
import io.albspec.proxy.policy.SecurityPolicy;
import io.albspec.proxy.routing.Action;
import io.albspec.proxy.stickiness.CookieKeys;
import io.albspec.proxy.stickiness.CookieSeal;
import io.albspec.proxy.stickiness.StickySessions;
import io.albspec.proxy.target.ProtocolVersion;
import io.albspec.proxy.target.Stickiness;
import io.albspec.proxy.target.Target;
import io.albspec.proxy.target.TargetGroup;
import io.albspec.proxy.target.TargetProtocol;
import io.albspec.proxy.telemetry.ConnectionLog;
import io.albspec.proxy.telemetry.Counters;
import io.albspec.proxy.time.ManualTime;
import io.albspec.proxy.tls.SecureSettings;
import io.albspec.proxy.worker.Worker;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.channels.ServerSocketChannel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * A listener that forwards to one target, whose end the test plays itself, but what is for the
 * {@link ServingTarget} to that one.
 */
final class ProxyUnderTest implements AutoCloseable {

  /** What the access log was told; of many requests only of the first that nobody asked for. */
  record Logged(
      int status, int targetStatus, String target, long received, long sent, String reason) {}

  private static final int BACKLOG = 1024;
  private static final int MOST_LOGGED = 1000;
  private static final Duration ALL_TIMEOUTS = Duration.ofSeconds(61);

  final ManualTime time = new ManualTime(Instant.parse("2026-01-01T00:00:00Z"));
  private final CountedTime timers = new CountedTime(time);
  private final Workers workers =
      new Workers(
          1, timers, new StickySessions(new CookieSeal(CookieKeys.random())), () -> exchange -> {});
  private final OpenConnections connections = new OpenConnections();
  private final BlockingQueue<Logged> log = new LinkedBlockingQueue<>(MOST_LOGGED);
  private final AtomicReference<Target> http2 = new AtomicReference<>();
  final Counters counters = new Counters();
  private final Optional<SecureSettings> secure;
  private final Mode mode;
  private final Stickiness stickiness;
  private final ServerSocket target;
  private final ServingTarget serving = new ServingTarget();
  private ListenerSocket listener;
  private final int port;

  ProxyUnderTest() throws Exception {
    this(Mode.DEFENSIVE);
  }

  ProxyUnderTest(Mode mode) throws Exception {
    this(mode, Stickiness.NONE);
  }

  ProxyUnderTest(Mode mode, Stickiness stickiness) throws Exception {
    this(mode, stickiness, Optional.empty());
  }

  /** One whose listener is secured, and speaks HTTP/2. */
  static ProxyUnderTest secured(Mode mode) throws Exception {
    return new ProxyUnderTest(mode, Stickiness.NONE, Optional.of(SecuredListener.settings()));
  }

  /** The same with that policy. */
  static ProxyUnderTest secured(Mode mode, SecurityPolicy policy) throws Exception {
    return new ProxyUnderTest(mode, Stickiness.NONE, Optional.of(SecuredListener.settings(policy)));
  }

  private ProxyUnderTest(Mode mode, Stickiness stickiness, Optional<SecureSettings> secure)
      throws Exception {
    this.secure = secure;
    this.mode = mode;
    this.stickiness = stickiness;
    target = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
    ServerSocketChannel server =
        ListenerSockets.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    port = server.socket().getLocalPort();
    listen(server);
  }

  private void listen(ServerSocketChannel server) {
    InetSocketAddress node = new InetSocketAddress(InetAddress.getLoopbackAddress(), 80);
    Service service = new Service(plan(), "us-east-2a", everyone());
    listener = new ListenerSocket(server, node, workers, connections, service);
    listener.open();
  }

  private static Inbound everyone() {
    return new Inbound(new Cloud(), List.of("sg-default"), 80);
  }

  void listenAgain() throws Exception {
    listen(ListenerSockets.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port)));
  }

  private Listener plan() {
    Settings settings =
        new Settings(
            Duration.ofSeconds(60),
            Duration.ofSeconds(3600),
            Settings.ForwardedFor.APPEND,
            false,
            false,
            false,
            false,
            false);
    return new Listener(
        "arn",
        80,
        settings,
        mode,
        counters,
        this::log,
        ConnectionLog.NONE,
        new RuleTable(List.of(new Rule(0, List.of(), new ToTarget(group())))),
        secure);
  }

  private void log(Exchange exchange) {
    log.offer(
        new Logged(
            exchange.status(),
            exchange.targetStatus(),
            exchange.decision().target(),
            exchange.receivedBytes(),
            exchange.sentBytes(),
            exchange.decision().classificationReason()));
  }

  private TargetGroup group() {
    InetSocketAddress address =
        new InetSocketAddress(target.getInetAddress(), target.getLocalPort());
    InetAddress node = InetAddress.getLoopbackAddress();
    return new ByPath(
        new Target(address, node), new Target(serving.address(), node), http2::get, stickiness);
  }

  /** Requests for paths that begin with {@code /http2} go there from now on, over HTTP/2. */
  void http2Target(InetSocketAddress address) {
    http2.set(
        new Target(
            address,
            InetAddress.getLoopbackAddress(),
            new TargetProtocol(ProtocolVersion.HTTP2, false)));
  }

  Wire client() throws IOException {
    return Wire.to(port);
  }

  ServingTarget serving() {
    return serving;
  }

  Wire acceptedByTarget() throws IOException {
    target.setSoTimeout(10_000);
    return new Wire(target.accept());
  }

  /** Whether a connection has been made to the target that it has not accepted yet. */
  boolean hasWaitingConnectionToTarget() throws IOException {
    target.setSoTimeout(20);
    try (Socket waiting = target.accept()) {
      return waiting.isConnected();
    } catch (SocketTimeoutException e) {
      return false;
    }
  }

  int port() {
    return port;
  }

  /** What the balancer holds for its clients and targets at the moment. */
  Held held() throws Exception {
    CompletableFuture<Integer> buffers = new CompletableFuture<>();
    Worker worker = workers.first();
    worker.execute(() -> buffers.complete(worker.buffers().lent()));
    return new Held(connections.count(), buffers.get(10, TimeUnit.SECONDS), timers.pending());
  }

  /**
   * Lets idle timeouts pass until nothing is held. What has waited for a client or a target for one
   * of them may wait for the client to close for another.
   */
  Held heldInTheEnd() throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    Held held = held();
    while (!held.equals(Held.NOTHING) && System.nanoTime() < end) {
      time.advance(ALL_TIMEOUTS);
      held = held();
    }
    return held;
  }

  /** Keeps the worker from looking at what happens. */
  Stall stalled() throws InterruptedException {
    Stall stall = new Stall();
    workers.first().execute(stall);
    stall.begun.await();
    return stall;
  }

  /** A worker that does nothing until this is ended. */
  static final class Stall implements Runnable, AutoCloseable {

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);

    @Override
    public void run() {
      begun.countDown();
      try {
        over.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    void end() {
      over.countDown();
    }

    @Override
    public void close() {
      end();
    }
  }

  void targetRefuses() throws IOException {
    target.close();
  }

  void retireListener() {
    listener.retire();
  }

  Logged logged() throws InterruptedException {
    Logged entry = log.poll(10, TimeUnit.SECONDS);
    if (entry == null) {
      throw new AssertionError("nothing was logged");
    }
    return entry;
  }

  @Override
  public void close() throws IOException {
    listener.retire();
    workers.close();
    target.close();
    serving.close();
    time.close();
  }

  private record ToTarget(TargetGroup group) implements Action {

    @Override
    public String name() {
      return "forward";
    }

    @Override
    public void perform(Exchange exchange, Performer performer) {
      performer.forward(exchange, group);
    }
  }

  private record ByPath(
      Target played, Target serving, Supplier<Target> http2, Stickiness stickiness)
      implements TargetGroup {

    @Override
    public String arn() {
      return "arn";
    }

    @Override
    public ProtocolVersion protocolVersion() {
      return http2.get() == null ? ProtocolVersion.HTTP1 : http2.get().version();
    }

    @Override
    public boolean isEmpty() {
      return false;
    }

    @Override
    public Target eligible(Exchange exchange, String identity) {
      return serving.identity().equals(identity) ? serving : null;
    }

    @Override
    public Target choose(Exchange exchange) {
      RequestHead request = exchange.request();
      String path = request.head().text(request.targetStart(), request.targetEnd());
      if (path.startsWith("/http2")) {
        return http2.get();
      }
      return path.startsWith(ServingTarget.PATH) ? serving : played;
    }
  }
}

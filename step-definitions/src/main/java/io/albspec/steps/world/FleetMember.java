package io.albspec.steps.world;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.albspec.fixtures.net.Blackhole;
import io.albspec.fixtures.target.Behaviour;
import io.albspec.fixtures.target.ConnectionEnd;
import io.albspec.fixtures.target.Hold;
import io.albspec.fixtures.target.ReceivedRequest;
import io.albspec.fixtures.target.Target;
import io.albspec.fixtures.tls.TlsServer;
import io.albspec.steps.clock.Clock;
import io.albspec.steps.verdict.SetupException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** A target of a scenario, in the scenario's time. */
public final class FleetMember implements AutoCloseable {

  private static final int OK = 200;
  private static final List<String> PLAIN = List.of("Content-Type: text/plain");

  private final Target target;
  private final int otherPort;
  private final Clock clock;
  private final List<HealthCheck> healthChecks = new CopyOnWriteArrayList<>();
  private final TargetWire wire = new TargetWire();
  private Hold hold = Behaviour.hold();
  private Optional<Blackhole> blackhole = Optional.empty();

  /**
   * A health check.
   *
   * @param request as it was received
   * @param at guide time of its arrival
   */
  public record HealthCheck(ReceivedRequest request, Instant at) {}

  FleetMember(String name, InetAddress address, int port, Clock clock) throws IOException {
    this.target = Target.start(name, address, port);
    this.otherPort = target.listenAlso(0);
    this.clock = clock;
    onRequest(Behaviour.name());
    onHealthCheck(Behaviour.name());
  }

  /** How it behaves from now on when a client's request comes. */
  public void onRequest(Behaviour behaviour) {
    target.answer(new WebServer(behaviour, wire));
  }

  /** How it behaves from now on when a health check comes. */
  public void onHealthCheck(Behaviour behaviour) {
    target.answerHealthChecks(
        reply -> {
          healthChecks.add(new HealthCheck(reply.request(), clock.now()));
          behaviour.answer(reply);
        });
  }

  /** An answer with a status, and its name as the body. */
  public Behaviour status(int code) {
    return Behaviour.respond(code, PLAIN, name().getBytes(UTF_8));
  }

  /** The usual answer, with a cookie. */
  public Behaviour cookie(String cookie) {
    return Behaviour.respond(
        OK, List.of(PLAIN.get(0), "Set-Cookie: " + cookie), name().getBytes(UTF_8));
  }

  /** The usual answer, but so much guide time later. */
  public Behaviour late(Duration delay) {
    return reply -> {
      CompletableFuture<Void> gate = new CompletableFuture<>();
      reply.after(gate, Behaviour.name());
      clock.after(delay, () -> gate.complete(null));
    };
  }

  /** An answer with a body of that many bytes. */
  public static Behaviour body(int size, Request.Framing framing) {
    byte[] body = Payload.ofSize(size);
    return framing == Request.Framing.CHUNKS
        ? Behaviour.chunked(Payload.pieces(body))
        : Behaviour.respond(200, PLAIN, body);
  }

  /** Reads requests and answers none until they are released. */
  public void hold() {
    hold = Behaviour.hold();
    onRequest(hold);
  }

  /** Answers what was held, and everything else as usual. */
  public void release() {
    onRequest(Behaviour.name());
    hold.release();
  }

  /** Accepts WebSocket connections; its side of them may stay open when the other side ends. */
  public void acceptWebSockets(boolean staysOpen) {
    onRequest(wire.accepting(staysOpen));
  }

  /** The connection of its newest request. */
  public TargetWire wire() {
    return wire;
  }

  /** Takes no more connections and ends those it has. */
  public void refuse() {
    try {
      target.stopListening();
    } catch (IOException e) {
      throw new UncheckedIOException("the target " + name() + " goes on listening", e);
    }
    leave();
  }

  /** Ends the connections it has. */
  public void leave() {
    target.dropConnections();
    wire.leave();
  }

  /** Neither takes nor refuses connections from now on. */
  public void vanish() {
    refuse();
    try {
      blackhole = Optional.of(Blackhole.start(address(), port()));
    } catch (IOException e) {
      throw new SetupException("the target " + name() + " does not vanish", e);
    }
  }

  /** Speaks TLS from now on, on connections that are new. */
  public void speakTls(TlsServer how) {
    target.speakTls(how);
  }

  /** Speaks TLS from now on at the port that requests go to, and none at its other port. */
  public void speakTlsAtTrafficPort(TlsServer how) {
    target.speakTlsAt(port(), how);
  }

  /** Speaks no TLS from now on, on connections that are new. */
  public void speakPlain() {
    target.speakPlain();
  }

  /** Takes connections from now on, but does not say anything on them. */
  public void ignoreConnections() {
    target.ignoreConnections();
  }

  /** Takes requests for that path as health checks, whoever sends them. */
  void healthCheckPath(String path) {
    target.healthCheckPath(path.split("\\?", 2)[0]);
  }

  /** What it is called in the scenario. */
  public String name() {
    return target.name();
  }

  /** The requests of clients, in the order of their arrival. */
  public List<ReceivedRequest> requests() {
    return target.requests();
  }

  /** The health checks, in the order of their arrival. */
  public List<HealthCheck> healthChecks() {
    return List.copyOf(healthChecks);
  }

  /** Whether the balancer has ended the connection that something came on. */
  public boolean wasLeft(ReceivedRequest received) {
    ConnectionEnd end = target.connectionEnd(received.connection());
    return end == ConnectionEnd.CLOSED_BY_CLIENT || end == ConnectionEnd.RESET_BY_CLIENT;
  }

  /** Whether the connection that something came on has ended, whoever ended it. */
  public boolean isOver(ReceivedRequest received) {
    return target.connectionEnd(received.connection()) != ConnectionEnd.OPEN;
  }

  /** A number that changes when anything happens at its doors. */
  long traffic() {
    return 3L * target.connectionsAccepted()
        - target.openConnections()
        + target.requestCount()
        + target.healthCheckCount();
  }

  /** Its address. */
  public InetAddress address() {
    return target.address();
  }

  /** Its address in digits. */
  public String host() {
    return AddressText.of(address());
  }

  /** The port requests go to. */
  public int port() {
    return target.port();
  }

  /** Another port it listens on. */
  public int otherPort() {
    return otherPort;
  }

  @Override
  public void close() {
    wire.leave();
    try {
      target.close();
      if (blackhole.isPresent()) {
        blackhole.get().close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot stop the target " + name(), e);
    }
  }
}

package io.albspec.steps.world;

import io.albspec.steps.wire.Behaviour;
import io.albspec.steps.wire.Head;
import io.albspec.steps.wire.Received;
import io.albspec.steps.wire.TargetConnection;
import io.albspec.steps.wire.TargetServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A target of a scenario: how it behaves, and what it has received. */
public final class FleetMember implements TargetServer.Observer, AutoCloseable {

  private static final int OK = 200;

  private final String name;
  private final Fleet fleet;
  private final TargetServer server;
  private final List<Received> requests = new CopyOnWriteArrayList<>();
  private final List<Received> healthChecks = new CopyOnWriteArrayList<>();
  private final List<Received> held = new ArrayList<>();
  private volatile Behaviour onRequest;
  private volatile Behaviour onHealthCheck;

  FleetMember(String name, Fleet fleet, InetAddress address, int port) throws IOException {
    this.name = name;
    this.fleet = fleet;
    this.onRequest = usual();
    this.onHealthCheck = usual();
    this.server = new TargetServer(address, port, this);
  }

  private Behaviour usual() {
    return Behaviour.status(OK, name);
  }

  /** How it behaves from now on when a client's request comes. */
  public void onRequest(Behaviour behaviour) {
    onRequest = behaviour;
  }

  /** How it behaves from now on when a health check comes. */
  public void onHealthCheck(Behaviour behaviour) {
    onHealthCheck = behaviour;
  }

  /** Answers with a status and its name from now on. */
  public Behaviour status(int code) {
    return Behaviour.status(code, name);
  }

  /** Answers as usual, but so much guide time later. */
  public Behaviour late(Duration delay) {
    return request -> fleet.after(delay, () -> later(request));
  }

  private void later(Received request) {
    try {
      usual().answer(request);
    } catch (IOException gone) {
      // The balancer has not waited for it; the connection knows that.
    }
  }

  /** Reads requests and answers none until they are released. */
  public void hold() {
    onRequest = this::keep;
  }

  private void keep(Received request) {
    synchronized (held) {
      held.add(request);
    }
  }

  /** Answers what was held, and everything else as usual. */
  public void release() {
    onRequest = usual();
    synchronized (held) {
      held.forEach(this::later);
      held.clear();
    }
  }

  /** Takes no more connections and ends those it has. */
  public void refuse() {
    server.close();
  }

  @Override
  public TargetConnection connected(Socket socket) throws IOException {
    return fleet.connection(socket);
  }

  @Override
  public void received(TargetConnection connection, Head head, byte[] body) throws IOException {
    Received request = fleet.received(connection, head, body);
    boolean check = fleet.isHealthCheck(request);
    Behaviour behaviour = check ? onHealthCheck : onRequest;
    (check ? healthChecks : requests).add(request);
    behaviour.answer(request);
  }

  /** What it is called in the scenario. */
  public String name() {
    return name;
  }

  /** The requests of clients, in the order of their arrival. */
  public List<Received> requests() {
    return List.copyOf(requests);
  }

  /** The health checks, in the order of their arrival. */
  public List<Received> healthChecks() {
    return List.copyOf(healthChecks);
  }

  /** Its address. */
  public InetAddress address() {
    return server.address().getAddress();
  }

  /** Its address in digits. */
  public String host() {
    return address().getHostAddress();
  }

  /** The port requests go to. */
  public int port() {
    return server.address().getPort();
  }

  /** Another port it listens on. */
  public int otherPort() {
    return server.otherPort();
  }

  List<TargetConnection> connections() {
    return server.connections();
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (UncheckedIOException e) {
      throw new IllegalStateException("cannot stop the target " + name, e);
    }
  }
}

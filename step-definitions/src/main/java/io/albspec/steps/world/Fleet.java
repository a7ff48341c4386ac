package io.albspec.steps.world;

import io.albspec.steps.clock.ManualClock;
import io.albspec.steps.evidence.Conversation;
import io.albspec.steps.evidence.Conversation.Side;
import io.albspec.steps.evidence.Transcript;
import io.albspec.steps.verdict.NotRunException;
import io.albspec.steps.verdict.SetupException;
import io.albspec.steps.wire.Head;
import io.albspec.steps.wire.Received;
import io.albspec.steps.wire.TargetConnection;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The targets of a scenario by name. */
public final class Fleet implements NameSource, AutoCloseable {

  private static final String LOOPBACK = "127.0.0.1";
  private static final String HEALTH_CHECKER = "ELB-HealthChecker/2.0";

  private static final Pattern NAME = Pattern.compile("(.+-\\d+)-(ip|port|other-port)");

  private final Sut sut;
  private final Resources resources;
  private final Transcript transcript;
  private final Map<String, FleetMember> byName = new LinkedHashMap<>();
  private final AtomicLong order = new AtomicLong();

  /** Targets in the time of that system; what they exchange goes into the transcript. */
  public Fleet(Sut sut, Resources resources, Transcript transcript) {
    this.sut = sut;
    this.resources = resources;
    this.transcript = transcript;
  }

  /** Starts a target on a free port, unless there is one of that name. */
  public void start(String name) {
    if (!byName.containsKey(name)) {
      start(name, LOOPBACK, 0);
    }
  }

  /**
   * Starts a target on that address and port.
   *
   * @throws NotRunException if the port may not be used on this machine
   */
  public void start(String name, String host, int port) {
    try {
      FleetMember member = new FleetMember(name, this, address(host), port);
      byName.put(name, member);
      transcript.from(() -> conversations(member));
      if (sut.clock() instanceof ManualClock clock) {
        clock.watch(() -> traffic(member));
      }
    } catch (BindException e) {
      throw new NotRunException("privileged-ports", host + ":" + port + " may not be bound");
    } catch (IOException e) {
      throw new SetupException("the target " + name + " does not start", e);
    }
  }

  private static InetAddress address(String host) throws UnknownHostException {
    return InetAddress.getByName(host);
  }

  private static long traffic(FleetMember member) {
    return member.connections().stream().mapToLong(each -> 1 + each.traffic()).sum();
  }

  private static List<Conversation> conversations(FleetMember member) {
    return member.connections().stream()
        .map(
            each ->
                new Conversation(
                    Side.TARGET, member.name(), each.opened(), each.received(), each.sent()))
        .toList();
  }

  /** The target of that name. */
  public FleetMember member(String name) {
    return Optional.ofNullable(byName.get(name))
        .orElseThrow(() -> new IllegalStateException("no target is called " + name));
  }

  /** Whether a target is called so. */
  public boolean isMember(String name) {
    return byName.containsKey(name);
  }

  /** The targets of a group, which are called like it with a number behind, or that very one. */
  public List<FleetMember> named(String groupOrTarget) {
    return byName.values().stream()
        .filter(each -> each.name().matches("\\Q" + groupOrTarget + "\\E(-\\d+)?"))
        .toList();
  }

  TargetConnection connection(Socket socket) throws IOException {
    return new TargetConnection(socket, sut.clock().now());
  }

  Received received(TargetConnection connection, Head head, byte[] body) {
    return new Received(order.incrementAndGet(), sut.clock().now(), connection, head, body);
  }

  /** Balancers add to requests who sent them; they send health checks of themselves. */
  boolean isHealthCheck(Received request) {
    if (request.head().values("User-Agent").stream().anyMatch(HEALTH_CHECKER::equals)) {
      return true;
    }
    return resources.healthCheckPaths().contains(request.target())
        && request.head().values("X-Forwarded-For").isEmpty()
        && request.head().values("X-Amzn-Trace-Id").isEmpty();
  }

  void after(Duration guide, Runnable action) {
    sut.clock().after(guide, action);
  }

  @Override
  public Optional<String> value(String name) {
    Matcher parts = NAME.matcher(name);
    if (!parts.matches() || !byName.containsKey(parts.group(1))) {
      return Optional.empty();
    }
    FleetMember member = byName.get(parts.group(1));
    return Optional.of(
        switch (parts.group(2)) {
          case "ip" -> member.host();
          case "port" -> Integer.toString(member.port());
          default -> Integer.toString(member.otherPort());
        });
  }

  @Override
  public void close() {
    byName.values().forEach(FleetMember::close);
  }
}

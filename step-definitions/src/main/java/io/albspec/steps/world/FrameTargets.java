package io.albspec.steps.world;

import io.albspec.fixtures.http2.FrameBehaviour;
import io.albspec.fixtures.http2.FrameHold;
import io.albspec.fixtures.http2.FrameRequest;
import io.albspec.fixtures.http2.FrameTarget;
import io.albspec.fixtures.tls.TlsServer;
import io.albspec.steps.clock.Budgets;
import io.albspec.steps.clock.ManualClock;
import io.albspec.steps.verdict.SetupException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The targets of a scenario that speak HTTP/2 frame by frame, by name. */
public final class FrameTargets implements NameSource, AutoCloseable {

  private static final int OK = 200;

  private final Sut sut;
  private final Groups groups;
  private final PortTargets ports;
  private final Certificates certificates;
  private final Map<String, FrameTarget> targets = new LinkedHashMap<>();
  private final Map<String, FrameHold> holds = new HashMap<>();

  /** None yet. */
  public FrameTargets(Sut sut, Groups groups, PortTargets ports, Certificates certificates) {
    this.sut = sut;
    this.groups = groups;
    this.ports = ports;
    this.certificates = certificates;
  }

  /** Creates a group, with the protocol version HTTP2 unless the settings say another. */
  public void create(String group, int count, Map<String, String> settings) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("ProtocolVersion", "HTTP2");
    all.putAll(settings);
    groups.create(group, 0, all);
    for (int number = 1; number <= count; number++) {
      start(group, group + "-" + number, all);
    }
  }

  private void start(String group, String name, Map<String, String> settings) {
    Optional<TlsServer> tls =
        "HTTPS".equals(settings.get("Protocol"))
            ? Optional.of(TlsServer.of(certificates.ofTarget("target.internal", Map.of())))
            : Optional.empty();
    try {
      FrameTarget target = FrameTarget.start(name, tls);
      targets.put(name, target);
      if (sut.clock() instanceof ManualClock clock) {
        clock.watch(target::events);
      }
      ports.register(group, name, target.port());
    } catch (IOException e) {
      throw new SetupException("the target " + name + " does not start", e);
    }
  }

  /** The target of that name. */
  public FrameTarget target(String name) {
    return Optional.ofNullable(targets.get(name))
        .orElseThrow(() -> new IllegalStateException("no HTTP/2 target is called " + name));
  }

  /** Whether it receives so many requests in all within the budget. */
  public boolean comes(String target, int count) {
    return sut.await().happens(Budgets.REQUEST, () -> target(target).requests().size() >= count);
  }

  /** The requests of a target, once there are so many and no more come for a while. */
  public List<FrameRequest> requests(String target, int expected) {
    comes(target, expected);
    sut.await().stays(Budgets.QUIET, () -> target(target).requests().size() == expected);
    return target(target).requests();
  }

  /** Lets it read requests and answer none until they are released. */
  public void hold(String target) {
    FrameHold hold = new FrameHold(FrameBehaviour.status(OK, target));
    holds.put(target, hold);
    target(target).answer(hold);
  }

  /** Lets it answer what was held, and everything else as usual. */
  public void release(String target) {
    holds.get(target).release();
  }

  /** The target that got the first request of the scenario. */
  private Optional<FrameTarget> first() {
    return targets.values().stream()
        .filter(each -> !each.requests().isEmpty())
        .min(Comparator.comparing(each -> each.requests().get(0).at()));
  }

  private Optional<FrameTarget> beside(FrameTarget one) {
    return targets.values().stream().filter(each -> each != one).findFirst();
  }

  @Override
  public Optional<String> value(String name) {
    return switch (name) {
      case "first-target" -> first().map(FrameTarget::name);
      case "other-target" -> first().flatMap(this::beside).map(FrameTarget::name);
      default -> Optional.empty();
    };
  }

  @Override
  public void close() {
    for (FrameTarget target : targets.values()) {
      try {
        target.close();
      } catch (IOException e) {
        throw new UncheckedIOException("cannot stop the target " + target.name(), e);
      }
    }
  }
}

package io.albspec.steps.world;

import io.albspec.fixtures.http2.FrameTarget;
import io.albspec.fixtures.tls.TlsServer;
import io.albspec.steps.clock.ManualClock;
import io.albspec.steps.verdict.SetupException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The targets of a scenario that speak HTTP/2 frame by frame, by name. */
public final class FrameTargets implements AutoCloseable {

  private final Sut sut;
  private final Groups groups;
  private final PortTargets ports;
  private final Certificates certificates;
  private final Map<String, FrameTarget> targets = new LinkedHashMap<>();

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

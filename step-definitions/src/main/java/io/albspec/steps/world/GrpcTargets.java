package io.albspec.steps.world;

import io.albspec.fixtures.grpc.GrpcServer;
import io.albspec.steps.clock.ManualClock;
import io.albspec.steps.verdict.SetupException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The gRPC servers of a scenario by name. */
public final class GrpcTargets implements AutoCloseable {

  private static final String VERSION = "ProtocolVersion";

  private final Sut sut;
  private final Groups groups;
  private final PortTargets ports;
  private final Certificates certificates;
  private final Map<String, GrpcServer> servers = new LinkedHashMap<>();

  /** None yet. */
  public GrpcTargets(Sut sut, Groups groups, PortTargets ports, Certificates certificates) {
    this.sut = sut;
    this.groups = groups;
    this.ports = ports;
    this.certificates = certificates;
  }

  /** Creates a group, with the protocol version GRPC unless the settings say another. */
  public void create(String group, int targets, Map<String, String> settings) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put(VERSION, "GRPC");
    all.put("HealthCheckPath", "/AWS.ALB/healthcheck");
    all.putAll(settings);
    groups.create(group, 0, all);
    for (int number = 1; number <= targets; number++) {
      start(group, group + "-" + number, all);
    }
  }

  private void start(String group, String name, Map<String, String> settings) {
    boolean secure = "HTTPS".equals(settings.get("Protocol"));
    try {
      GrpcServer server =
          secure
              ? GrpcServer.startSecure(name, certificates.ofTarget("target.internal", Map.of()))
              : GrpcServer.start(name);
      servers.put(name, server);
      Optional<ManualClock> manual =
          sut.clock() instanceof ManualClock clock ? Optional.of(clock) : Optional.empty();
      manual.ifPresent(clock -> clock.watch(server::events));
      ports.register(group, name, server.port());
    } catch (IOException e) {
      throw new SetupException("the gRPC server " + name + " does not start", e);
    }
  }

  /** The server of that name. */
  public GrpcServer server(String name) {
    return Optional.ofNullable(servers.get(name))
        .orElseThrow(() -> new IllegalStateException("no gRPC target is called " + name));
  }

  @Override
  public void close() {
    servers.values().forEach(GrpcServer::close);
  }
}

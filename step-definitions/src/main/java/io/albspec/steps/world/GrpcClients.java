package io.albspec.steps.world;

import io.albspec.fixtures.grpc.GrpcCall;
import io.albspec.fixtures.grpc.GrpcClient;
import io.albspec.steps.verdict.SetupException;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The gRPC clients of a scenario, and their calls. */
public final class GrpcClients implements AutoCloseable {

  private static final String HOST = "example.com";

  private final Nodes nodes;
  private final Resources resources;
  private final Readiness readiness;
  private final List<GrpcClient> clients = new ArrayList<>();
  private final List<GrpcCall> calls = new ArrayList<>();

  /** None yet. */
  public GrpcClients(Nodes nodes, Resources resources, Readiness readiness) {
    this.nodes = nodes;
    this.resources = resources;
    this.readiness = readiness;
  }

  /**
   * Begins a call.
   *
   * @param fresh whether with a client of its own; else with the newest
   */
  public GrpcCall call(boolean fresh, String method, Optional<Duration> deadline) {
    readiness.beforeTraffic();
    if (fresh || clients.isEmpty()) {
      open();
    }
    GrpcCall call = clients.get(clients.size() - 1).call(method, deadline);
    calls.add(call);
    return call;
  }

  private void open() {
    InetAddress node = nodes.of(resources.balancer().arn()).get(0);
    try {
      clients.add(new GrpcClient(node, resources.listener().port(), HOST));
    } catch (IOException e) {
      throw new SetupException("there is no gRPC client", e);
    }
  }

  /** The newest call. */
  public GrpcCall newest() {
    return calls.get(calls.size() - 1);
  }

  @Override
  public void close() {
    clients.forEach(GrpcClient::close);
  }
}

package io.albspec.steps.world;

import io.albspec.steps.api.Members;
import java.util.Map;

/** Frees what a scenario has used; nothing if it never started anything. */
public final class Cleanup {

  private final Sut sut;
  private final Calls calls;
  private final Resources resources;
  private final Fleet fleet;
  private final Instances instances;
  private final Clients clients;
  private final GrpcTargets grpcTargets;
  private final FrameTargets frameTargets;
  private final GrpcClients grpcClients;

  /** Frees these. */
  public Cleanup(
      Sut sut,
      Calls calls,
      Resources resources,
      Fleet fleet,
      Instances instances,
      Clients clients,
      GrpcTargets grpcTargets,
      FrameTargets frameTargets,
      GrpcClients grpcClients) {
    this.sut = sut;
    this.calls = calls;
    this.resources = resources;
    this.fleet = fleet;
    this.instances = instances;
    this.clients = clients;
    this.grpcTargets = grpcTargets;
    this.frameTargets = frameTargets;
    this.grpcClients = grpcClients;
  }

  /** Deletes what was made on a system that others share, then closes everything. */
  public void run() {
    try (sut;
        calls;
        instances;
        fleet;
        grpcTargets;
        frameTargets;
        grpcClients;
        clients) {
      if (sut.started().isPresent() && sut.deployment().shared()) {
        resources.balancers().forEach(each -> delete(each.arn()));
        resources.groups().forEach(this::deleteGroup);
        resources.trustStores().forEach(this::deleteTrustStore);
      }
    }
  }

  private void delete(String balancer) {
    Members arn = new Members().with("LoadBalancerArn", balancer);
    calls.call(
        "ModifyLoadBalancerAttributes",
        Attributes.of(
            new Members().with("LoadBalancerArn", balancer),
            Map.of("deletion_protection.enabled", "false")));
    calls.call("DeleteLoadBalancer", arn);
  }

  private void deleteTrustStore(String arn) {
    calls.call("DeleteTrustStore", new Members().with("TrustStoreArn", arn));
  }

  private void deleteGroup(String arn) {
    calls.call("DeleteTargetGroup", new Members().with("TargetGroupArn", arn));
  }
}

package io.albspec.load.stage;

import java.io.Closeable;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ActionTypeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerAttribute;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ProtocolEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthStateEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetTypeEnum;

/** Makes a load balancer for the load, through its API, and takes it away again. */
final class LoadBalancerSetup implements Closeable {

  /** So long that a target is not taken out of service for the fault of one phase. */
  private static final int HEALTH_CHECK_SECONDS = 300;

  private static final Duration HEALTHY_WITHIN = Duration.ofSeconds(30);
  private static final long POLL_MILLIS = 50;

  private final ElasticLoadBalancingV2Client elb;
  private final String name;
  private Optional<String> loadBalancer = Optional.empty();
  private Optional<String> targetGroup = Optional.empty();
  private Optional<String> listener = Optional.empty();

  /**
   * Makes nothing yet.
   *
   * @param name of the load balancer and its target group
   */
  LoadBalancerSetup(URI endpoint, String name) {
    this.elb = client(endpoint);
    this.name = name;
  }

  /** Makes a target group and a load balancer. */
  void create() {
    targetGroup = Optional.of(createTargetGroup());
    loadBalancer =
        Optional.of(
            elb.createLoadBalancer(b -> b.name(name).subnets("subnet-a", "subnet-b"))
                .loadBalancers()
                .get(0)
                .loadBalancerArn());
  }

  private static ElasticLoadBalancingV2Client client(URI endpoint) {
    return ElasticLoadBalancingV2Client.builder()
        .endpointOverride(endpoint)
        .region(Region.US_EAST_2)
        .overrideConfiguration(c -> c.retryStrategy(RetryMode.STANDARD))
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("load", "load")))
        .build();
  }

  private String createTargetGroup() {
    return elb.createTargetGroup(
            group ->
                group
                    .name(name)
                    .protocol(ProtocolEnum.HTTP)
                    .port(80)
                    .vpcId("vpc-default")
                    .targetType(TargetTypeEnum.IP)
                    .healthCheckIntervalSeconds(HEALTH_CHECK_SECONDS))
        .targetGroups()
        .get(0)
        .targetGroupArn();
  }

  /** Has requests logged to that bucket. */
  void logTo(String bucket) {
    elb.modifyLoadBalancerAttributes(
        change ->
            change
                .loadBalancerArn(loadBalancer.orElseThrow())
                .attributes(
                    attribute("access_logs.s3.enabled", "true"),
                    attribute("access_logs.s3.bucket", bucket)));
  }

  private static LoadBalancerAttribute attribute(String key, String value) {
    return LoadBalancerAttribute.builder().key(key).value(value).build();
  }

  /**
   * Registers targets, all at that address, and forwards to them.
   *
   * @param ports of the targets
   * @param listenerPort where the load balancer listens
   * @throws IllegalStateException if not all of them are healthy within 30 s
   */
  void forward(String address, List<Integer> ports, int listenerPort) throws InterruptedException {
    elb.registerTargets(
        register ->
            register
                .targetGroupArn(targetGroup.orElseThrow())
                .targets(
                    ports.stream()
                        .map(port -> TargetDescription.builder().id(address).port(port).build())
                        .toList()));
    listener =
        Optional.of(
            elb.createListener(
                    create ->
                        create
                            .loadBalancerArn(loadBalancer.orElseThrow())
                            .protocol(ProtocolEnum.HTTP)
                            .port(listenerPort)
                            .defaultActions(forward()))
                .listeners()
                .get(0)
                .listenerArn());
    awaitHealthy(ports.size());
  }

  private Action forward() {
    return Action.builder()
        .type(ActionTypeEnum.FORWARD)
        .targetGroupArn(targetGroup.orElseThrow())
        .build();
  }

  /** Begins to change the configuration all the time. */
  Changes changes() {
    return new Changes(elb, loadBalancer.orElseThrow(), listener.orElseThrow(), forward());
  }

  private void awaitHealthy(int targets) throws InterruptedException {
    long deadline = System.nanoTime() + HEALTHY_WITHIN.toNanos();
    while (healthy() < targets) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException(
            "only %d of %d targets are healthy after %d s"
                .formatted(healthy(), targets, HEALTHY_WITHIN.toSeconds()));
      }
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    }
  }

  private long healthy() {
    return elb
        .describeTargetHealth(describe -> describe.targetGroupArn(targetGroup.orElseThrow()))
        .targetHealthDescriptions()
        .stream()
        .filter(target -> target.targetHealth().state() == TargetHealthStateEnum.HEALTHY)
        .count();
  }

  /** The addresses of its nodes, one for each zone. */
  List<String> nodes() {
    return elb
        .describeLoadBalancers(describe -> describe.loadBalancerArns(loadBalancer.orElseThrow()))
        .loadBalancers()
        .get(0)
        .availabilityZones()
        .stream()
        .flatMap(zone -> zone.loadBalancerAddresses().stream())
        .map(address -> address.ipAddress())
        .toList();
  }

  /** Deletes everything that was made. */
  @Override
  public void close() {
    try (elb) {
      listener.ifPresent(arn -> elb.deleteListener(delete -> delete.listenerArn(arn)));
      loadBalancer.ifPresent(arn -> elb.deleteLoadBalancer(delete -> delete.loadBalancerArn(arn)));
      targetGroup.ifPresent(arn -> elb.deleteTargetGroup(delete -> delete.targetGroupArn(arn)));
    }
  }
}

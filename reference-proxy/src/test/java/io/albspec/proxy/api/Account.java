package io.albspec.proxy.api;

import io.albspec.proxy.cloud.Buckets;
import io.albspec.proxy.cloud.Cloud;
import io.albspec.proxy.cloud.KeptObjects;
import io.albspec.proxy.control.operations.Quotas;
import io.albspec.proxy.store.MemoryStore;
import io.albspec.proxy.store.Store;
import io.albspec.proxy.time.ManualTime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.util.Set;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ActionTypeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ProtocolEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Rule;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RuleCondition;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;

/** An endpoint with a recording data plane and time advanced by hand, and a real client for it. */
public final class Account implements AutoCloseable {

  /** When it starts. */
  public static final Instant START = Instant.parse("2024-03-08T12:00:00Z");

  private final RecordingDataPlane dataPlane = new RecordingDataPlane();
  private final ManualTime time = new ManualTime(START);
  private final ControlEndpoint endpoint;
  private final ElasticLoadBalancingV2Client client;

  /** With everything in memory. */
  public Account() {
    this(new MemoryStore(), new Cloud());
  }

  /** With quotas of its own. */
  public Account(Quotas quotas) {
    this(new MemoryStore(), new Cloud(), Buckets.NONE, quotas);
  }

  /** With buckets, and quotas of its own. */
  public Account(Buckets buckets, Quotas quotas) {
    this(new MemoryStore(), new Cloud(), buckets, quotas);
  }

  /** With a store and surroundings. */
  public Account(Store store, Cloud cloud) {
    this(store, cloud, Buckets.NONE, Quotas.STANDARD);
  }

  private Account(Store store, Cloud cloud, Buckets buckets, Quotas quotas) {
    try {
      endpoint =
          ControlEndpoint.builder()
              .store(store)
              .cloud(cloud)
              .objects(KeptObjects.temporary(buckets))
              .quotas(quotas)
              .time(time)
              .dataPlane(dataPlane)
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    client =
        ElasticLoadBalancingV2Client.builder()
            .endpointOverride(endpoint.endpoint())
            .region(Region.US_EAST_2)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("x", "y")))
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build();
  }

  public ElasticLoadBalancingV2Client client() {
    return client;
  }

  public RecordingDataPlane dataPlane() {
    return dataPlane;
  }

  public ManualTime time() {
    return time;
  }

  public URI url() {
    return endpoint.endpoint();
  }

  /** The names of the actions that are served. */
  public Set<String> actions() {
    return endpoint.controlPlane().operations().keySet();
  }

  /** A load balancer in zones a and b. */
  public LoadBalancer balancer(String name) {
    return client
        .createLoadBalancer(b -> b.name(name).subnets("subnet-a", "subnet-b"))
        .loadBalancers()
        .get(0);
  }

  /** A target group of instances on port 80. */
  public TargetGroup group(String name) {
    return client
        .createTargetGroup(
            g -> g.name(name).protocol(ProtocolEnum.HTTP).port(80).vpcId("vpc-default"))
        .targetGroups()
        .get(0);
  }

  /** A target group of addresses on port 80. */
  public TargetGroup addresses(String name) {
    return client
        .createTargetGroup(
            g ->
                g.name(name)
                    .protocol(ProtocolEnum.HTTP)
                    .port(80)
                    .vpcId("vpc-default")
                    .targetType("ip"))
        .targetGroups()
        .get(0);
  }

  /** A listener that does one thing by default. */
  public Listener listener(LoadBalancer balancer, int port, Action action) {
    return client
        .createListener(
            l ->
                l.loadBalancerArn(balancer.loadBalancerArn())
                    .protocol(ProtocolEnum.HTTP)
                    .port(port)
                    .defaultActions(action))
        .listeners()
        .get(0);
  }

  /** A rule for one path. */
  public Rule rule(Listener listener, int priority, String path, Action action) {
    return client
        .createRule(
            r ->
                r.listenerArn(listener.listenerArn())
                    .priority(priority)
                    .conditions(path(path))
                    .actions(action))
        .rules()
        .get(0);
  }

  /** A path-pattern condition. */
  public static RuleCondition path(String... patterns) {
    return RuleCondition.builder()
        .field("path-pattern")
        .pathPatternConfig(config -> config.values(patterns))
        .build();
  }

  /** A forward action. */
  public static Action forward(TargetGroup group) {
    return Action.builder()
        .type(ActionTypeEnum.FORWARD)
        .targetGroupArn(group.targetGroupArn())
        .build();
  }

  /** A fixed-response action. */
  public static Action fixed(String status) {
    return Action.builder()
        .type(ActionTypeEnum.FIXED_RESPONSE)
        .fixedResponseConfig(config -> config.statusCode(status))
        .build();
  }

  @Override
  public void close() {
    client.close();
    endpoint.close();
    time.close();
  }
}

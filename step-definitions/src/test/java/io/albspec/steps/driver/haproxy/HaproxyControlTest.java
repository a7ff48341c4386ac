package io.albspec.steps.driver.haproxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.albspec.proxy.api.ControlEndpoint;
import io.albspec.proxy.time.Time;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ActionTypeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ElasticLoadBalancingV2Exception;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerAttribute;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ProtocolEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthStateEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetTypeEnum;

/** HAProxy configured over the ELBv2 API, as a user would. */
@Timeout(60)
class HaproxyControlTest {

  private static final Duration HEALTHY_WITHIN = Duration.ofSeconds(15);

  private final Time time = Time.real();
  private HaproxyDataPlane haproxy;
  private ControlEndpoint endpoint;
  private ElasticLoadBalancingV2Client elb;
  private EchoTarget blue;

  @BeforeEach
  void start() throws IOException {
    haproxy = HaproxyDataPlane.start(InstalledHaproxy.orSkip(), arn -> Optional.empty());
    blue = new EchoTarget("blue");
    endpoint = ControlEndpoint.builder().time(time).dataPlane(haproxy).start();
    elb =
        ElasticLoadBalancingV2Client.builder()
            .endpointOverride(endpoint.endpoint())
            .region(Region.US_EAST_2)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "secret")))
            .httpClient(UrlConnectionHttpClient.create())
            .build();
  }

  @AfterEach
  void close() {
    if (haproxy != null) {
      elb.close();
      endpoint.close();
      blue.close();
    }
    time.close();
  }

  @Test
  void aLoadBalancerIsMadeUsedRefusedAChangeAndDeleted() throws Exception {
    LoadBalancer balancer = balancer();
    String group = group();
    int port = LocalListener.free().port();
    InetSocketAddress listener = listen(balancer, group, port);

    assertThat(Await.within(HEALTHY_WITHIN, () -> healthy(group))).isTrue();
    assertThat(RawClient.get(listener, "/")).contains("blue").contains("X-forwarded-port: " + port);

    assertThatThrownBy(() -> set(balancer, "client_keep_alive.seconds", "60"))
        .isInstanceOfSatisfying(
            ElasticLoadBalancingV2Exception.class,
            refusal ->
                assertThat(refusal.awsErrorDetails().errorCode())
                    .isEqualTo("OperationNotPermitted"))
        .hasMessageContaining("not supported by haproxy: client_keep_alive.seconds=60");
    assertThat(RawClient.get(listener, "/")).contains("blue");

    elb.deregisterTargets(it -> it.targetGroupArn(group).targets(target()));
    assertThat(RawClient.get(listener, "/")).startsWith("HTTP/1.1 503");

    elb.deleteLoadBalancer(it -> it.loadBalancerArn(balancer.loadBalancerArn()));
    assertThat(haproxy.configuration()).isEmpty();
    assertThatThrownBy(() -> RawClient.get(listener, "/")).isInstanceOf(IOException.class);
  }

  private LoadBalancer balancer() {
    return elb.createLoadBalancer(it -> it.name("web").subnets("subnet-a", "subnet-b"))
        .loadBalancers()
        .get(0);
  }

  private String group() {
    String arn =
        elb.createTargetGroup(
                it ->
                    it.name("blue")
                        .protocol(ProtocolEnum.HTTP)
                        .port(80)
                        .vpcId("vpc-default")
                        .targetType(TargetTypeEnum.IP)
                        .healthCheckPath("/health"))
            .targetGroups()
            .get(0)
            .targetGroupArn();
    elb.registerTargets(it -> it.targetGroupArn(arn).targets(target()));
    return arn;
  }

  private InetSocketAddress listen(LoadBalancer balancer, String group, int port)
      throws IOException {
    Action forward = Action.builder().type(ActionTypeEnum.FORWARD).targetGroupArn(group).build();
    elb.createListener(
        it ->
            it.loadBalancerArn(balancer.loadBalancerArn())
                .protocol(ProtocolEnum.HTTP)
                .port(port)
                .defaultActions(forward));
    String node =
        elb.describeLoadBalancers(it -> it.loadBalancerArns(balancer.loadBalancerArn()))
            .loadBalancers()
            .get(0)
            .availabilityZones()
            .get(0)
            .loadBalancerAddresses()
            .get(0)
            .ipAddress();
    return new InetSocketAddress(InetAddress.getAllByName(node)[0], port);
  }

  private void set(LoadBalancer balancer, String key, String value) {
    LoadBalancerAttribute attribute = LoadBalancerAttribute.builder().key(key).value(value).build();
    elb.modifyLoadBalancerAttributes(
        it -> it.loadBalancerArn(balancer.loadBalancerArn()).attributes(List.of(attribute)));
  }

  private boolean healthy(String group) {
    return elb
        .describeTargetHealth(it -> it.targetGroupArn(group))
        .targetHealthDescriptions()
        .stream()
        .allMatch(target -> target.targetHealth().state() == TargetHealthStateEnum.HEALTHY);
  }

  private TargetDescription target() {
    return TargetDescription.builder().id("127.0.0.1").port(blue.port()).build();
  }
}

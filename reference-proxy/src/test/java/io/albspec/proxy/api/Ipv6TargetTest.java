package io.albspec.proxy.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.albspec.proxy.cloud.Cloud;
import io.albspec.proxy.cloud.Instance;
import io.albspec.proxy.cloud.Zone;
import io.albspec.proxy.control.TargetConfig;
import io.albspec.proxy.store.MemoryStore;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ProtocolEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;

/** Guide, "IP address type" of target groups, and "Register targets". */
@Timeout(60)
class Ipv6TargetTest {

  private static final String WITH = "i-00000000000000001";
  private static final byte[] LOOPBACK = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};
  private static final String WITHOUT = "i-00000000000000002";

  private final Account account = new Account(new MemoryStore(), cloud());

  private static Cloud cloud() {
    try {
      InetAddress here = InetAddress.getLoopbackAddress();
      Instance instance = Instance.running(WITH, "vpc-default", here, Zone.B);
      return new Cloud()
          .instance(instance.withIpv6(InetAddress.getByAddress(LOOPBACK)))
          .instance(WITHOUT, here, Zone.B);
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }

  @AfterEach
  void close() {
    account.close();
  }

  @Test
  void theAddressesOfAGroupAreOfOneKind() {
    String six = group("six", "ip", "ipv6").targetGroupArn();
    String four = group("four", "ip", "ipv4").targetGroupArn();

    Refused.validation("'127.0.0.1' is not a valid IPv6 address", () -> register(six, "127.0.0.1"));
    Refused.validation("'::1' is not a valid IPv4 address", () -> register(four, "::1"));
    Refused.validation("not in one of the CIDR blocks", () -> register(six, "2001:db8::1"));
    register(six, "::1");

    assertThat(live(six).address().getAddress().getHostAddress()).isEqualTo("0:0:0:0:0:0:0:1");
    assertThat(live(six).zone()).isEqualTo("us-east-2a");
  }

  @Test
  void anInstanceNeedsAPrimaryAddress() {
    String six = group("six", "instance", "ipv6").targetGroupArn();

    Refused.with(
        "InvalidTarget", "do not have a primary IPv6 address", () -> register(six, WITHOUT));
    register(six, WITH);

    assertThat(live(six).address().getAddress().getHostAddress()).isEqualTo("0:0:0:0:0:0:0:1");
    assertThat(live(six).zone()).isEqualTo("us-east-2b");
  }

  @Test
  void theLoadBalancerMustBeAndStayDualstack() {
    LoadBalancer balancer = account.balancer("web");
    TargetGroup six = group("six", "ip", "ipv6");
    String code = "InvalidConfigurationRequest";
    String why = "can only be used with a dualstack load balancer";

    Refused.with(code, why, () -> account.listener(balancer, 80, Account.forward(six)));
    type(balancer, "dualstack");
    account.listener(balancer, 80, Account.forward(six));
    type(balancer, "dualstack-without-public-ipv4");

    Refused.with(code, why, () -> type(balancer, "ipv4"));
    Refused.with(
        code,
        why,
        () ->
            account
                .client()
                .setSubnets(
                    s ->
                        s.loadBalancerArn(balancer.loadBalancerArn())
                            .subnets("subnet-a", "subnet-b")
                            .ipAddressType("ipv4")));
  }

  private void type(LoadBalancer balancer, String type) {
    account
        .client()
        .setIpAddressType(t -> t.loadBalancerArn(balancer.loadBalancerArn()).ipAddressType(type));
  }

  private TargetGroup group(String name, String targetType, String addressType) {
    return account
        .client()
        .createTargetGroup(
            g ->
                g.name(name)
                    .protocol(ProtocolEnum.HTTP)
                    .port(80)
                    .vpcId("vpc-default")
                    .targetType(targetType)
                    .ipAddressType(addressType))
        .targetGroups()
        .get(0);
  }

  private void register(String group, String id) {
    TargetDescription target = TargetDescription.builder().id(id).build();
    account.client().registerTargets(r -> r.targetGroupArn(group).targets(target));
  }

  private TargetConfig live(String group) {
    return account.dataPlane().live().targetGroups().get(group).targets().get(0);
  }
}

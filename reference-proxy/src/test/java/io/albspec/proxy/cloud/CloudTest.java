package io.albspec.proxy.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CloudTest {

  private final Cloud cloud = new Cloud();

  @Test
  void unknownSubnetsTakeTheZonesInTurnAndKeepThem() {
    assertThat(zoneOf("subnet-0e3f5cac72EXAMPLE")).isEqualTo(Zone.A);
    assertThat(zoneOf("subnet-081ec835f3EXAMPLE")).isEqualTo(Zone.B);
    assertThat(zoneOf("subnet-8360a9e7")).isEqualTo(Zone.C);
    assertThat(zoneOf("subnet-0123456789abcdef0")).isEqualTo(Zone.A);
    assertThat(zoneOf("subnet-081ec835f3EXAMPLE")).isEqualTo(Zone.B);
    assertThat(zoneOf("subnet-c")).isEqualTo(Zone.C);
  }

  private Zone zoneOf(String subnet) {
    return cloud.subnet(subnet).orElseThrow().zone();
  }

  @Test
  void instancesTakeTheZonesInTurnAndAnswerOnTheLoopbackAddressUnlessTheyAreMapped()
      throws UnknownHostException {
    InetAddress mapped = InetAddress.getByName("127.0.2.1");
    cloud.instance("i-1234567890abcdef0", mapped, Zone.B);

    assertThat(cloud.instance("i-0abcdef1234567890"))
        .hasValueSatisfying(i -> assertThat(i.zone()).isEqualTo(Zone.A))
        .hasValueSatisfying(i -> assertThat(i.address().getHostAddress()).isEqualTo("127.0.0.1"));
    assertThat(cloud.instance("i-1234567890abcdef0"))
        .contains(Instance.running("i-1234567890abcdef0", "vpc-default", mapped, Zone.B));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"subnet-x", "subnet-", "sn-12345678", "subnet-0123456g", "subnet-EXAMPLE"})
  void idsOfAnotherFormAreUnknown(String id) {
    assertThat(cloud.subnet(id)).isEmpty();
    assertThat(cloud.instance(id.replace("subnet", "i"))).isEmpty();
    assertThat(cloud.securityGroup(id.replace("subnet", "sg"))).isEmpty();
    assertThat(cloud.vpc(id.replace("subnet", "vpc"))).isEmpty();
  }

  @Test
  void aLeaseKeepsOthersAwayUntilItIsGivenBack() {
    AddressLease first = AddressLease.first(Zone.C).orElseThrow();
    try (AddressLease second = AddressLease.first(Zone.C).orElseThrow()) {
      assertThat(second.address()).isNotEqualTo(first.address());
      assertThat(AddressLease.of(first.address())).isEmpty();
      assertThat(first.address().getHostAddress()).startsWith("127.0.3.");
    }

    first.close();

    assertThat(LeaseProbe.isFree(first.address().getHostAddress())).isTrue();
  }
}

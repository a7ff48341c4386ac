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
    assertThat(cloud.subnet("subnet-0e3f5cac72EXAMPLE")).contains(Zone.A);
    assertThat(cloud.subnet("subnet-081ec835f3EXAMPLE")).contains(Zone.B);
    assertThat(cloud.subnet("subnet-8360a9e7")).contains(Zone.C);
    assertThat(cloud.subnet("subnet-0123456789abcdef0")).contains(Zone.A);
    assertThat(cloud.subnet("subnet-081ec835f3EXAMPLE")).contains(Zone.B);
    assertThat(cloud.subnet("subnet-c")).contains(Zone.C);
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
        .contains(new Instance("i-1234567890abcdef0", mapped, Zone.B));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"subnet-x", "subnet-", "sn-12345678", "subnet-0123456g", "subnet-EXAMPLE"})
  void idsOfAnotherFormAreUnknown(String id) {
    assertThat(cloud.subnet(id)).isEmpty();
    assertThat(cloud.instance(id.replace("subnet", "i"))).isEmpty();
    assertThat(cloud.hasSecurityGroup(id.replace("subnet", "sg"))).isFalse();
    assertThat(cloud.hasVpc(id.replace("subnet", "vpc"))).isFalse();
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

package io.albspec.steps.driver;

import io.albspec.fixtures.tls.Identity;
import io.albspec.proxy.cloud.AddressBlock;
import io.albspec.proxy.cloud.Cloud;
import io.albspec.proxy.cloud.InboundRule;
import io.albspec.proxy.cloud.Instance;
import io.albspec.proxy.cloud.SecurityGroup;
import io.albspec.proxy.cloud.Subnet;
import io.albspec.proxy.cloud.Zone;
import io.albspec.proxy.cloud.certificate.CertificateFileException;
import io.albspec.proxy.cloud.certificate.CertificateFiles;
import java.net.InetAddress;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The surroundings that our own control plane simulates, as scenarios need them. */
final class SimulatedCloud {

  private static final String VPC = Surroundings.SIMULATED.vpc();
  private static final String OTHER_VPC = "vpc-0fedcba9876543210";
  private static final int ENOUGH = 100;
  private static final int TOO_FEW = 7;
  private static final int LOCAL = 4;

  private static final Map<String, String> FURTHER =
      Map.of(
          "small-subnet", "subnet-00000000000000001",
          "full-subnet", "subnet-00000000000000002",
          "ipv4-subnet", "subnet-00000000000000003",
          "local-subnet", "subnet-00000000000000004",
          "other-vpc", OTHER_VPC,
          "other-vpc-subnet", "subnet-00000000000000005",
          "other-vpc-group", "sg-00000000000000001",
          "zone-a-id", Zone.A.id(),
          "zone-b-id", Zone.B.id(),
          "zone-c-id", Zone.C.id());

  private final Cloud cloud =
      new Cloud()
          .subnet(Surroundings.SIMULATED.otherSubnet(), Zone.A)
          .subnet(subnet("small-subnet", VPC, Zone.B, "10.0.1.0/28", ENOUGH))
          .subnet(subnet("full-subnet", VPC, Zone.B, "10.0.2.0/24", TOO_FEW))
          .subnet(subnet("ipv4-subnet", VPC, Zone.B, "10.0.3.0/24", ENOUGH))
          .subnet(subnet("local-subnet", VPC, localZone(), "10.0.4.0/24", ENOUGH))
          .subnet(subnet("other-vpc-subnet", OTHER_VPC, Zone.B, "10.1.1.0/24", ENOUGH))
          .securityGroup(SecurityGroup.open(FURTHER.get("other-vpc-group"), OTHER_VPC));

  Cloud cloud() {
    return cloud;
  }

  Surroundings surroundings() {
    return Surroundings.SIMULATED.with(FURTHER);
  }

  private static Zone localZone() {
    return new Zone("us-east-2-lax-1a", Zone.Type.LOCAL_ZONE, Zone.nodeBlock(LOCAL));
  }

  private static Subnet subnet(String name, String vpc, Zone zone, String block, long free) {
    return new Subnet(
        FURTHER.get(name),
        vpc,
        zone,
        AddressBlock.parse(block).orElseThrow(),
        Optional.empty(),
        free);
  }

  void instance(String id, InetAddress address, String zone) {
    cloud.instance(
        id,
        address,
        cloud
            .zone(zone)
            .orElseThrow(() -> new IllegalArgumentException("no zone is called " + zone)));
  }

  void instanceState(String id, String state) {
    Instance.State next = Instance.State.valueOf(state.toUpperCase(Locale.ROOT).replace('-', '_'));
    cloud.instance(cloud.instance(id).orElseThrow().in(next));
  }

  void securityGroup(String id, Map<String, String> letsIn) {
    List<InboundRule> rules =
        letsIn.entrySet().stream().map(each -> rule(each.getKey(), each.getValue())).toList();
    cloud.securityGroup(new SecurityGroup(id, VPC, rules));
  }

  void certificate(String arn, Identity identity) {
    List<X509Certificate> presented = identity.withoutRoot().chain();
    try {
      cloud.certificate(
          CertificateFiles.certificate(
              arn, presented.get(0), presented.subList(1, presented.size()), identity.keyPem()));
    } catch (CertificateFileException e) {
      throw new IllegalArgumentException("the certificate cannot be imported", e);
    }
  }

  private static InboundRule rule(String source, String ports) {
    int hyphen = ports.indexOf('-');
    int first = Integer.parseInt(hyphen < 0 ? ports : ports.substring(0, hyphen));
    int last = hyphen < 0 ? first : Integer.parseInt(ports.substring(hyphen + 1));
    AddressBlock block =
        AddressBlock.parse(source)
            .orElseThrow(() -> new IllegalArgumentException("no block of addresses: " + source));
    return new InboundRule(InboundRule.Protocol.TCP, first, last, List.of(block), List.of());
  }
}

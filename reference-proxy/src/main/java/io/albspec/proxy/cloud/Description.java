package io.albspec.proxy.cloud;

import io.albspec.proxy.cloud.certificate.Certificate;
import java.net.InetAddress;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The account, region and network that a load balancer lives in, as they are described: an
 * immutable value. Everything is by its id or name, in the order described.
 *
 * @param account the account that owns everything
 * @param region of all zones
 * @param learnsIds whether an id of AWS's form that is not described stands for something all the
 *     same
 * @param zones at least one
 * @param vpcs at least one; the first is that of whatever is not described
 * @param subnets each in one of the VPCs and zones
 * @param securityGroups among them the default one of each VPC
 * @param instances each in one of the VPCs and zones
 * @param certificates by their ARNs
 */
public record Description(
    String account,
    String region,
    boolean learnsIds,
    Map<String, Zone> zones,
    Map<String, Vpc> vpcs,
    Map<String, Subnet> subnets,
    Map<String, SecurityGroup> securityGroups,
    Map<String, Instance> instances,
    Map<String, Certificate> certificates) {

  /** The account where none is described. */
  public static final String ACCOUNT = "123456789012";

  /** The region where none is described. */
  public static final String REGION = "us-east-2";

  /** The VPC where none is described: it holds the whole loopback block. */
  public static final Vpc VPC =
      new Vpc("vpc-default", List.of(AddressBlock.LOOPBACK), "sg-default");

  /** How many zones there are where none is described. */
  public static final int ZONES = 3;

  /** What there is where nothing is described. */
  static Description usual() {
    List<Zone> zones = List.of(Zone.A, Zone.B, Zone.C);
    return new Description(
        ACCOUNT,
        REGION,
        true,
        byName(zones, Zone::zoneName),
        byName(List.of(VPC), Vpc::id),
        byName(subnets(zones, VPC), Subnet::id),
        byName(
            List.of(SecurityGroup.open(VPC.defaultSecurityGroup(), VPC.id())), SecurityGroup::id),
        Map.of(),
        Map.of());
  }

  /** A subnet of a VPC in each zone: {@code subnet-a} in the first, and so on. */
  public static List<Subnet> subnets(List<Zone> zones, Vpc vpc) {
    return IntStream.range(0, zones.size())
        .mapToObj(i -> Subnet.of("subnet-" + (char) ('a' + i), vpc.id(), zones.get(i)))
        .toList();
  }

  /** Things by their names, in the order given. */
  public static <T> Map<String, T> byName(List<T> things, Function<T, String> name) {
    return Collections.unmodifiableMap(
        things.stream()
            .collect(Collectors.toMap(name, Function.identity(), (a, b) -> b, LinkedHashMap::new)));
  }

  /** The VPC of whatever is not described. */
  public Vpc firstVpc() {
    return vpcs.values().iterator().next();
  }

  /** The zone with that number, from 0, counted round and round. */
  Zone turn(int number) {
    return List.copyOf(zones.values()).get(number % zones.size());
  }

  /** The instance whose primary private address that is. */
  Optional<Instance> instanceAt(InetAddress address) {
    return instances.values().stream().filter(each -> each.address().equals(address)).findFirst();
  }
}

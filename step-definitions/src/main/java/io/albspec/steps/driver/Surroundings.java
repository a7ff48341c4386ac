package io.albspec.steps.driver;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The account, region and network a scenario may name.
 *
 * @param region of the endpoint
 * @param account that owns what is made
 * @param vpc the network of everything
 * @param subnets one in each of three zones
 * @param zones the names of these zones
 * @param otherSubnet a second one in the first zone
 * @param securityGroup of the network
 * @param further ids of what only few scenarios need, by the names in {@link #FURTHER}
 */
public record Surroundings(
    String region,
    String account,
    String vpc,
    List<String> subnets,
    List<String> zones,
    String otherSubnet,
    String securityGroup,
    Map<String, String> further) {

  /** What {@link #further} can have. */
  public static final Set<String> FURTHER =
      Set.of(
          "small-subnet",
          "full-subnet",
          "ipv4-subnet",
          "local-subnet",
          "other-vpc",
          "other-vpc-subnet",
          "other-vpc-group",
          "zone-a-id",
          "zone-b-id",
          "zone-c-id");

  /** Those that the reference balancer simulates. */
  public static final Surroundings SIMULATED =
      new Surroundings(
          "us-east-2",
          "123456789012",
          "vpc-default",
          List.of("subnet-a", "subnet-b", "subnet-c"),
          List.of("us-east-2a", "us-east-2b", "us-east-2c"),
          "subnet-0123456789abcdef0",
          "sg-default",
          Map.of());

  /** The same with further things. */
  Surroundings with(Map<String, String> others) {
    return new Surroundings(
        region, account, vpc, subnets, zones, otherSubnet, securityGroup, Map.copyOf(others));
  }
}

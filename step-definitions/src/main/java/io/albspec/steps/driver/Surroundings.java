package io.albspec.steps.driver;

import java.util.List;

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
 */
public record Surroundings(
    String region,
    String account,
    String vpc,
    List<String> subnets,
    List<String> zones,
    String otherSubnet,
    String securityGroup) {

  /** Those that the reference balancer simulates. */
  public static final Surroundings SIMULATED =
      new Surroundings(
          "us-east-2",
          "123456789012",
          "vpc-default",
          List.of("subnet-a", "subnet-b", "subnet-c"),
          List.of("us-east-2a", "us-east-2b", "us-east-2c"),
          "subnet-0123456789abcdef0",
          "sg-default");
}

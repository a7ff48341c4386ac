package io.albspec.proxy.control.operations;

import io.albspec.proxy.cloud.Cloud;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** Makes the ARNs and DNS names of new resources. */
final class Names {

  private final RandomGenerator random = new SecureRandom();
  private final String prefix;
  private final String domain;

  Names(Cloud cloud) {
    this.prefix = "arn:aws:elasticloadbalancing:%s:%s:".formatted(cloud.region(), cloud.account());
    this.domain = cloud.region() + ".elb.amazonaws.com";
  }

  String balancer(String name) {
    return prefix + "loadbalancer/app/" + name + "/" + id();
  }

  String targetGroup(String name) {
    return prefix + "targetgroup/" + name + "/" + id();
  }

  String trustStore(String name) {
    return prefix + "truststore/" + name + "/" + id();
  }

  /** The ARN of a listener of that load balancer. */
  String listener(String balancerArn) {
    return balancerArn.replace(":loadbalancer/", ":listener/") + "/" + id();
  }

  /** The ARN of a rule of that listener. */
  String rule(String listenerArn) {
    return listenerArn.replace(":listener/", ":listener-rule/") + "/" + id();
  }

  /** The DNS name of a load balancer. */
  String dns(String name, boolean internal) {
    int number = random.nextInt(100_000_000, 2_000_000_000);
    return (internal ? "internal-" : "") + name + "-" + number + "." + domain;
  }

  private String id() {
    byte[] bytes = new byte[8];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}

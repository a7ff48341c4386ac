package io.albspec.proxy.template;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The types of resources that a template can have made, and the actions that make them. */
enum ResourceType {
  LOAD_BALANCER("LoadBalancer", "CreateLoadBalancer", "DescribeLoadBalancers", "LoadBalancerArn"),
  TARGET_GROUP("TargetGroup", "CreateTargetGroup", "DescribeTargetGroups", "TargetGroupArn"),
  LISTENER("Listener", "CreateListener", "DescribeListeners", "ListenerArn"),
  LISTENER_RULE("ListenerRule", "CreateRule", "DescribeRules", "RuleArn"),
  LISTENER_CERTIFICATE("ListenerCertificate", "AddListenerCertificates", null, "CertificateArn"),
  TRUST_STORE("TrustStore", "CreateTrustStore", "DescribeTrustStores", "TrustStoreArn"),
  TRUST_STORE_REVOCATION("TrustStoreRevocation", "AddTrustStoreRevocations", null, "TrustStoreArn");

  /** What the names of all of them begin with. */
  static final String SERVICE = "AWS::ElasticLoadBalancingV2::";

  private final String typeName;
  private final String create;
  private final String describe;
  private final String arn;

  /**
   * A property that an action of its own sets.
   *
   * @param property its name in a template
   * @param action what sets it
   * @param member what it is called there
   */
  record Also(String property, String action, String member) {}

  ResourceType(String name, String create, String describe, String arn) {
    this.typeName = SERVICE + name;
    this.create = create;
    this.describe = describe;
    this.arn = arn;
  }

  /** The one that a template calls so. */
  static Optional<ResourceType> named(String typeName) {
    return Arrays.stream(values()).filter(type -> type.typeName.equals(typeName)).findFirst();
  }

  /** The names of all of them, for messages. */
  static String names() {
    return Arrays.stream(values()).map(type -> type.typeName).collect(Collectors.joining(", "));
  }

  /** The action that makes one. */
  String create() {
    return create;
  }

  /** The action that shows one, given its ARN, if there is such an action. */
  Optional<String> describe() {
    return Optional.ofNullable(describe);
  }

  /** The member that identifies it, in answers and in later requests. */
  String arn() {
    return arn;
  }

  /** What is set once it is made. */
  List<Also> also() {
    return switch (this) {
      case LOAD_BALANCER ->
          List.of(new Also("LoadBalancerAttributes", "ModifyLoadBalancerAttributes", "Attributes"));
      case TARGET_GROUP ->
          List.of(
              new Also("TargetGroupAttributes", "ModifyTargetGroupAttributes", "Attributes"),
              new Also("Targets", "RegisterTargets", "Targets"));
      case LISTENER ->
          List.of(new Also("ListenerAttributes", "ModifyListenerAttributes", "Attributes"));
      default -> List.of();
    };
  }

  /** Whether it has a name, which is made up if the template gives none. */
  boolean isNamed() {
    return this == LOAD_BALANCER || this == TARGET_GROUP || this == TRUST_STORE;
  }

  /** Whether it has a name as in the dimensions of metrics, under that attribute. */
  boolean isFullName(String attribute) {
    return (this == LOAD_BALANCER || this == TARGET_GROUP)
        && attribute.equals(typeName.substring(SERVICE.length()) + "FullName");
  }
}

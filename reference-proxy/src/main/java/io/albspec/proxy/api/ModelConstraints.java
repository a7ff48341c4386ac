package io.albspec.proxy.api;

import static io.albspec.proxy.api.Constraint.NEWER;
import static io.albspec.proxy.api.Constraint.REQUIRED;
import static io.albspec.proxy.api.Constraint.atLeast;
import static io.albspec.proxy.api.Constraint.atMost;
import static io.albspec.proxy.api.Constraint.longerThanOrEqual;
import static io.albspec.proxy.api.Constraint.oneOf;
import static io.albspec.proxy.api.Constraint.pattern;
import static io.albspec.proxy.api.Constraint.shorterThanOrEqual;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The constraints of the API's model, as it was when the guide was written, by shape and member.
 * {@code Shape.Member[]} stands for each item of a list.
 */
final class ModelConstraints {

  private static final String TAG_TEXT = "^([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*)$";
  private static final String TRUST_STORE_NAME = "^([a-zA-Z0-9]+-)*[a-zA-Z0-9]+$";
  private static final Constraint PROTOCOL =
      oneOf("HTTP", "HTTPS", "TCP", "TLS", "UDP", "TCP_UDP", "GENEVE");
  private static final Constraint BALANCER_ADDRESSES =
      oneOf("ipv4", "dualstack", "dualstack-without-public-ipv4");

  private static final Map<String, List<Constraint>> TABLE = table();

  private ModelConstraints() {}

  /** What a member must satisfy. */
  static List<Constraint> of(String shape, String member) {
    return TABLE.getOrDefault(shape + "." + member, List.of());
  }

  private static Map<String, List<Constraint>> table() {
    Rows rows = new Rows();
    required(rows);
    newer(rows);
    paging(rows);
    balancers(rows);
    targetGroups(rows);
    targets(rows);
    listenersAndRules(rows);
    trustStores(rows);
    tags(rows);
    return Collections.unmodifiableMap(rows.byMember);
  }

  private static void required(Rows rows) {
    rows.add("AddListenerCertificatesRequest", REQUIRED, "ListenerArn", "Certificates")
        .add("AddTagsRequest", REQUIRED, "ResourceArns", "Tags")
        .add("CreateListenerRequest", REQUIRED, "LoadBalancerArn", "DefaultActions")
        .add("CreateLoadBalancerRequest", REQUIRED, "Name")
        .add("CreateRuleRequest", REQUIRED, "ListenerArn", "Conditions", "Priority", "Actions")
        .add("CreateTargetGroupRequest", REQUIRED, "Name")
        .add("DeleteListenerRequest", REQUIRED, "ListenerArn")
        .add("DeleteLoadBalancerRequest", REQUIRED, "LoadBalancerArn")
        .add("DeleteRuleRequest", REQUIRED, "RuleArn")
        .add("DeleteTargetGroupRequest", REQUIRED, "TargetGroupArn")
        .add("DeregisterTargetsRequest", REQUIRED, "TargetGroupArn", "Targets")
        .add("DescribeLoadBalancerAttributesRequest", REQUIRED, "LoadBalancerArn")
        .add("DescribeTagsRequest", REQUIRED, "ResourceArns")
        .add("DescribeTargetGroupAttributesRequest", REQUIRED, "TargetGroupArn")
        .add("DescribeTargetHealthRequest", REQUIRED, "TargetGroupArn")
        .add("ModifyListenerRequest", REQUIRED, "ListenerArn")
        .add("ModifyLoadBalancerAttributesRequest", REQUIRED, "LoadBalancerArn", "Attributes")
        .add("DescribeListenerCertificatesRequest", REQUIRED, "ListenerArn")
        .add("ModifyRuleRequest", REQUIRED, "RuleArn")
        .add("ModifyTargetGroupRequest", REQUIRED, "TargetGroupArn")
        .add("ModifyTargetGroupAttributesRequest", REQUIRED, "TargetGroupArn", "Attributes")
        .add("RegisterTargetsRequest", REQUIRED, "TargetGroupArn", "Targets")
        .add("RemoveListenerCertificatesRequest", REQUIRED, "ListenerArn", "Certificates")
        .add("RemoveTagsRequest", REQUIRED, "ResourceArns", "TagKeys")
        .add("SetIpAddressTypeRequest", REQUIRED, "LoadBalancerArn", "IpAddressType")
        .add("SetRulePrioritiesRequest", REQUIRED, "RulePriorities")
        .add("SetSecurityGroupsRequest", REQUIRED, "LoadBalancerArn", "SecurityGroups")
        .add("SetSubnetsRequest", REQUIRED, "LoadBalancerArn");
  }

  private static void newer(Rows rows) {
    rows.add("CreateLoadBalancerRequest", NEWER, "EnablePrefixForIpv6SourceNat", "IpamPools")
        .add("SetSubnetsRequest", NEWER, "EnablePrefixForIpv6SourceNat")
        .add("SubnetMapping", NEWER, "SourceNatIpv6Prefix")
        .add("CreateTargetGroupRequest", NEWER, "TargetControlPort")
        .add("TargetDescription", NEWER, "QuicServerId")
        .add("MutualAuthenticationAttributes", NEWER, "AdvertiseTrustStoreCaNames")
        .add("MutualAuthenticationAttributes", NEWER, "TrustStoreAssociationStatus")
        .add("CreateRuleRequest", NEWER, "Transforms")
        .add("ModifyRuleRequest", NEWER, "Transforms", "ResetTransforms")
        .add("Action", NEWER, "JwtValidationConfig")
        .add("RuleCondition", NEWER, "RegexValues")
        .add("HostHeaderConditionConfig", NEWER, "RegexValues")
        .add("PathPatternConditionConfig", NEWER, "RegexValues")
        .add("HttpHeaderConditionConfig", NEWER, "RegexValues");
  }

  private static void paging(Rows rows) {
    List<String> paged =
        List.of(
            "AccountLimits",
            "ListenerCertificates",
            "Listeners",
            "LoadBalancers",
            "Rules",
            "SslPolicies",
            "TargetGroups",
            "TrustStoreAssociations",
            "TrustStoreRevocations",
            "TrustStores");
    for (String kind : paged) {
      rows.range("Describe" + kind + "Request", "PageSize", 1, 400);
    }
  }

  private static void balancers(Rows rows) {
    String create = "CreateLoadBalancerRequest";
    rows.add(create, oneOf("internet-facing", "internal"), "Scheme")
        .add(create, oneOf("application", "network", "gateway"), "Type")
        .add(create, BALANCER_ADDRESSES, "IpAddressType")
        .add(create, shorterThanOrEqual(256), "CustomerOwnedIpv4Pool")
        .add(create, pattern("^(ipv4pool-coip-)[a-zA-Z0-9]+$"), "CustomerOwnedIpv4Pool")
        .add("SetSubnetsRequest", BALANCER_ADDRESSES, "IpAddressType")
        .add("SetIpAddressTypeRequest", BALANCER_ADDRESSES, "IpAddressType")
        .add(
            "SetSecurityGroupsRequest",
            oneOf("on", "off"),
            "EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic")
        .add("ModifyLoadBalancerAttributesRequest", shorterThanOrEqual(20), "Attributes")
        .text("LoadBalancerAttribute", "Key", 0, 256)
        .add("LoadBalancerAttribute", pattern("^[a-zA-Z0-9._]+$"), "Key")
        .text("LoadBalancerAttribute", "Value", 0, 1024)
        .add(
            "DescribeSslPoliciesRequest",
            oneOf("application", "network", "gateway"),
            "LoadBalancerType");
  }

  private static void targetGroups(Rows rows) {
    String create = "CreateTargetGroupRequest";
    rows.add(create, PROTOCOL, "Protocol")
        .range(create, "Port", 1, 65535)
        .add(create, oneOf("instance", "ip", "lambda", "alb"), "TargetType")
        .add(create, oneOf("ipv4", "ipv6"), "IpAddressType")
        .text("TargetGroupAttribute", "Key", 0, 256)
        .add("TargetGroupAttribute", pattern("^[a-zA-Z0-9._]+$"), "Key");
    for (String request : List.of(create, "ModifyTargetGroupRequest")) {
      rows.add(request, PROTOCOL, "HealthCheckProtocol")
          .text(request, "HealthCheckPath", 1, 1024)
          .range(request, "HealthCheckIntervalSeconds", 5, 300)
          .range(request, "HealthCheckTimeoutSeconds", 2, 120)
          .range(request, "HealthyThresholdCount", 2, 10)
          .range(request, "UnhealthyThresholdCount", 2, 10);
    }
  }

  private static void targets(Rows rows) {
    rows.add("TargetDescription", REQUIRED, "Id")
        .range("TargetDescription", "Port", 1, 65535)
        .add("DescribeTargetHealthRequest", oneOf("AnomalyDetection", "All"), "Include[]");
  }

  private static void listenersAndRules(Rows rows) {
    for (String request : List.of("CreateListenerRequest", "ModifyListenerRequest")) {
      rows.add(request, PROTOCOL, "Protocol").range(request, "Port", 1, 65535);
    }
    rows.range("CreateRuleRequest", "Priority", 1, 50000)
        .range("RulePriorityPair", "Priority", 1, 50000)
        .text("RuleCondition", "Field", 0, 64)
        .add("Action", REQUIRED, "Type")
        .add(
            "Action",
            oneOf(
                "forward",
                "authenticate-oidc",
                "authenticate-cognito",
                "redirect",
                "fixed-response"),
            "Type")
        .range("Action", "Order", 1, 50000)
        .add("RedirectActionConfig", pattern("^(HTTPS?|#\\{protocol\\})$"), "Protocol")
        .text("RedirectActionConfig", "Host", 1, 128)
        .text("RedirectActionConfig", "Path", 1, 128)
        .text("RedirectActionConfig", "Query", 0, 128)
        .add("RedirectActionConfig", REQUIRED, "StatusCode")
        .add("RedirectActionConfig", oneOf("HTTP_301", "HTTP_302"), "StatusCode")
        .text("FixedResponseActionConfig", "MessageBody", 0, 1024)
        .add("FixedResponseActionConfig", REQUIRED, "StatusCode")
        .add("FixedResponseActionConfig", pattern("^(2|4|5)\\d\\d$"), "StatusCode")
        .text("FixedResponseActionConfig", "ContentType", 0, 32);
    authentication(rows);
  }

  private static void authentication(Rows rows) {
    Constraint unauthenticated = oneOf("deny", "allow", "authenticate");
    rows.add(
            "AuthenticateOidcActionConfig",
            REQUIRED,
            "Issuer",
            "AuthorizationEndpoint",
            "TokenEndpoint",
            "UserInfoEndpoint",
            "ClientId")
        .add("AuthenticateOidcActionConfig", unauthenticated, "OnUnauthenticatedRequest")
        .add(
            "AuthenticateCognitoActionConfig",
            REQUIRED,
            "UserPoolArn",
            "UserPoolClientId",
            "UserPoolDomain")
        .add("AuthenticateCognitoActionConfig", unauthenticated, "OnUnauthenticatedRequest");
  }

  private static void trustStores(Rows rows) {
    for (String request : List.of("CreateTrustStoreRequest", "ModifyTrustStoreRequest")) {
      rows.add(request, REQUIRED, "CaCertificatesBundleS3Bucket", "CaCertificatesBundleS3Key");
    }
    for (String action :
        List.of(
            "AddTrustStoreRevocations",
            "DeleteTrustStore",
            "DescribeTrustStoreAssociations",
            "DescribeTrustStoreRevocations",
            "GetTrustStoreCaCertificatesBundle",
            "GetTrustStoreRevocationContent",
            "ModifyTrustStore",
            "RemoveTrustStoreRevocations")) {
      rows.add(action + "Request", REQUIRED, "TrustStoreArn");
    }
    rows.add("CreateTrustStoreRequest", REQUIRED, "Name")
        .text("CreateTrustStoreRequest", "Name", 1, 32)
        .add("CreateTrustStoreRequest", pattern(TRUST_STORE_NAME), "Name")
        .text("DescribeTrustStoresRequest", "Names[]", 1, 32)
        .add("DescribeTrustStoresRequest", pattern(TRUST_STORE_NAME), "Names[]")
        .add("GetTrustStoreRevocationContentRequest", REQUIRED, "RevocationId")
        .add("RemoveTrustStoreRevocationsRequest", REQUIRED, "RevocationIds")
        .add("RevocationContent", oneOf("CRL"), "RevocationType");
  }

  private static void tags(Rows rows) {
    rows.add("Tag", REQUIRED, "Key")
        .text("Tag", "Key", 1, 128)
        .add("Tag", pattern(TAG_TEXT), "Key")
        .text("Tag", "Value", 0, 256)
        .add("Tag", pattern(TAG_TEXT), "Value")
        .text("RemoveTagsRequest", "TagKeys[]", 1, 128)
        .add("RemoveTagsRequest", pattern(TAG_TEXT), "TagKeys[]")
        .add("AddTagsRequest", longerThanOrEqual(1), "Tags");
    for (String kind : List.of("Listener", "LoadBalancer", "Rule", "TargetGroup", "TrustStore")) {
      rows.add("Create" + kind + "Request", longerThanOrEqual(1), "Tags");
    }
  }

  /** The table while it is being written down. */
  private static final class Rows {

    private final Map<String, List<Constraint>> byMember = new HashMap<>();

    Rows add(String shape, Constraint constraint, String... members) {
      for (String member : members) {
        byMember.computeIfAbsent(shape + "." + member, key -> new ArrayList<>()).add(constraint);
      }
      return this;
    }

    Rows range(String shape, String member, int minimum, int maximum) {
      return add(shape, atLeast(minimum), member).add(shape, atMost(maximum), member);
    }

    Rows text(String shape, String member, int minimum, int maximum) {
      return add(shape, longerThanOrEqual(minimum), member)
          .add(shape, shorterThanOrEqual(maximum), member);
    }
  }
}

package io.albspec.proxy.control.operations;

import io.albspec.proxy.control.operations.Operation.Handler;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.AddListenerCertificatesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.AddTagsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.AddTrustStoreRevocationsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateListenerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateLoadBalancerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateRuleRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateTargetGroupRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateTrustStoreRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeleteListenerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeleteLoadBalancerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeleteRuleRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeleteTargetGroupRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeleteTrustStoreRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeregisterTargetsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeAccountLimitsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeListenerCertificatesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeListenersRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancerAttributesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancersRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeRulesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeSslPoliciesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTagsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetGroupAttributesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetGroupsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetHealthRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTrustStoreAssociationsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTrustStoreRevocationsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTrustStoresRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.GetTrustStoreCaCertificatesBundleRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.GetTrustStoreRevocationContentRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyListenerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyLoadBalancerAttributesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyRuleRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyTargetGroupAttributesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyTargetGroupRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyTrustStoreRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RegisterTargetsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RemoveListenerCertificatesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RemoveTagsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RemoveTrustStoreRevocationsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.SetIpAddressTypeRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.SetRulePrioritiesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.SetSecurityGroupsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.SetSubnetsRequest;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/** The table of actions: the name on the wire, the request, what answers it. */
final class Operations {

  private final Map<String, Operation<?, ?, ?>> table = new TreeMap<>();

  /** The finished table. */
  Map<String, Operation<?, ?, ?>> table() {
    return Collections.unmodifiableMap(table);
  }

  Operations balancers(CreateBalancer create, Balancers balancers, BalancerSettings settings) {
    add("CreateLoadBalancer", CreateLoadBalancerRequest::builder, create::create);
    add("DescribeLoadBalancers", DescribeLoadBalancersRequest::builder, balancers::describe);
    add("DeleteLoadBalancer", DeleteLoadBalancerRequest::builder, balancers::delete);
    add("SetSubnets", SetSubnetsRequest::builder, settings::subnets);
    add("SetSecurityGroups", SetSecurityGroupsRequest::builder, settings::securityGroups);
    add("SetIpAddressType", SetIpAddressTypeRequest::builder, settings::ipAddressType);
    return this;
  }

  Operations attributes(AttributeOperations attributes) {
    add(
        "DescribeLoadBalancerAttributes",
        DescribeLoadBalancerAttributesRequest::builder,
        attributes::describeBalancer);
    add(
        "ModifyLoadBalancerAttributes",
        ModifyLoadBalancerAttributesRequest::builder,
        attributes::modifyBalancer);
    add(
        "DescribeTargetGroupAttributes",
        DescribeTargetGroupAttributesRequest::builder,
        attributes::describeGroup);
    add(
        "ModifyTargetGroupAttributes",
        ModifyTargetGroupAttributesRequest::builder,
        attributes::modifyGroup);
    return this;
  }

  Operations groups(CreateGroup create, Groups groups) {
    add("CreateTargetGroup", CreateTargetGroupRequest::builder, create::create);
    add("DescribeTargetGroups", DescribeTargetGroupsRequest::builder, groups::describe);
    add("ModifyTargetGroup", ModifyTargetGroupRequest::builder, groups::modify);
    add("DeleteTargetGroup", DeleteTargetGroupRequest::builder, groups::delete);
    return this;
  }

  Operations targets(Registration in, Deregistration out, TargetHealthOperation health) {
    add("RegisterTargets", RegisterTargetsRequest::builder, in::register);
    add("DeregisterTargets", DeregisterTargetsRequest::builder, out::deregister);
    add("DescribeTargetHealth", DescribeTargetHealthRequest::builder, health::describe);
    return this;
  }

  Operations listeners(CreateListener create, Listeners listeners, ModifyListener modify) {
    add("CreateListener", CreateListenerRequest::builder, create::create);
    add("DescribeListeners", DescribeListenersRequest::builder, listeners::describe);
    add("ModifyListener", ModifyListenerRequest::builder, modify::modify);
    add("DeleteListener", DeleteListenerRequest::builder, listeners::delete);
    return this;
  }

  Operations rules(CreateRule create, Rules rules, RulePriorities priorities) {
    add("CreateRule", CreateRuleRequest::builder, create::create);
    add("DescribeRules", DescribeRulesRequest::builder, rules::describe);
    add("ModifyRule", ModifyRuleRequest::builder, rules::modify);
    add("DeleteRule", DeleteRuleRequest::builder, rules::delete);
    add("SetRulePriorities", SetRulePrioritiesRequest::builder, priorities::set);
    return this;
  }

  Operations tags(TagOperations tags) {
    add("AddTags", AddTagsRequest::builder, tags::add);
    add("RemoveTags", RemoveTagsRequest::builder, tags::remove);
    add("DescribeTags", DescribeTagsRequest::builder, tags::describe);
    return this;
  }

  Operations certificates(ListenerCertificates certificates) {
    add("AddListenerCertificates", AddListenerCertificatesRequest::builder, certificates::add);
    add(
        "DescribeListenerCertificates",
        DescribeListenerCertificatesRequest::builder,
        certificates::describe);
    add(
        "RemoveListenerCertificates",
        RemoveListenerCertificatesRequest::builder,
        certificates::remove);
    return this;
  }

  Operations trustStores(TrustStores stores, TrustStoreUse use, TrustLocations locations) {
    add("CreateTrustStore", CreateTrustStoreRequest::builder, stores::create);
    add("DescribeTrustStores", DescribeTrustStoresRequest::builder, stores::describe);
    add("ModifyTrustStore", ModifyTrustStoreRequest::builder, stores::modify);
    add("DeleteTrustStore", DeleteTrustStoreRequest::builder, stores::delete);
    add(
        "DescribeTrustStoreAssociations",
        DescribeTrustStoreAssociationsRequest::builder,
        use::describe);
    add(
        "GetTrustStoreCaCertificatesBundle",
        GetTrustStoreCaCertificatesBundleRequest::builder,
        locations::bundle);
    add(
        "GetTrustStoreRevocationContent",
        GetTrustStoreRevocationContentRequest::builder,
        locations::revocation);
    return this;
  }

  Operations revocations(Revocations revocations) {
    add("AddTrustStoreRevocations", AddTrustStoreRevocationsRequest::builder, revocations::add);
    add(
        "DescribeTrustStoreRevocations",
        DescribeTrustStoreRevocationsRequest::builder,
        revocations::describe);
    add(
        "RemoveTrustStoreRevocations",
        RemoveTrustStoreRevocationsRequest::builder,
        revocations::remove);
    return this;
  }

  Operations account(AccountLimits limits) {
    add("DescribeAccountLimits", DescribeAccountLimitsRequest::builder, limits::describe);
    add("DescribeSSLPolicies", DescribeSslPoliciesRequest::builder, SslPolicies::describe);
    return this;
  }

  private <B extends SdkBuilder<B, Q> & SdkPojo, Q extends SdkPojo, A extends SdkPojo> void add(
      String action, Supplier<B> request, Handler<Q, A> handler) {
    table.put(action, new Operation<>(request, handler));
  }
}

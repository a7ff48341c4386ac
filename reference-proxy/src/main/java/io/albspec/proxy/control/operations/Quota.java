package io.albspec.proxy.control.operations;

import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.control.rules.Conditions;
import io.albspec.proxy.control.rules.Forward;

/** The quotas of the guide (chapter "Quotas") by the names DescribeAccountLimits has for them. */
enum Quota {
  BALANCERS("application-load-balancers", 50, "TooManyLoadBalancers", "load balancers"),
  CERTIFICATES(
      "certificates-per-application-load-balancer",
      25,
      "TooManyCertificates",
      "certificates per load balancer"),
  LISTENERS(
      "listeners-per-application-load-balancer",
      50,
      "TooManyListeners",
      "listeners per load balancer"),
  GROUPS_PER_ACTION(
      "target-groups-per-action-on-application-load-balancer",
      Forward.GROUPS_PER_ACTION,
      "TooManyTargetGroups",
      "target groups per action"),
  GROUPS_PER_BALANCER(
      "target-groups-per-application-load-balancer",
      100,
      "TooManyUniqueTargetGroupsPerLoadBalancer",
      "target groups per load balancer"),
  TARGETS_PER_BALANCER(
      "targets-per-application-load-balancer", 1000, "TooManyTargets", "targets per load balancer"),
  REGISTRATIONS_PER_TARGET(
      "target-id-registrations-per-application-load-balancer",
      100,
      "TooManyRegistrationsForTargetId",
      "registrations of a target per load balancer"),
  GROUPS("target-groups", 3000, "TooManyTargetGroups", "target groups"),
  TARGETS_PER_GROUP("targets-per-target-group", 1000, "TooManyTargets", "targets per target group"),
  FUNCTIONS_PER_GROUP(
      "lambda-functions-per-target-group",
      1,
      "TooManyTargets",
      "Lambda functions per target group"),
  BALANCERS_PER_GROUP(
      "load-balancers-per-target-group",
      1,
      "TargetGroupAssociationLimit",
      "load balancers per target group"),
  RULES("rules-per-application-load-balancer", 100, "TooManyRules", "rules per load balancer"),
  CONDITION_VALUES(
      "condition-values-per-alb-rule",
      Conditions.VALUES_PER_RULE,
      "ValidationError",
      "condition values per rule"),
  CONDITION_WILDCARDS(
      "condition-wildcards-per-alb-rule",
      Conditions.WILDCARDS_PER_RULE,
      "ValidationError",
      "condition wildcards per rule"),
  TRUST_STORES("trust-stores-per-account", 20, "TooManyTrustStores", "trust stores"),
  VERIFYING_LISTENERS(
      "listeners-in-verify-mode-per-application-load-balancer",
      2,
      "InvalidConfigurationRequest",
      "listeners in verify mode per load balancer"),
  CA_CERTIFICATES(
      "ca-certificates-per-trust-store",
      25,
      "InvalidCaCertificatesBundle",
      "CA certificates per trust store"),
  REVOCATION_LISTS(
      "revocation-lists-per-trust-store",
      30,
      "TooManyTrustStoreRevocationEntries",
      "revocation lists per trust store"),
  REVOCATION_ENTRIES(
      "revocation-entries-per-trust-store",
      500_000,
      "TooManyTrustStoreRevocationEntries",
      "revocation entries per trust store");

  private final String limit;
  private final int maximum;
  private final String code;
  private final String what;

  Quota(String limit, int maximum, String code, String what) {
    this.limit = limit;
    this.maximum = maximum;
    this.code = code;
    this.what = what;
  }

  /** Its name. */
  String limit() {
    return limit;
  }

  /** How many are allowed. */
  int maximum() {
    return maximum;
  }

  /** Refuses more than are allowed. */
  void check(long count) throws ApiException {
    if (count > maximum) {
      throw new ApiException(
          code, "The maximum number of %s '%d' has been reached".formatted(what, maximum));
    }
  }
}

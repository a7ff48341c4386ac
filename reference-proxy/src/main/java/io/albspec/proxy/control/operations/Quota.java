package io.albspec.proxy.control.operations;

import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.control.rules.Conditions;
import io.albspec.proxy.control.rules.Forward;
import java.util.Arrays;
import java.util.Optional;

/** The quotas of the guide (chapter "Quotas") by the names DescribeAccountLimits has for them. */
enum Quota {
  BALANCERS(
      "application-load-balancers", 50, "TooManyLoadBalancers", "load balancers", Kind.ADJUSTABLE),
  CERTIFICATES(
      "certificates-per-application-load-balancer",
      25,
      "TooManyCertificates",
      "certificates per load balancer",
      Kind.ADJUSTABLE),
  LISTENERS(
      "listeners-per-application-load-balancer",
      50,
      "TooManyListeners",
      "listeners per load balancer",
      Kind.ADJUSTABLE),
  GROUPS_PER_ACTION(
      "target-groups-per-action-on-application-load-balancer",
      Forward.GROUPS_PER_ACTION,
      "TooManyTargetGroups",
      "target groups per action",
      Kind.FIXED),
  GROUPS_PER_BALANCER(
      "target-groups-per-application-load-balancer",
      100,
      "TooManyUniqueTargetGroupsPerLoadBalancer",
      "target groups per load balancer",
      Kind.FIXED),
  TARGETS_PER_BALANCER(
      "targets-per-application-load-balancer",
      1000,
      "TooManyTargets",
      "targets per load balancer",
      Kind.ADJUSTABLE),
  REGISTRATIONS_PER_TARGET(
      "target-id-registrations-per-application-load-balancer",
      100,
      "TooManyRegistrationsForTargetId",
      "registrations of a target per load balancer",
      Kind.FIXED),
  GROUPS("target-groups", 3000, "TooManyTargetGroups", "target groups", Kind.ADJUSTABLE),
  TARGETS_PER_GROUP(
      "targets-per-target-group",
      1000,
      "TooManyTargets",
      "targets per target group",
      Kind.ADJUSTABLE),
  FUNCTIONS_PER_GROUP(
      "lambda-functions-per-target-group",
      1,
      "TooManyTargets",
      "Lambda functions per target group",
      Kind.FIXED),
  BALANCERS_PER_GROUP(
      "load-balancers-per-target-group",
      1,
      "TargetGroupAssociationLimit",
      "load balancers per target group",
      Kind.FIXED),
  RULES(
      "rules-per-application-load-balancer",
      100,
      "TooManyRules",
      "rules per load balancer",
      Kind.ADJUSTABLE),
  CONDITION_VALUES(
      "condition-values-per-alb-rule",
      Conditions.VALUES_PER_RULE,
      "ValidationError",
      "condition values per rule",
      Kind.FIXED),
  CONDITION_WILDCARDS(
      "condition-wildcards-per-alb-rule",
      Conditions.WILDCARDS_PER_RULE,
      "ValidationError",
      "condition wildcards per rule",
      Kind.FIXED),
  TRUST_STORES(
      "trust-stores-per-account", 20, "TooManyTrustStores", "trust stores", Kind.ADJUSTABLE),
  VERIFYING_LISTENERS(
      "listeners-in-verify-mode-per-application-load-balancer",
      2,
      "InvalidConfigurationRequest",
      "listeners in verify mode per load balancer",
      Kind.FIXED),
  CA_CERTIFICATES(
      "ca-certificates-per-trust-store",
      25,
      "InvalidCaCertificatesBundle",
      "CA certificates per trust store",
      Kind.ADJUSTABLE),
  REVOCATION_LISTS(
      "revocation-lists-per-trust-store",
      30,
      "TooManyTrustStoreRevocationEntries",
      "revocation lists per trust store",
      Kind.ADJUSTABLE),
  REVOCATION_ENTRIES(
      "revocation-entries-per-trust-store",
      500_000,
      "TooManyTrustStoreRevocationEntries",
      "revocation entries per trust store",
      Kind.ADJUSTABLE);

  private final String limit;
  private final int standard;
  private final String code;
  private final String what;
  private final Kind kind;

  Quota(String limit, int standard, String code, String what, Kind kind) {
    this.limit = limit;
    this.standard = standard;
    this.code = code;
    this.what = what;
    this.kind = kind;
  }

  /** The quota of that name. */
  static Optional<Quota> named(String limit) {
    return Arrays.stream(values()).filter(quota -> quota.limit.equals(limit)).findFirst();
  }

  /** Its name. */
  String limit() {
    return limit;
  }

  /** How many are allowed unless it is adjusted. */
  int standard() {
    return standard;
  }

  /** Whether an account may have another value. */
  boolean adjustable() {
    return kind == Kind.ADJUSTABLE;
  }

  /** The refusal of more than are allowed. */
  ApiException exceeded(int maximum) {
    return new ApiException(
        code, "The maximum number of %s '%d' has been reached".formatted(what, maximum));
  }

  /** Whether the guide lets a quota be increased. */
  enum Kind {
    ADJUSTABLE,
    FIXED
  }
}

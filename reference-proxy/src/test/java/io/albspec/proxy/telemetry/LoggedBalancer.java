package io.albspec.proxy.telemetry;

import io.albspec.proxy.control.BalancerConfig;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;

/** A load balancer whose access logs are configured. */
final class LoggedBalancer {

  static final String ARN =
      "arn:aws:elasticloadbalancing:us-east-2:123456789012:loadbalancer/app/my-lb/50dc6c495c0c9188";

  private LoggedBalancer() {}

  /** One with access logs enabled. */
  static BalancerConfig in(String bucket, String prefix) {
    return with("true", bucket, prefix);
  }

  static BalancerConfig disabled() {
    return with("false", "", "");
  }

  private static BalancerConfig with(String enabled, String bucket, String prefix) {
    return new BalancerConfig(
        LoadBalancer.builder().loadBalancerArn(ARN).build(),
        Map.of(
            "access_logs.s3.enabled", enabled,
            "access_logs.s3.bucket", bucket,
            "access_logs.s3.prefix", prefix),
        Map.of(),
        List.of(),
        List.of());
  }
}

package io.albspec.proxy.control.operations;

import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.control.Config;
import io.albspec.proxy.control.TargetConfig;
import io.albspec.proxy.control.TargetGroupConfig;
import io.albspec.proxy.control.operations.Configuration.Changed;
import io.albspec.proxy.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeregisterTargetsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeregisterTargetsResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;

/** DeregisterTargets (guide, "Deregistration delay"). */
final class Deregistration {

  private final Configuration configuration;
  private final Draining draining;
  private final Time time;

  Deregistration(Configuration configuration, Draining draining, Time time) {
    this.configuration = configuration;
    this.draining = draining;
    this.time = time;
  }

  DeregisterTargetsResponse deregister(DeregisterTargetsRequest request) throws ApiException {
    if (request.targets().isEmpty()) {
      throw ApiException.validation("At least one target must be specified");
    }
    String arn = request.targetGroupArn();
    Duration delay = configuration.change(config -> deregister(config, arn, request.targets()));
    if (!delay.isZero()) {
      draining.endAfter(arn, delay);
    }
    return DeregisterTargetsResponse.builder().build();
  }

  private Changed<Duration> deregister(Config config, String arn, List<TargetDescription> leaving)
      throws ApiException {
    TargetGroupConfig group = Lookup.targetGroup(config, arn);
    Set<TargetKey> keys = new HashSet<>();
    leaving.forEach(asked -> keys.add(TargetKey.of(group, asked)));
    Duration delay = delay(group);
    Instant end = time.now().plus(delay);
    List<TargetConfig> targets = new ArrayList<>();
    for (TargetConfig target : group.targets()) {
      boolean leaves = keys.contains(TargetKey.of(target)) && !target.draining();
      if (!leaves) {
        targets.add(target);
      } else if (!delay.isZero()) {
        targets.add(target.drainingUntil(end));
      }
    }
    return new Changed<>(config.with(group.withTargets(targets)), delay);
  }

  private static Duration delay(TargetGroupConfig group) {
    String seconds = group.attributes().get("deregistration_delay.timeout_seconds");
    return seconds == null ? Duration.ZERO : Duration.ofSeconds(Long.parseLong(seconds));
  }
}

package io.albspec.proxy.control.operations;

import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.control.Config;
import io.albspec.proxy.control.TargetConfig;
import io.albspec.proxy.control.TargetGroupConfig;
import io.albspec.proxy.time.Time;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetHealthRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetHealthResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealth;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthDescription;

/** DescribeTargetHealth. */
final class TargetHealthOperation {

  private static final Set<String> ANOMALY_DETECTION = Set.of("AnomalyDetection", "All");

  private final Configuration configuration;
  private final TargetStates states;
  private final Time time;

  TargetHealthOperation(Configuration configuration, TargetStates states, Time time) {
    this.configuration = configuration;
    this.states = states;
    this.time = time;
  }

  DescribeTargetHealthResponse describe(DescribeTargetHealthRequest request) throws ApiException {
    Config config = configuration.current();
    TargetGroupConfig group = Lookup.targetGroup(config, request.targetGroupArn());
    Instant now = time.now();
    Map<TargetKey, TargetConfig> registered = new HashMap<>();
    List<TargetDescription> asked = new ArrayList<>(request.targets());
    for (TargetConfig target : group.targets()) {
      if (!Draining.drained(target, now)) {
        registered.put(TargetKey.of(target), target);
        if (request.targets().isEmpty()) {
          asked.add(target.resource());
        }
      }
    }
    TargetStates.Group inGroup = states.of(config, group);
    boolean withAnomalies =
        request.includeAsStrings().stream().anyMatch(ANOMALY_DETECTION::contains);
    List<TargetHealthDescription> descriptions = new ArrayList<>();
    for (TargetDescription target : asked) {
      TargetKey key = TargetKey.of(group, target);
      TargetConfig known = registered.get(key);
      TargetHealthDescription shown =
          description(group, target, Optional.ofNullable(known), inGroup);
      descriptions.add(
          withAnomalies && known != null
              ? shown.copy(
                  with -> inGroup.anomalyDetection(known).ifPresent(with::anomalyDetection))
              : shown);
    }
    return DescribeTargetHealthResponse.builder().targetHealthDescriptions(descriptions).build();
  }

  private static TargetHealthDescription description(
      TargetGroupConfig group,
      TargetDescription asked,
      Optional<TargetConfig> registered,
      TargetStates.Group states) {
    TargetDescription target = registered.map(TargetConfig::resource).orElse(asked);
    TargetHealth health = registered.map(states::health).orElseGet(TargetStates::notRegistered);
    TargetHealthDescription.Builder shown =
        TargetHealthDescription.builder().target(target).targetHealth(health);
    registered.ifPresent(known -> shown.healthCheckPort(healthCheckPort(group, known)));
    return shown.build();
  }

  private static String healthCheckPort(TargetGroupConfig group, TargetConfig target) {
    String port = group.resource().healthCheckPort();
    return port.equals(HealthCheck.TRAFFIC_PORT) ? String.valueOf(target.resource().port()) : port;
  }
}

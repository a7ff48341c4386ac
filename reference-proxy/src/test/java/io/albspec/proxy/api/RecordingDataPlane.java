package io.albspec.proxy.api;

import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.control.Config;
import io.albspec.proxy.control.DataPlane;
import io.albspec.proxy.control.TargetConfig;
import io.albspec.proxy.control.TargetGroupConfig;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealth;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthStateEnum;

/** Carries no traffic: remembers what was applied, and refuses when it is told to. */
public final class RecordingDataPlane implements DataPlane {

  private final List<Config> applied = new CopyOnWriteArrayList<>();
  private volatile Optional<ApiException> refusal = Optional.empty();
  private volatile boolean closed;

  /** Refuses every configuration from now on. */
  public void refuse(ApiException with) {
    refusal = Optional.of(with);
  }

  /** Takes every configuration again. */
  public void accept() {
    refusal = Optional.empty();
  }

  /** Every configuration that was applied. */
  public List<Config> applied() {
    return applied;
  }

  /** The configuration that was applied last. */
  public Config live() {
    return applied.get(applied.size() - 1);
  }

  /** Whether it was closed. */
  public boolean closed() {
    return closed;
  }

  @Override
  public void apply(Config config) throws ApiException {
    if (refusal.isPresent()) {
      throw refusal.get();
    }
    applied.add(config);
  }

  @Override
  public TargetHealth health(TargetGroupConfig group, TargetConfig target) {
    return TargetHealth.builder().state(TargetHealthStateEnum.HEALTHY).build();
  }

  @Override
  public void close() {
    closed = true;
  }
}

package io.albspec.proxy.control.operations;

import io.albspec.proxy.control.TargetConfig;
import io.albspec.proxy.control.TargetGroupConfig;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;

/** What tells the targets of a group apart. */
record TargetKey(String id, int port) {

  static TargetKey of(TargetConfig target) {
    return new TargetKey(target.resource().id(), target.resource().port());
  }

  /** The key of a target that is asked for; without a port, it is that of the group. */
  static TargetKey of(TargetGroupConfig group, TargetDescription asked) {
    Integer port = asked.port() == null ? group.resource().port() : asked.port();
    return new TargetKey(asked.id(), port);
  }
}

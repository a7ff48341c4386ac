package io.albspec.proxy.target;

import io.albspec.proxy.control.TargetGroupConfig;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ProtocolEnum;

/**
 * How requests go to the targets of a group (guide: "Routing configuration", "Protocol version").
 *
 * @param version of HTTP
 * @param isSecure whether over TLS
 */
public record TargetProtocol(ProtocolVersion version, boolean isSecure) {

  /** HTTP/1.1 without TLS. */
  public static final TargetProtocol PLAIN = new TargetProtocol(ProtocolVersion.HTTP1, false);

  /** That of a group. */
  static TargetProtocol of(TargetGroupConfig group) {
    return new TargetProtocol(
        ProtocolVersion.of(group), group.resource().protocol() == ProtocolEnum.HTTPS);
  }
}

package io.albspec.proxy.target;

import io.albspec.proxy.control.TargetGroupConfig;
import io.albspec.proxy.exchange.Exchange;
import io.albspec.proxy.exchange.RequestProtocol;

/** How requests are sent to the targets of a group (guide: "Protocol version"). */
public enum ProtocolVersion {
  HTTP1,
  HTTP2,
  GRPC;

  /** That of a group; groups of functions have none, which is as good as the default. */
  static ProtocolVersion of(TargetGroupConfig group) {
    return of(group.resource());
  }

  /** The same. */
  public static ProtocolVersion of(
      software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup group) {
    String version = group.protocolVersion();
    return version == null ? HTTP1 : valueOf(version);
  }

  /** Whether targets can get the request of an exchange. */
  public boolean takes(Exchange exchange) {
    RequestProtocol request = exchange.protocol();
    return switch (this) {
      case HTTP1 -> request != RequestProtocol.GRPC;
      case HTTP2 -> request != RequestProtocol.HTTP1;
      case GRPC -> request != RequestProtocol.HTTP1 && exchange.request().isMethod("POST");
    };
  }

  /** Whether it is carried by HTTP/2. */
  public boolean isHttp2() {
    return this != HTTP1;
  }
}

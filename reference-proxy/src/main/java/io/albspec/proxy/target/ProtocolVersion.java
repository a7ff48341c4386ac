package io.albspec.proxy.target;

import io.albspec.proxy.control.TargetGroupConfig;

/** How requests are sent to the targets of a group (guide: "Protocol version"). */
public enum ProtocolVersion {
  HTTP1,
  HTTP2,
  GRPC;

  /** That of a group; groups of functions have none, which is as good as the default. */
  static ProtocolVersion of(TargetGroupConfig group) {
    String version = group.resource().protocolVersion();
    return version == null ? HTTP1 : valueOf(version);
  }

  /** Whether it is carried by HTTP/2. */
  public boolean isHttp2() {
    return this != HTTP1;
  }
}

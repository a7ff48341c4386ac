package io.albspec.proxy.backend;

import io.albspec.proxy.exchange.OwnResponse;

/** What the client gets when a target fails (guide: "HTTP 502", "HTTP 504"). */
public final class Failures {

  /** The target failed, or what it said is malformed. */
  public static final OwnResponse BAD_GATEWAY = OwnResponse.error(502, "Bad Gateway", false);

  /** The target said nothing in time. */
  public static final OwnResponse GATEWAY_TIMEOUT =
      OwnResponse.error(504, "Gateway Time-out", false);

  private Failures() {}
}

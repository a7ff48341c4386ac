package io.albspec.proxy.backend;

import io.albspec.proxy.exchange.OwnResponse;

/** What the client gets when a target fails (guide: "HTTP 502", "HTTP 504"). */
final class Failures {

  static final OwnResponse BAD_GATEWAY = OwnResponse.error(502, "Bad Gateway", false);
  static final OwnResponse GATEWAY_TIMEOUT = OwnResponse.error(504, "Gateway Time-out", false);

  private Failures() {}
}

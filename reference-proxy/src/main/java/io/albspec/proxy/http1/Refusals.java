package io.albspec.proxy.http1;

import io.albspec.proxy.exchange.OwnResponse;

/** Answers to requests that cannot be routed; each ends the client's connection. */
public final class Refusals {

  /** Guide: "HTTP 400: Bad request". */
  public static final OwnResponse BAD_REQUEST = OwnResponse.error(400, "Bad Request", true);

  /** Guide: "HTTP 408: Request timeout". */
  public static final OwnResponse REQUEST_TIMEOUT = OwnResponse.error(408, "Request Timeout", true);

  /** Guide: "HTTP 414: URI too long". */
  static final OwnResponse URI_TOO_LONG = OwnResponse.error(414, "URI Too Long", true);

  /** Guide: "HTTP 501: Not implemented". */
  static final OwnResponse NOT_IMPLEMENTED = OwnResponse.error(501, "Not Implemented", true);

  private Refusals() {}
}

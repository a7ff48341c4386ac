package io.albspec.proxy.exchange;

/** The size limits of the guide's "Quotas: HTTP headers" (line 7188), in bytes; none adjustable. */
public final class Limits {

  /** The request line. */
  public static final int REQUEST_LINE = 16 * 1024;

  /** One header field. */
  public static final int SINGLE_HEADER = 16 * 1024;

  /** The head of a request. */
  public static final int REQUEST_HEAD = 64 * 1024;

  /** The head of a target's response. */
  public static final int RESPONSE_HEAD = 32 * 1024;

  private Limits() {}
}

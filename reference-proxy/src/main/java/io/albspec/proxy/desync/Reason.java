package io.albspec.proxy.desync;

/** The codes of the guide's "Classification reasons". */
public enum Reason {
  /** There is nothing to say against the request. */
  COMPLIANT("Compliant", Tier.COMPLIANT),
  AMBIGUOUS_URI("AmbiguousUri", Tier.AMBIGUOUS),
  BAD_CONTENT_LENGTH("BadContentLength", Tier.SEVERE),
  BAD_HEADER("BadHeader", Tier.SEVERE),
  BAD_TRANSFER_ENCODING("BadTransferEncoding", Tier.SEVERE),
  BAD_URI("BadUri", Tier.SEVERE),
  BAD_METHOD("BadMethod", Tier.SEVERE),
  BAD_VERSION("BadVersion", Tier.SEVERE),
  BOTH_TE_CL_PRESENT("BothTeClPresent", Tier.AMBIGUOUS),
  DUPLICATE_CONTENT_LENGTH("DuplicateContentLength", Tier.AMBIGUOUS),
  EMPTY_HEADER("EmptyHeader", Tier.AMBIGUOUS),
  GET_HEAD_ZERO_CONTENT_LENGTH("GetHeadZeroContentLength", Tier.ACCEPTABLE),
  MULTIPLE_CONTENT_LENGTH("MultipleContentLength", Tier.SEVERE),
  MULTIPLE_TRANSFER_ENCODING_CHUNKED("MultipleTransferEncodingChunked", Tier.SEVERE),
  NON_COMPLIANT_HEADER("NonCompliantHeader", Tier.ACCEPTABLE),
  NON_COMPLIANT_VERSION("NonCompliantVersion", Tier.ACCEPTABLE),
  SPACE_IN_URI("SpaceInUri", Tier.ACCEPTABLE),
  SUSPICIOUS_HEADER("SuspiciousHeader", Tier.AMBIGUOUS),
  UNDEFINED_CONTENT_LENGTH_SEMANTICS("UndefinedContentLengthSemantics", Tier.AMBIGUOUS),
  UNDEFINED_TRANSFER_ENCODING_SEMANTICS("UndefinedTransferEncodingSemantics", Tier.AMBIGUOUS);

  private final String code;
  private final Tier tier;

  Reason(String code, Tier tier) {
    this.code = code;
    this.tier = tier;
  }

  /** The code in the guide and the access log. */
  public String code() {
    return code;
  }

  /** How bad it is. */
  public Tier tier() {
    return tier;
  }
}

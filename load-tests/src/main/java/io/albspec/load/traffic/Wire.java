package io.albspec.load.traffic;

/** The names by which a request is known wherever it goes. */
public final class Wire {

  /** The path of every request. */
  public static final String PATH = "/load";

  /** The query parameter with the id, by which the access log tells requests apart. */
  public static final String ID_PARAMETER = "id";

  /** The query parameter that asks for an answer of so many bytes. */
  public static final String SIZE_PARAMETER = "size";

  /** The header field with the id, in requests and answers. */
  public static final String ID_FIELD = "X-Load-Id";

  /** The header field with the name of the target that answered. */
  public static final String TARGET_FIELD = "X-Load-Target";

  private Wire() {}
}

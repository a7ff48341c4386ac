package io.albspec.proxy.control;

import java.util.Map;

/** A refused API call, in the terms a client sees: error code, HTTP status, message. */
public final class ApiException extends Exception {

  private static final long serialVersionUID = 1L;

  private final String code;
  private final int status;
  private final transient Map<String, String> members;

  /** A fault of the caller: HTTP status 400. */
  public ApiException(String code, String message) {
    this(400, code, message);
  }

  /** A fault with a status of its own. */
  public ApiException(int status, String code, String message) {
    this(status, code, message, Map.of());
  }

  /** A fault that tells more than its message. */
  public ApiException(int status, String code, String message, Map<String, String> members) {
    super(message);
    this.members = members;
    this.code = code;
    this.status = status;
  }

  /** A parameter that cannot be: code {@code ValidationError}. */
  public static ApiException validation(String message) {
    return new ApiException("ValidationError", message);
  }

  /** Settings that do not go together: code {@code InvalidConfigurationRequest}. */
  public static ApiException configuration(String message) {
    return new ApiException("InvalidConfigurationRequest", message);
  }

  /** The code on the wire, such as {@code TargetGroupNotFound}. */
  public String code() {
    return code;
  }

  /** What it tells beside the message, by the names that the API has for it. */
  public Map<String, String> members() {
    return members;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }
}

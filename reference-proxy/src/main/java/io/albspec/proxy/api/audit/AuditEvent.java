package io.albspec.proxy.api.audit;

import io.albspec.proxy.api.signature.Caller;
import io.albspec.proxy.control.ApiException;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.core.SdkPojo;

/**
 * One call of the API.
 *
 * @param time when it came
 * @param action its name, as it was sent
 * @param sender who sent it
 * @param requestId as its answer tells it
 * @param request what was asked for; empty if it could not be read
 * @param answer what it was answered with; empty if it was refused
 * @param refusal why it was refused; empty if it was not
 */
public record AuditEvent(
    Instant time,
    String action,
    Sender sender,
    String requestId,
    Optional<SdkPojo> request,
    Optional<SdkPojo> answer,
    Optional<ApiException> refusal) {

  /**
   * Who sent a call, as far as the call tells.
   *
   * @param address an IP address
   * @param userAgent the program
   * @param caller the credentials that it was signed with
   * @param temporary whether the credentials are temporary: a session token came with them
   */
  public record Sender(
      String address, Optional<String> userAgent, Caller caller, boolean temporary) {}
}

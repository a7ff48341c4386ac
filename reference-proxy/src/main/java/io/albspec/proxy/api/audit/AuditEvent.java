package io.albspec.proxy.api.audit;

import io.albspec.proxy.api.signature.Caller;
import io.albspec.proxy.control.ApiException;
import java.time.Instant;
import java.util.Optional;

/**
 * One call of the API.
 *
 * @param service whose API it is
 * @param time when it came
 * @param action its name, as it was sent
 * @param sender who sent it
 * @param requestId as its answer tells it
 * @param request what was asked for, one of the SDK's types or a JSON object; empty if it could not
 *     be read
 * @param answer what it was answered with, likewise; empty if it was refused
 * @param refusal why it was refused; empty if it was not
 */
public record AuditEvent(
    AuditedService service,
    Instant time,
    String action,
    Sender sender,
    String requestId,
    Optional<Object> request,
    Optional<Object> answer,
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

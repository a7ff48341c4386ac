package io.albspec.proxy.api;

import io.albspec.proxy.api.audit.AuditEvent;
import io.albspec.proxy.api.audit.AuditEvent.Sender;
import io.albspec.proxy.api.audit.AuditTrail;
import io.albspec.proxy.api.signature.Caller;
import io.albspec.proxy.control.ApiException;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import software.amazon.awssdk.core.SdkPojo;

/** What becomes known of a call while it is answered, for the audit trail. */
final class Call {

  private final Request http;
  private final String requestId;
  private final Instant time;
  private final AuditTrail trail;
  private Caller caller = Caller.UNKNOWN;
  private Optional<String> action = Optional.empty();
  private Optional<SdkPojo> request = Optional.empty();

  Call(Request http, String requestId, Instant time, AuditTrail trail) {
    this.http = http;
    this.requestId = requestId;
    this.time = time;
    this.trail = trail;
  }

  String requestId() {
    return requestId;
  }

  void from(Caller sender) {
    caller = sender;
  }

  void of(String name) {
    action = Optional.of(name);
  }

  void asksFor(SdkPojo asked) {
    request = Optional.of(asked);
  }

  void answered(SdkPojo answer) {
    end(Optional.of(answer), Optional.empty());
  }

  void refused(ApiException refusal) {
    end(Optional.empty(), Optional.of(refusal));
  }

  /** What names no action is no call of the API. */
  private void end(Optional<SdkPojo> answer, Optional<ApiException> refusal) {
    action.ifPresent(
        name ->
            trail.add(new AuditEvent(time, name, sender(), requestId, request, answer, refusal)));
    action = Optional.empty();
  }

  private Sender sender() {
    String query = http.getHttpURI().getQuery();
    return new Sender(
        Request.getRemoteAddr(http),
        Optional.ofNullable(http.getHeaders().get(HttpHeader.USER_AGENT)),
        caller.accessKeyId(),
        caller.user(),
        http.getHeaders().contains("X-Amz-Security-Token")
            || (query != null && query.contains("X-Amz-Security-Token=")));
  }
}

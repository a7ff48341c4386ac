package io.albspec.proxy.api;

import io.albspec.proxy.api.audit.AuditEvent;
import io.albspec.proxy.api.audit.AuditEvent.Sender;
import io.albspec.proxy.api.audit.AuditTrail;
import io.albspec.proxy.api.audit.AuditedService;
import io.albspec.proxy.api.signature.Caller;
import io.albspec.proxy.control.ApiException;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/** What becomes known of a call while it is answered, for the audit trail. */
final class Call {

  private static final String TOKEN = "X-Amz-Security-Token";

  private final AuditedService service;
  private final Request http;
  private final String requestId;
  private final Instant time;
  private final AuditTrail trail;
  private Optional<Caller> caller = Optional.empty();
  private Optional<String> action = Optional.empty();
  private Optional<Object> request = Optional.empty();

  Call(AuditedService service, Request http, String requestId, Instant time, AuditTrail trail) {
    this.service = service;
    this.http = http;
    this.requestId = requestId;
    this.time = time;
    this.trail = trail;
  }

  String requestId() {
    return requestId;
  }

  void by(Caller known) {
    caller = Optional.of(known);
  }

  void of(String name) {
    action = Optional.of(name);
  }

  void asksFor(Object asked) {
    request = Optional.of(asked);
  }

  void answered(Object answer) {
    end(Optional.of(answer), Optional.empty());
  }

  void refused(ApiException refusal) {
    end(Optional.empty(), Optional.of(refusal));
  }

  /** What names no action is no call of the API, and neither is what was not let in. */
  private void end(Optional<Object> answer, Optional<ApiException> refusal) {
    if (caller.isPresent() && action.isPresent()) {
      trail.add(
          new AuditEvent(
              service,
              time,
              action.get(),
              sender(caller.get()),
              requestId,
              request,
              answer,
              refusal));
      action = Optional.empty();
    }
  }

  private Sender sender(Caller known) {
    String query = http.getHttpURI().getQuery();
    return new Sender(
        Request.getRemoteAddr(http),
        Optional.ofNullable(http.getHeaders().get(HttpHeader.USER_AGENT)),
        known,
        http.getHeaders().contains(TOKEN) || (query != null && query.contains(TOKEN + "=")));
  }
}

package io.albspec.proxy.api;

import io.albspec.proxy.api.audit.AuditEvent;
import io.albspec.proxy.api.audit.AuditEvent.Sender;
import io.albspec.proxy.api.audit.AuditTrail;
import io.albspec.proxy.control.ApiException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import software.amazon.awssdk.core.SdkPojo;

/** What becomes known of a call while it is answered, for the audit trail. */
final class Call {

  /** The access key id, in the Authorization header or the query. */
  private static final Pattern CREDENTIAL =
      Pattern.compile("Credential=([A-Za-z0-9]{1,128})(?:/|%2[Ff])");

  private final Request http;
  private final String requestId;
  private final Instant time;
  private final AuditTrail trail;
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
    String authorization = http.getHeaders().get(HttpHeader.AUTHORIZATION);
    String query = http.getHttpURI().getQuery();
    return new Sender(
        Request.getRemoteAddr(http),
        Optional.ofNullable(http.getHeaders().get(HttpHeader.USER_AGENT)),
        key(authorization).or(() -> key(query)),
        http.getHeaders().contains("X-Amz-Security-Token")
            || (query != null && query.contains("X-Amz-Security-Token=")));
  }

  private static Optional<String> key(String text) {
    return Optional.ofNullable(text)
        .map(CREDENTIAL::matcher)
        .filter(Matcher::find)
        .map(found -> found.group(1));
  }
}

package io.albspec.proxy.api;

import io.albspec.proxy.api.audit.AuditTrail;
import io.albspec.proxy.api.signature.Authentication;
import io.albspec.proxy.api.signature.SignedRequest;
import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.time.Time;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers requests of all APIs at the endpoint; the path tells which one a request is for. */
final class ApiHandler extends Handler.Abstract {

  /** The largest request body that is read. */
  static final int MAX_BODY_BYTES = 1 << 20;

  private static final Logger LOG = LoggerFactory.getLogger(ApiHandler.class);
  private static final int MAX_IN_FLIGHT = 1024;

  private final Semaphore inFlight = new Semaphore(MAX_IN_FLIGHT);
  private final List<Protocol> protocols;
  private final Authentication authentication;
  private final AuditTrail audit;
  private final Time time;

  /**
   * A handler.
   *
   * @param protocols the last one answers for the paths of none
   */
  ApiHandler(List<Protocol> protocols, Authentication authentication, AuditTrail audit, Time time) {
    this.protocols = protocols;
    this.authentication = authentication;
    this.audit = audit;
    this.time = time;
  }

  /** Waits until every request in flight is answered, for that long, and refuses later ones. */
  void finish(Duration atMost) {
    try {
      if (!inFlight.tryAcquire(MAX_IN_FLIGHT, atMost.toNanos(), TimeUnit.NANOSECONDS)) {
        LOG.warn("requests are still in flight after {}", atMost);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    String requestId = UUID.randomUUID().toString();
    response.getHeaders().put("x-amzn-RequestId", requestId);
    boolean admitted = inFlight.tryAcquire();
    Callback done = admitted ? Callback.from(callback, () -> inFlight.release()) : callback;
    Protocol protocol = protocol(request.getHttpURI().getPath());
    Call call = new Call(protocol.service(), request, requestId, time.now(), audit);
    try {
      Reply reply = reply(protocol, request, call, admitted);
      response.setStatus(reply.status());
      reply.headers().forEach(response.getHeaders()::put);
      Content.Sink.write(response, true, reply.document(), done);
    } catch (IOException lost) {
      done.failed(lost);
    }
    return true;
  }

  private Protocol protocol(String path) {
    return protocols.stream()
        .filter(each -> each.serves(path))
        .findFirst()
        .orElse(protocols.get(protocols.size() - 1));
  }

  private Reply reply(Protocol protocol, Request request, Call call, boolean admitted)
      throws IOException {
    try {
      if (!admitted) {
        throw new ApiException(503, "ServiceUnavailable", "Too many requests are in flight.");
      }
      return protocol.answer(trusted(protocol, request, call), call);
    } catch (ApiException refusal) {
      return refusal(protocol, call, refusal);
    } catch (RuntimeException fault) {
      LOG.error("request {} failed", call.requestId(), fault);
      return refusal(protocol, call, internal());
    }
  }

  private static Reply refusal(Protocol protocol, Call call, ApiException refusal) {
    call.refused(refusal);
    return protocol.refusal(refusal, call.requestId());
  }

  private SignedRequest trusted(Protocol protocol, Request request, Call call)
      throws ApiException, IOException {
    SignedRequest asked =
        new SignedRequest(
            request.getMethod(),
            request.getHttpURI().getPath(),
            Objects.requireNonNullElse(request.getHttpURI().getQuery(), ""),
            headers(request),
            body(request));
    call.by(authentication.authenticate(asked, protocol.service().signingName()));
    return asked;
  }

  private static Map<String, List<String>> headers(Request request) {
    Map<String, List<String>> headers = new HashMap<>();
    for (HttpField field : request.getHeaders()) {
      headers
          .computeIfAbsent(field.getLowerCaseName(), name -> new ArrayList<>())
          .add(Objects.requireNonNullElse(field.getValue(), ""));
    }
    return headers;
  }

  private static byte[] body(Request request) throws ApiException, IOException {
    try (InputStream in = Content.Source.asInputStream(request)) {
      byte[] body = in.readNBytes(MAX_BODY_BYTES + 1);
      if (body.length > MAX_BODY_BYTES) {
        throw new ApiException(
            413,
            "RequestEntityTooLarge",
            "A request body can have at most %d bytes.".formatted(MAX_BODY_BYTES));
      }
      return body;
    }
  }

  private static ApiException internal() {
    return new ApiException(
        500, "InternalFailure", "The request failed because of an unexpected fault.");
  }
}

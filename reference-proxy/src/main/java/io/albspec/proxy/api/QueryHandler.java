package io.albspec.proxy.api;

import io.albspec.proxy.api.audit.AuditTrail;
import io.albspec.proxy.api.signature.Authentication;
import io.albspec.proxy.api.signature.SignedRequest;
import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.control.operations.Operation;
import io.albspec.proxy.time.Time;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.SdkPojo;

/** Answers the Query protocol: a form by POST, or the same parameters in the query of a GET. */
final class QueryHandler extends Handler.Abstract {

  /** The largest request body that is read. */
  static final int MAX_BODY_BYTES = 1 << 20;

  private static final Logger LOG = LoggerFactory.getLogger(QueryHandler.class);
  private static final String VERSION = "2015-12-01";
  private static final HttpField XML =
      new HttpField(HttpHeader.CONTENT_TYPE, "text/xml;charset=utf-8");

  private static final int MAX_IN_FLIGHT = 1024;

  private final Semaphore inFlight = new Semaphore(MAX_IN_FLIGHT);
  private final Map<String, Operation<?, ?, ?>> operations;
  private final Authentication authentication;
  private final AuditTrail audit;
  private final Time time;

  QueryHandler(
      Map<String, Operation<?, ?, ?>> operations,
      Authentication authentication,
      AuditTrail audit,
      Time time) {
    this.operations = operations;
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
    response.getHeaders().put(XML);
    response.getHeaders().put("x-amzn-RequestId", requestId);
    boolean admitted = inFlight.tryAcquire();
    Callback done = admitted ? Callback.from(callback, () -> inFlight.release()) : callback;
    Call call = new Call(request, requestId, time.now(), audit);
    try {
      String document = document(request, response, call, admitted);
      Content.Sink.write(response, true, document, done);
    } catch (IOException lost) {
      done.failed(lost);
    }
    return true;
  }

  private String document(Request request, Response response, Call call, boolean admitted)
      throws IOException {
    try {
      if (!admitted) {
        throw new ApiException(503, "ServiceUnavailable", "Too many requests are in flight.");
      }
      return answer(parameters(request, call), call);
    } catch (ApiException refusal) {
      return error(response, call, refusal);
    } catch (RuntimeException fault) {
      LOG.error("request {} failed", call.requestId(), fault);
      return error(response, call, internal());
    }
  }

  private static String error(Response response, Call call, ApiException refusal) {
    call.refused(refusal);
    response.setStatus(refusal.status());
    return Documents.error(refusal, call.requestId());
  }

  private String answer(Parameters parameters, Call call) throws ApiException {
    String action =
        parameters
            .child("Action")
            .flatMap(Parameters::value)
            .orElseThrow(
                () -> new ApiException("MissingAction", "The request must contain an action."));
    call.of(action);
    Operation<?, ?, ?> operation = operation(action, parameters);
    SdkPojo result =
        operation.perform(
            builder -> QueryDecoder.fill(builder, parameters),
            request -> {
              call.asksFor(request);
              ModelCheck.check(request);
            });
    call.answered(result);
    return Documents.answer(action, result, call.requestId());
  }

  private Operation<?, ?, ?> operation(String action, Parameters parameters) throws ApiException {
    Optional<String> version = parameters.child("Version").flatMap(Parameters::value);
    Operation<?, ?, ?> operation = operations.get(action);
    if (operation == null || version.filter(sent -> !sent.equals(VERSION)).isPresent()) {
      throw new ApiException("InvalidAction", NewerActions.refusal(action));
    }
    return operation;
  }

  private Parameters parameters(Request request, Call call) throws ApiException, IOException {
    if (!Request.getPathInContext(request).equals("/")) {
      throw new ApiException(404, "UnknownOperationException", "There is nothing at this path.");
    }
    boolean post = HttpMethod.POST.is(request.getMethod());
    if (!post && !HttpMethod.GET.is(request.getMethod())) {
      throw new ApiException(405, "MethodNotAllowed", "Only POST and GET are served.");
    }
    byte[] body = body(request);
    String query = Objects.requireNonNullElse(request.getHttpURI().getQuery(), "");
    call.by(
        authentication.authenticate(
            new SignedRequest(request.getMethod(), query, headers(request), body)));
    Parameters parameters = new Parameters();
    parameters.read(query);
    if (post && isForm(request)) {
      parameters.read(new String(body, StandardCharsets.UTF_8));
    }
    return parameters;
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

  private static boolean isForm(Request request) {
    String type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
    return type == null
        || type.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded");
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

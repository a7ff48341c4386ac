package io.albspec.proxy.api;

import io.albspec.proxy.api.audit.AuditedService;
import io.albspec.proxy.api.signature.SignedRequest;
import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.control.operations.Operation;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpMethod;
import software.amazon.awssdk.core.SdkPojo;

/** The Query protocol: a form by POST, or the same parameters in the query of a GET. */
final class QueryProtocol implements Protocol {

  private static final String VERSION = "2015-12-01";
  private static final int OK = 200;
  private static final Map<String, String> XML = Map.of("Content-Type", "text/xml;charset=utf-8");

  private final Map<String, Operation<?, ?, ?>> operations;

  QueryProtocol(Map<String, Operation<?, ?, ?>> operations) {
    this.operations = operations;
  }

  @Override
  public AuditedService service() {
    return AuditedService.LOAD_BALANCING;
  }

  @Override
  public boolean serves(String path) {
    return path.equals("/");
  }

  @Override
  public Reply answer(SignedRequest asked, Call call) throws ApiException {
    return new Reply(OK, XML, answer(parameters(asked), call));
  }

  @Override
  public Reply refusal(ApiException refusal, String requestId) {
    return new Reply(refusal.status(), XML, Documents.error(refusal, requestId));
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

  private Parameters parameters(SignedRequest asked) throws ApiException {
    if (!serves(asked.path())) {
      throw new ApiException(404, "UnknownOperationException", "There is nothing at this path.");
    }
    boolean post = HttpMethod.POST.is(asked.method());
    if (!post && !HttpMethod.GET.is(asked.method())) {
      throw new ApiException(405, "MethodNotAllowed", "Only POST and GET are served.");
    }
    Parameters parameters = new Parameters();
    parameters.read(asked.query());
    if (post && isForm(type(asked))) {
      parameters.read(new String(asked.body(), StandardCharsets.UTF_8));
    }
    return parameters;
  }

  private static String type(SignedRequest asked) {
    return asked.header("content-type").stream().findFirst().orElse("");
  }

  private static boolean isForm(String type) {
    return type.isEmpty()
        || type.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded");
  }
}

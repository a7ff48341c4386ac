package io.albspec.proxy.routing;

import io.albspec.proxy.exchange.Exchange;
import io.albspec.proxy.exchange.OwnResponse;
import org.eclipse.jetty.http.HttpStatus;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.FixedResponseActionConfig;

/** Drops the request and answers with a configured response (guide: "Fixed-response actions"). */
final class FixedResponse implements Action {

  private static final String USUAL_TYPE = "text/plain";

  private final OwnResponse response;

  FixedResponse(FixedResponseActionConfig config) {
    String body = config.messageBody() == null ? "" : config.messageBody();
    int status = Integer.parseInt(config.statusCode());
    HttpStatus.Code known = HttpStatus.getCode(status);
    String reason = known == null ? "" : known.getMessage();
    response = OwnResponse.fixed(status, reason, contentType(config, body), body);
  }

  private static String contentType(FixedResponseActionConfig config, String body) {
    if (config.contentType() != null) {
      return config.contentType();
    }
    return body.isEmpty() ? "" : USUAL_TYPE;
  }

  @Override
  public String name() {
    return "fixed-response";
  }

  @Override
  public void perform(Exchange exchange, Performer performer) {
    performer.respond(exchange, response);
  }
}

package io.albspec.proxy.routing;

import io.albspec.proxy.exchange.Exchange;
import io.albspec.proxy.exchange.OwnResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RedirectActionStatusCodeEnum;

/** Sends the client to another URL (guide: "Redirect actions"). */
final class Redirect implements Action {

  private static final int LONGEST_URL = 8 * 1024;
  private static final OwnResponse TOO_LONG = OwnResponse.error(507, "Insufficient Storage", false);
  private static final OwnResponse PERMANENT = OwnResponse.redirect(301, "Moved Permanently");
  private static final OwnResponse TEMPORARY = OwnResponse.redirect(302, "Found");

  private final UrlTemplate template;
  private final OwnResponse response;

  Redirect(UrlTemplate template, RedirectActionStatusCodeEnum code) {
    this.template = template;
    this.response = code == RedirectActionStatusCodeEnum.HTTP_301 ? PERMANENT : TEMPORARY;
  }

  @Override
  public String name() {
    return "redirect";
  }

  @Override
  public void perform(Exchange exchange, Performer performer) {
    String url = template.url(exchange);
    if (url.length() > LONGEST_URL) {
      performer.respond(exchange, TOO_LONG);
      return;
    }
    exchange.decision().redirectUrl(url);
    performer.respond(exchange, response.to(url));
  }
}

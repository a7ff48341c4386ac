package io.albspec.proxy.routing;

import io.albspec.proxy.exchange.Exchange;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The method of a request is one of these (guide: "HTTP request method conditions"). */
final class MethodCondition implements Condition {

  private final String[] methods;

  MethodCondition(List<String> methods) {
    this.methods = methods.toArray(String[]::new);
  }

  @Override
  public boolean matches(Exchange exchange) {
    for (String method : methods) {
      if (exchange.request().isMethod(method)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public Optional<Keys> keys() {
    return Keys.of(
        PartField.METHOD,
        Arrays.stream(methods).map(method -> new Literal(Literal.Place.WHOLE, method)).toList());
  }
}

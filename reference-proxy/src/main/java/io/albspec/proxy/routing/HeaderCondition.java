package io.albspec.proxy.routing;

import io.albspec.proxy.exchange.Exchange;
import io.albspec.proxy.exchange.MessageHead;
import java.util.Locale;
import java.util.Optional;

/**
 * The value of any header field of that name is like one of these (guide: "HTTP header
 * conditions"). Fields of the same name are compared one by one.
 */
final class HeaderCondition implements Condition {

  private final String name;
  private final Wildcard[] values;

  HeaderCondition(String name, Iterable<String> values) {
    this.name = name.toLowerCase(Locale.ROOT);
    this.values = Wildcard.ignoringCase(values);
  }

  @Override
  public boolean matches(Exchange exchange) {
    MessageHead head = exchange.request().head();
    for (int field = head.find(name, 0); field >= 0; field = head.find(name, field + 1)) {
      if (Wildcard.any(values, head.bytes(), head.valueStart(field), head.valueEnd(field))) {
        return true;
      }
    }
    return false;
  }

  @Override
  public Optional<Keys> keys() {
    return Keys.of(new HeaderField(name), values);
  }
}

package io.albspec.proxy.routing;

import io.albspec.proxy.exchange.Exchange;
import io.albspec.proxy.exchange.MessageHead;

/**
 * The header fields of a name.
 *
 * @param name in lower case
 */
record HeaderField(String name) implements Field {

  @Override
  public int count(Exchange exchange) {
    MessageHead head = exchange.request().head();
    int count = 0;
    for (int field = head.find(name, 0); field >= 0; field = head.find(name, field + 1)) {
      count++;
    }
    return count;
  }

  @Override
  public <T> T search(Exchange exchange, ValueSearch<T> search, T best) {
    MessageHead head = exchange.request().head();
    T found = best;
    for (int field = head.find(name, 0); field >= 0; field = head.find(name, field + 1)) {
      found =
          search.search(
              head.bytes(), head.valueStart(field), head.valueEnd(field), exchange, found);
    }
    return found;
  }
}

package io.albspec.proxy.routing;

import io.albspec.proxy.exchange.Exchange;
import io.albspec.proxy.exchange.NormalPart;
import java.util.List;

/**
 * Any key/value pair of the normalised query is like one of these (guide: "Query string
 * conditions"). A key without an equals sign has an empty value.
 */
final class QueryCondition implements Condition {

  private final Pair[] pairs;

  /** A pattern for a key, any key if it is {@code *}, and one for its value. */
  record Pair(Wildcard key, Wildcard value) {

    static Pair of(String key, String value) {
      return new Pair(Wildcard.ignoringCase(key), Wildcard.ignoringCase(value));
    }

    boolean matches(byte[] bytes, int from, int to) {
      int equals = indexOf(bytes, '=', from, to);
      return key.matches(bytes, from, equals) && value.matches(bytes, Math.min(equals + 1, to), to);
    }
  }

  QueryCondition(List<Pair> pairs) {
    this.pairs = pairs.toArray(Pair[]::new);
  }

  @Override
  public boolean matches(Exchange exchange) {
    NormalPart query = exchange.request().normalQuery();
    byte[] bytes = query.bytes();
    int from = query.start();
    while (from < query.end()) {
      int to = indexOf(bytes, '&', from, query.end());
      if (matchesAny(bytes, from, to)) {
        return true;
      }
      from = to + 1;
    }
    return false;
  }

  private boolean matchesAny(byte[] bytes, int from, int to) {
    for (Pair pair : pairs) {
      if (pair.matches(bytes, from, to)) {
        return true;
      }
    }
    return false;
  }

  private static int indexOf(byte[] bytes, char wanted, int from, int to) {
    int at = from;
    while (at < to && bytes[at] != wanted) {
      at++;
    }
    return at;
  }
}

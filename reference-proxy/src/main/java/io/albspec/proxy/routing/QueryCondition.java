package io.albspec.proxy.routing;

import io.albspec.proxy.exchange.Exchange;
import io.albspec.proxy.exchange.NormalPart;
import io.albspec.proxy.exchange.RequestHead;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Any key/value pair of the normalised query is like one of these (guide: "Query string
 * conditions"). A key without an equals sign has an empty value.
 */
final class QueryCondition implements Condition {

  /** Between two pairs. */
  static final char SEPARATOR = '&';

  private final Pair[] pairs;

  /** A pattern for a key, any key if it is {@code *}, and one for its value. */
  record Pair(Wildcard key, Wildcard value) {

    static Pair of(String key, String value) {
      return new Pair(Wildcard.ignoringCase(key), Wildcard.ignoringCase(value));
    }

    boolean matches(byte[] bytes, int from, int to) {
      int equals = RequestHead.indexOf(bytes, '=', from, to);
      return key.matches(bytes, from, equals) && value.matches(bytes, Math.min(equals + 1, to), to);
    }

    /** The literal of the pair as a whole. Without a value there may be no equals sign either. */
    Literal literal() {
      Literal ofKey = key.literal();
      Literal ofValue = value.literal();
      if (ofKey.place() != Literal.Place.WHOLE) {
        return ofKey.place() == Literal.Place.START && !ofKey.saysNothing() ? ofKey : end(ofValue);
      }
      boolean ends = ofValue.place() == Literal.Place.END;
      return ends || ofValue.text().isEmpty()
          ? new Literal(Literal.Place.START, ofKey.text())
          : new Literal(ofValue.place(), ofKey.text() + "=" + ofValue.text());
    }

    private static Literal end(Literal ofValue) {
      boolean ends = ofValue.place() != Literal.Place.START;
      return new Literal(Literal.Place.END, ends ? ofValue.text() : "");
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
      int to = RequestHead.indexOf(bytes, SEPARATOR, from, query.end());
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

  @Override
  public Optional<Keys> keys() {
    return Keys.of(PartField.QUERY, Arrays.stream(pairs).map(Pair::literal).toList());
  }
}

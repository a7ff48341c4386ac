package io.albspec.proxy.routing;

import io.albspec.proxy.exchange.Exchange;
import io.albspec.proxy.exchange.NormalPart;
import io.albspec.proxy.exchange.RequestHead;

/** A part that every request has, though it may be empty. */
enum PartField implements Field {
  /** The name of the host, without its port. */
  HOST {
    @Override
    public <T> T search(Exchange exchange, ValueSearch<T> search, T best) {
      RequestHead request = exchange.request();
      return search.search(
          request.head().bytes(), request.hostStart(), request.hostNameEnd(), exchange, best);
    }
  },
  /** The normalised path. */
  PATH {
    @Override
    public <T> T search(Exchange exchange, ValueSearch<T> search, T best) {
      NormalPart path = exchange.request().normalPath();
      return search.search(path.bytes(), path.start(), path.end(), exchange, best);
    }
  },
  /** The method. */
  METHOD {
    @Override
    public <T> T search(Exchange exchange, ValueSearch<T> search, T best) {
      RequestHead request = exchange.request();
      return search.search(
          request.head().bytes(), request.methodStart(), request.methodEnd(), exchange, best);
    }
  },
  /** The pairs of the normalised query, each as one value. */
  QUERY {
    @Override
    public int count(Exchange exchange) {
      NormalPart query = exchange.request().normalQuery();
      int count = 1;
      for (int at = query.start(); at < query.end(); at++) {
        if (query.bytes()[at] == QueryCondition.SEPARATOR) {
          count++;
        }
      }
      return count;
    }

    @Override
    public <T> T search(Exchange exchange, ValueSearch<T> search, T best) {
      NormalPart query = exchange.request().normalQuery();
      byte[] bytes = query.bytes();
      T found = best;
      int from = query.start();
      while (from < query.end()) {
        int to = RequestHead.indexOf(bytes, QueryCondition.SEPARATOR, from, query.end());
        found = search.search(bytes, from, to, exchange, found);
        from = to + 1;
      }
      return found;
    }
  };

  @Override
  public int count(Exchange exchange) {
    return 1;
  }
}

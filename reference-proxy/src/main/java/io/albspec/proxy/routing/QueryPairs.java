package io.albspec.proxy.routing;

/** How a query is divided into pairs of a key and a value. */
final class QueryPairs {

  static final char SEPARATOR = '&';

  private QueryPairs() {}

  /** Where a byte is first, or {@code to} if it is not there. */
  static int indexOf(byte[] bytes, char wanted, int from, int to) {
    int at = from;
    while (at < to && bytes[at] != wanted) {
      at++;
    }
    return at;
  }
}

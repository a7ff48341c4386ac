package io.albspec.proxy.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** What targets say, from well-formed to anything at all. One character is one byte. */
final class HostileResponses {

  private static final int LARGE = 100_000;
  private static final String[] PIECES = {
    "HTTP/1.1 200 OK\r\n",
    "HTTP/1.0 200 OK\r\n",
    "HTTP/1.1 100 Continue\r\n\r\n",
    "HTTP/1.1 101 Switching Protocols\r\n\r\n",
    "HTTP/1.1 204 No Content\r\n",
    "HTTP/2 200\r\n",
    "Content-Length: 5\r\n",
    "Content-Length: 05\r\n",
    "Content-Length: 99999999999999999999\r\n",
    "content-length: 4, 4\r\n",
    "Transfer-Encoding: chunked\r\n",
    "Transfer-Encoding: gzip, chunked\r\n",
    "Transfer-Encoding : chunked\r\n",
    "Connection: close\r\n",
    " folded\r\n",
    "no colon\r\n",
    ": nameless\r\n",
    "X: \u0000\r\n",
    "\r\n",
    "\n",
    "\r",
    "\r\n\r\n",
    "hello",
    "5\r\nhello\r\n",
    "5;x=y\r\nhello\r\n",
    "ffffffffffffffff\r\n",
    "-1\r\n",
    "0\r\n\r\n",
    "0\r\nT: v\r\n\r\n"
  };

  private HostileResponses() {}

  /** Responses that every client understands, behind up to two interim ones. */
  static Arbitrary<String> wellFormed() {
    Arbitrary<String> interim =
        Arbitraries.of(
            "", "HTTP/1.1 100 Continue\r\n\r\n", "HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n");
    Arbitrary<String> start =
        Arbitraries.of(
            "HTTP/1.1 200 OK\r\n",
            "HTTP/1.1 503 \r\nX: y\r\n",
            "HTTP/1.0 404 Not Found\r\nConnection: keep-alive\r\n",
            "HTTP/1.1 200 OK\r\nConnection: close\r\n",
            "HTTP/1.1 200 OK\r\n" + "X-Long: " + "v".repeat(15_000) + "\r\n");
    Arbitrary<String> rest =
        Arbitraries.oneOf(
            content().map(body -> "Content-Length: " + body.length() + "\r\n\r\n" + body),
            content().map(body -> "\r\n" + body),
            Combinators.combine(content().list().ofMaxSize(4), Arbitraries.of("", "T: v\r\n"))
                .as(HostileResponses::chunks));
    return Combinators.combine(interim, interim, start, rest).as((a, b, c, d) -> a + b + c + d);
  }

  private static Arbitrary<String> content() {
    Arbitrary<String> small =
        Arbitraries.strings().withCharRange('\u0000', '\u00ff').ofMaxLength(9);
    return Arbitraries.frequencyOf(
        net.jqwik.api.Tuple.of(9, small),
        net.jqwik.api.Tuple.of(1, Arbitraries.just("x".repeat(LARGE))));
  }

  private static String chunks(List<String> contents, String trailers) {
    StringBuilder all = new StringBuilder("Transfer-Encoding: chunked\r\n\r\n");
    for (String each : contents) {
      if (!each.isEmpty()) {
        all.append(Integer.toHexString(each.length())).append("\r\n").append(each).append("\r\n");
      }
    }
    return all.append("0\r\n").append(trailers).append("\r\n").toString();
  }

  /** Parts of responses in any order. */
  static Arbitrary<String> pieces() {
    Arbitrary<String> some =
        Arbitraries.of(PIECES).list().ofMaxSize(10).map(list -> String.join("", list));
    Arbitrary<String> start =
        Arbitraries.of("", "HTTP/1.1 200 OK\r\n", "HTTP/1.1 200 OK\r\nA: b\r\n");
    return Combinators.combine(start, some).as(String::concat);
  }

  /** Well-formed responses with a few bytes changed, left out or put in. */
  static Arbitrary<String> mutated() {
    Arbitrary<List<Integer>> places = Arbitraries.integers().between(0, 400).list().ofSize(3);
    Arbitrary<List<String>> changes =
        Arbitraries.of("", "\n", "\r", "\u0000", " ", ":", "0", "9", "a", "\u00ff")
            .list()
            .ofSize(3);
    return Combinators.combine(wellFormed(), places, changes).as(HostileResponses::mutate);
  }

  private static String mutate(String response, List<Integer> places, List<String> changes) {
    StringBuilder mutated = new StringBuilder(response);
    for (int i = 0; i < places.size(); i++) {
      int at = places.get(i) % mutated.length();
      mutated.replace(at, at + i % 2, changes.get(i));
    }
    return mutated.toString();
  }

  /** Any bytes. */
  static Arbitrary<String> anything() {
    return Arbitraries.bytes()
        .array(byte[].class)
        .ofMaxSize(200)
        .map(bytes -> new String(bytes, ISO_8859_1));
  }
}

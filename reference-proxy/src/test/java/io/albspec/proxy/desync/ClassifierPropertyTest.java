package io.albspec.proxy.desync;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class ClassifierPropertyTest {

  private static final Classifier CLASSIFIER = new Classifier();

  @Property(tries = 20_000)
  void doesNotDependOnHowTheBytesCome(
      @ForAll("requests") String request, @ForAll @IntRange(min = 1, max = 40) int piece) {
    byte[] bytes = request.getBytes(ISO_8859_1);

    Reason whole = CLASSIFIER.classify(Heads.read(bytes, bytes.length));

    assertThat(CLASSIFIER.classify(Heads.read(bytes, piece))).isEqualTo(whole);
  }

  @Property(tries = 20_000)
  void doesNotDependOnTheRequestBefore(
      @ForAll("requests") String before, @ForAll("requests") String request) {
    byte[] bytes = request.getBytes(ISO_8859_1);
    Reason fresh = new Classifier().classify(Heads.read(bytes, bytes.length));
    CLASSIFIER.classify(Heads.read(before.getBytes(ISO_8859_1), before.length()));

    assertThat(CLASSIFIER.classify(Heads.read(bytes, bytes.length))).isEqualTo(fresh);
  }

  /** Before HTTP/1.1 a transfer coding hides what else is wrong with the framing. */
  @Property(tries = 20_000)
  void aFurtherFieldNeverMakesARequestBetter(
      @ForAll("requests") String request, @ForAll("fields") String field) {
    Assume.that(!request.contains("HTTP/1.0\r") && !request.contains("HTTP/0.9\r"));
    byte[] less = request.getBytes(ISO_8859_1);
    String longer = request.substring(0, request.length() - 2) + field + "\r\n\r\n";
    byte[] more = longer.getBytes(ISO_8859_1);

    Tier before = CLASSIFIER.classify(Heads.read(less, less.length)).tier();

    assertThat(CLASSIFIER.classify(Heads.read(more, more.length)).tier())
        .isGreaterThanOrEqualTo(before);
  }

  @Provide
  Arbitrary<String> requests() {
    return Combinators.combine(requestLines(), fields().list().ofMaxSize(5))
        .as((line, fields) -> line + "\r\n" + joined(fields) + "\r\n");
  }

  private static String joined(List<String> fields) {
    StringBuilder lines = new StringBuilder();
    fields.forEach(field -> lines.append(field).append("\r\n"));
    return lines.toString();
  }

  private static Arbitrary<String> requestLines() {
    return Combinators.combine(
            Arbitraries.of("GET", "HEAD", "POST", "get", "G(T", "OPTIONS"),
            Arbitraries.of(" / ", "  / ", " /a b ", " /\u00e9 ", " * ", " /\u0001 "),
            Arbitraries.of(
                "HTTP/1.1", "HTTP/1.0", "HTTP/0.9", "HTTP/1.2", "HTTP/1.10", "HTTP/1.1 "))
        .as((method, target, version) -> method + target + version);
  }

  @Provide
  Arbitrary<String> fields() {
    return Combinators.combine(
            Arbitraries.of(
                "Host",
                "Transfer-Encoding",
                "transfer-encoding",
                "Transfer_Encoding",
                "Transfer-Encoding ",
                "Content-Length",
                "Content-Length\t",
                "\u0001Content-Length",
                "X-Any",
                " ",
                "x"),
            Arbitraries.of(":", ": ", ""),
            Arbitraries.of(
                "chunked", "identity", "gzip, chunked", "0", "5", "05", "x", "\r", "\u00e9"))
        .as((name, colon, value) -> name + colon + value)
        .filter(field -> !field.isEmpty());
  }
}

package io.albspec.proxy.http1;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.albspec.proxy.exchange.ClientSide;
import io.albspec.proxy.exchange.MessageHead;
import io.albspec.proxy.exchange.MessageHead.Progress;
import io.albspec.proxy.exchange.RequestHead;
import io.albspec.proxy.exchange.ResponseHead;
import java.nio.ByteBuffer;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Responses of any kind, cut anywhere: where they end depends on their bytes alone. */
class HostileResponsesTest {

  private static final int TRIES = 5_000;
  private static final int LINE = 64;
  private static final int HEAD = 256;

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void aResponseIsReadAlikeHoweverItIsCut(
      @ForAll("responses") byte[] bytes,
      @ForAll("requests") String request,
      @ForAll @IntRange(min = 1, max = 20) int piece) {
    assertThat(new Response(request).read(bytes, piece))
        .isEqualTo(new Response(request).read(bytes, Math.max(bytes.length, 1)));
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void oneThatWasReadBeforeDoesNotMatter(
      @ForAll("responses") byte[] before,
      @ForAll("responses") byte[] bytes,
      @ForAll("requests") String request) {
    Response used = new Response(request);
    used.read(before, 20);

    assertThat(used.read(bytes, 20)).isEqualTo(new Response(request).read(bytes, 20));
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void neverMoreIsContentThanTheLengthSays(@ForAll("responses") byte[] bytes) {
    Response response = new Response("GET / HTTP/1.1");

    response.read(bytes, 20);

    if (response.framed && response.framing.length() >= 0) {
      assertThat(response.content.length()).isLessThanOrEqualTo((int) response.framing.length());
    }
  }

  /** Reads responses to one request as the target's side does, one after the other. */
  private static final class Response {

    private final RequestHead request = new RequestHead(new MessageHead(LINE, HEAD));
    private final ResponseHead head = new ResponseHead(new MessageHead(LINE, HEAD));
    private final ResponseFraming framing = new ResponseFraming();
    private final BodyDecoder body = new BodyDecoder();
    private final StringBuilder content = new StringBuilder();
    private Progress progress = Progress.INCOMPLETE;
    private boolean framed;

    Response(String requestLine) {
      request.head().read(ByteBuffer.wrap((requestLine + "\r\n\r\n").getBytes(ISO_8859_1)));
      request.parse();
    }

    /** What was understood of it, and how far it went. */
    String read(byte[] bytes, int piece) {
      head.clear();
      content.setLength(0);
      progress = Progress.INCOMPLETE;
      framed = false;
      int at = 0;
      while (at < bytes.length && !isOver()) {
        ByteBuffer in = ByteBuffer.wrap(bytes, at, Math.min(piece, bytes.length - at));
        while (in.hasRemaining() && !isOver()) {
          take(in);
        }
        at = in.position();
      }
      return framed ? understood(at) : progress.toString();
    }

    private boolean isOver() {
      boolean refused = progress != Progress.INCOMPLETE && !framed;
      return refused || (framed && (body.isComplete() || body.isBroken()));
    }

    private void take(ByteBuffer in) {
      if (!framed) {
        progress = head.head().read(in);
        framed = progress == Progress.COMPLETE && head.parse() && framing.read(request, head);
        if (framed) {
          framing.applyTo(body);
        }
        return;
      }
      content.append(ISO_8859_1.decode(body.next(in)));
    }

    private String understood(int at) {
      boolean ended = body.isComplete();
      return "%d|%d|%b|%s|%b|%b|%d|%s"
          .formatted(
              head.status(),
              framing.length(),
              framing.length() != ClientSide.UNKNOWN_LENGTH && framing.isKeepAlive(),
              content,
              ended,
              body.isBroken(),
              ended ? at : 0,
              ended ? new String(body.trailers(), ISO_8859_1) : "");
    }
  }

  @Provide
  Arbitrary<String> requests() {
    return Arbitraries.of("GET / HTTP/1.1", "HEAD / HTTP/1.1");
  }

  @Provide
  Arbitrary<byte[]> responses() {
    Arbitrary<String> starts =
        Arbitraries.of(
            "HTTP/1.1 200 OK\r\n",
            "HTTP/1.0 200 OK\r\n",
            "HTTP/1.1 304 \r\n",
            "HTTP/1.1 200\n",
            "HTTP/1.1 099 \r\n",
            "\r\nHTTP/1.1 503 x\r\n",
            "HTTP/1.2 200 OK\r\n",
            "");
    Arbitrary<String> fields =
        some(
            "Content-Length: 5\r\n",
            "Content-Length: 6\n",
            "content-length:\t0\r\n",
            "Content-Length: +5\r\n",
            "Content-Length : 5\r\n",
            "Content-Length: 9223372036854775808\r\n",
            "Transfer-Encoding: chunked\r\n",
            "Transfer-Encoding: Chunked \r\n",
            "Transfer-Encoding: gzip\r\n",
            "Transfer-Encoding:\u000bchunked\r\n",
            "Connection: close\r\n",
            "Connection: keep-alive, x\r\n",
            " folded: x\r\n",
            "X\u0000: y\r\n",
            "X: \r y\r\n",
            "X: " + "y".repeat(70) + "\r\n");
    Arbitrary<String> bodies =
        some(
            "5\r\nhello\r\n",
            "0\r\n",
            "\r\n",
            "0\r\n\r\n",
            "T: v\r\n",
            "hello",
            "5;",
            "fffff\r\n",
            "\n");
    return starts
        .flatMap(start -> fields.map(field -> start + field))
        .flatMap(head -> bodies.map(body -> (head + "\r\n" + body).getBytes(ISO_8859_1)));
  }

  private static Arbitrary<String> some(String... pieces) {
    Arbitrary<List<String>> lists = Arbitraries.of(pieces).list().ofMaxSize(4);
    return lists.map(list -> String.join("", list));
  }
}

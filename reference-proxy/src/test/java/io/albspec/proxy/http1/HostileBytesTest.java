package io.albspec.proxy.http1;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.albspec.proxy.exchange.MessageHead;
import io.albspec.proxy.exchange.MessageHead.Progress;
import io.albspec.proxy.exchange.RequestHead;
import io.albspec.proxy.exchange.ResponseHead;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Bytes of any kind, cut anywhere: what is made of them depends on the bytes alone. */
class HostileBytesTest {

  private static final int LINE = 64;
  private static final int HEAD = 256;

  @Property(tries = 5_000)
  void aHeadIsReadAlikeHoweverItIsCut(
      @ForAll("messages") byte[] bytes, @ForAll @IntRange(min = 1, max = 20) int piece) {
    assertThat(head(bytes, piece)).isEqualTo(head(bytes, bytes.length));
  }

  @Property(tries = 5_000)
  void aBodyInChunksIsReadAlikeHoweverItIsCut(
      @ForAll("bodies") byte[] bytes, @ForAll @IntRange(min = 1, max = 20) int piece) {
    assertThat(body(bytes, piece)).isEqualTo(body(bytes, bytes.length));
  }

  @Property(tries = 5_000)
  void neverMoreIsTakenThanAHeadMayHave(@ForAll("messages") byte[] bytes) {
    MessageHead head = new MessageHead(LINE, HEAD);

    head.read(ByteBuffer.wrap(bytes));

    assertThat(head.length()).isLessThanOrEqualTo(HEAD + 2);
  }

  /** What was understood: how far it went, the rest, and the parts of both kinds of start lines. */
  private static String head(byte[] bytes, int piece) {
    MessageHead head = new MessageHead(LINE, HEAD);
    Progress progress = Progress.INCOMPLETE;
    int at = 0;
    while (at < bytes.length && progress == Progress.INCOMPLETE) {
      ByteBuffer in = ByteBuffer.wrap(bytes, at, Math.min(piece, bytes.length - at));
      progress = head.read(in);
      at = in.position();
    }
    if (progress != Progress.COMPLETE) {
      return progress == Progress.INCOMPLETE ? "incomplete" : "too long";
    }
    RequestHead request = new RequestHead(head);
    request.parse();
    boolean response = new ResponseHead(head).parse();
    return "%s|%d|%d|%s|%s|%s|%s|%s"
        .formatted(
            head.text(0, head.length()),
            at,
            head.fieldCount(),
            head.text(request.methodStart(), request.methodEnd()),
            head.text(request.targetStart(), request.targetEnd()),
            head.text(request.hostStart(), request.hostEnd()),
            request.minorVersion(),
            response);
  }

  private static String body(byte[] bytes, int piece) {
    BodyDecoder body = new BodyDecoder();
    body.chunked();
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    int at = 0;
    while (at < bytes.length && !body.isComplete() && !body.isBroken()) {
      ByteBuffer in = ByteBuffer.wrap(bytes, at, Math.min(piece, bytes.length - at));
      while (in.hasRemaining() && !body.isComplete() && !body.isBroken()) {
        ByteBuffer taken = body.next(in);
        byte[] copy = new byte[taken.remaining()];
        taken.get(copy);
        content.writeBytes(copy);
      }
      at = in.position();
    }
    return "%s|%s|%s|%s|%s"
        .formatted(
            content.toString(ISO_8859_1),
            body.isComplete(),
            body.isBroken(),
            body.isComplete() ? at : 0,
            new String(body.trailers(), ISO_8859_1).length() > 0 && body.isComplete());
  }

  @Provide
  Arbitrary<byte[]> messages() {
    return pieces(
        "GET ",
        "HTTP/1.1",
        "HTTP/1.1 200 OK",
        " ",
        "\t",
        "/",
        "http://a/",
        ":",
        "\r",
        "\n",
        "\r\n",
        "\r\n\r\n",
        "Host: b",
        "Content-Length: 5",
        "\u0000",
        "\u00ff",
        "x".repeat(70));
  }

  @Provide
  Arbitrary<byte[]> bodies() {
    return pieces(
        "0",
        "1",
        "5",
        "a",
        "F",
        "\r",
        "\n",
        "\r\n",
        ";",
        ";x=y",
        "hello",
        "T: v",
        ":",
        " ",
        "0\r\n\r\n",
        "5\r\nhello\r\n",
        "\u0000",
        "ffffffffffffffff");
  }

  private static Arbitrary<byte[]> pieces(String... pieces) {
    Arbitrary<List<String>> lists = Arbitraries.of(pieces).list().ofMinSize(1).ofMaxSize(14);
    return lists.map(list -> String.join("", list).getBytes(ISO_8859_1));
  }
}

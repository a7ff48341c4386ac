package io.albspec.proxy.http1;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyDecoderTest {

  private static final String CHUNKS =
      "5\r\nhello\r\n1;name=value\r\n \r\n00B\r\nwide\r\nworld\r\n0\r\nTrailer-X: x\r\nContent-Length: 5\r\n\r\n";

  private final BodyDecoder body = new BodyDecoder();

  @Test
  void takesAsManyBytesAsTold() {
    body.length(3);
    ByteBuffer in = bytes("abcdef");

    assertThat(text(body.next(in))).isEqualTo("abc");
    assertThat(body.isComplete()).isTrue();
    assertThat(text(in)).isEqualTo("def");
  }

  @Property
  void anySplitOfTheBytesGivesTheSameContent(
      @ForAll @Size(max = 10) List<@IntRange(min = 1, max = 20) Integer> pieces) {
    body.chunked();
    StringBuilder content = new StringBuilder();
    int at = 0;
    for (int piece : pieces) {
      int to = Math.min(CHUNKS.length(), at + piece);
      decode(CHUNKS.substring(at, to), content);
      at = to;
    }
    decode(CHUNKS.substring(at), content);

    assertThat(content.toString()).isEqualTo("hello wide\r\nworld");
    assertThat(new String(body.trailers(), StandardCharsets.US_ASCII))
        .isEqualTo("Trailer-X: x\r\n");
    assertThat(body.isComplete()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\r\n",
        "g\r\n",
        "-1\r\n",
        "0\r\nno field\r\n\r\n",
        "0\r\n: no name\r\n\r\n",
        "0\r\n folded: x\r\n\r\n",
        "0\r\nX: a\u0000b\r\n\r\n",
        "0\r\nX: a\rb\r\n\r\n",
        "5\nhello",
        " 5\r\n",
        "5\r\nhelloX",
        "5\r\nhello\n",
        "10000000000000000\r\n",
        "0\r\n\n",
        "5\rx",
        "0x5\r\n",
        "0\r\nA: b\n"
      })
  void refusesMalformedFraming(String framing) {
    body.chunked();

    decode(framing, new StringBuilder());

    assertThat(body.isBroken()).isTrue();
    assertThat(body.isComplete()).isFalse();
  }

  private void decode(String text, StringBuilder content) {
    ByteBuffer in = bytes(text);
    while (in.hasRemaining() && !body.isComplete() && !body.isBroken()) {
      content.append(text(body.next(in)));
    }
  }

  private static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static String text(ByteBuffer bytes) {
    return StandardCharsets.US_ASCII.decode(bytes).toString();
  }
}

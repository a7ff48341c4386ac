package io.albspec.steps.world;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.albspec.steps.world.Request.Framing;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestTest {

  @Test
  void aRequestHasNoHeaderButHost() {
    assertThat(text(Request.get("/a?b=c")))
        .isEqualTo("GET /a?b=c HTTP/1.1\r\nHost: example.com\r\n\r\n");
  }

  @Test
  void detailsChangeIt() {
    Details details =
        Details.of(" from \"shop\" with the method \"PUT\" with the body \"hi\" in zone b 3 times");

    assertThat(text(Request.get("/").with(details)))
        .isEqualTo("PUT / HTTP/1.1\r\nHost: shop\r\nContent-Length: 2\r\n\r\nhi");
    assertThat(details.zone()).isEqualTo(1);
    assertThat(details.times()).isEqualTo(3);
    assertThat(details.background()).isFalse();
  }

  @Test
  void headersKeepTheirOrder() {
    Request request = Request.get("/").with(List.of(Map.entry("B", "1"), Map.entry("A", "2")));

    assertThat(text(request)).endsWith("example.com\r\nB: 1\r\nA: 2\r\n\r\n");
  }

  @Test
  void anUploadInChunksIsFramed() {
    assertThat(text(Request.upload("/", 3, Framing.CHUNKS)))
        .endsWith("Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n");
    assertThat(text(Request.upload("/", 0, Framing.CHUNKS))).endsWith("\r\n\r\n0\r\n\r\n");
  }

  @Test
  void otherWordsAreNoDetails() {
    assertThatIllegalArgumentException().isThrownBy(() -> Details.of(" twice"));
  }

  private static String text(Request request) {
    return new String(request.bytes(), ISO_8859_1);
  }
}

package io.albspec.proxy.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.albspec.proxy.desync.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Requests of HTTP/2 that would be other ones in HTTP/1.1 (RFC 9113, 8.1.1 and 10.3): each is
 * refused on its stream, nothing of it reaches a target, and the connection goes on.
 */
@Timeout(60)
class Http2SmugglingTest {

  private static final int PROTOCOL_ERROR = 1;
  private static ProxyUnderTest proxy;

  @BeforeAll
  static void start() throws Exception {
    proxy = ProxyUnderTest.secured(Mode.MONITOR);
  }

  @AfterAll
  static void stop() throws Exception {
    proxy.close();
  }

  static Stream<List<String>> fields() {
    return Stream.of(
        List.of("a\r\nb", "1"),
        List.of("a\0", "1"),
        List.of("a b", "1"),
        List.of("a:b", "1"),
        List.of("A", "1"),
        List.of("", "1"),
        List.of("a\u00e9", "1"),
        List.of("a(b)", "1"),
        List.of(" a", "1"),
        List.of("a", "1\r\nb: 2"),
        List.of("a", "1\nb: 2"),
        List.of("a", "1\rb: 2"),
        List.of("a", "1\0"),
        List.of("a", " 1"),
        List.of("a", "1\t"),
        List.of("cookie", "a=1\r\nb: 2"),
        List.of("connection", "close"),
        List.of("connection", "x"),
        List.of("keep-alive", "5"),
        List.of("proxy-connection", "keep-alive"),
        List.of("transfer-encoding", "chunked"),
        List.of("transfer-encoding", "identity"),
        List.of("upgrade", "websocket"),
        List.of("te", "gzip"),
        List.of("te", "trailers, chunked"),
        List.of("host", "other.example.com"),
        List.of("host", "example.com", "host", "other.example.com"),
        List.of("content-length", "5"),
        List.of("content-length", "-1"),
        List.of("content-length", "0x0"),
        List.of("content-length", "+0"),
        List.of("content-length", ""),
        List.of("content-length", "0", "content-length", "1"),
        List.of(":path", "/late"),
        List.of(":status", "200"),
        List.of(":protocol", "websocket"),
        List.of(":unknown", "1"));
  }

  @ParameterizedTest
  @MethodSource("fields")
  void aFieldThatWouldBeAnotherOneIsRefused(List<String> fields) throws Exception {
    List<String> all = usual();
    all.addAll(fields);

    assertRefused(all);
  }

  private static List<String> usual() {
    return new ArrayList<>(
        List.of(":method", "GET", ":scheme", "https", ":path", "/", ":authority", "example.com"));
  }

  static Stream<List<String>> pseudoHeaders() {
    return Stream.of(
        List.of(":path", ""),
        List.of(":path", "a"),
        List.of(":path", "*"),
        List.of(":path", "/a b"),
        List.of(":path", "/ HTTP/1.1\r\nHost: x\r\n\r\nGET /"),
        List.of(":path", "/\t"),
        List.of(":path", "/\0"),
        List.of(":path", "/\u007f"),
        List.of(":path", "https://other.example.com/"),
        List.of(":path", "other.example.com:443"),
        List.of(":method", ""),
        List.of(":method", "GET /x HTTP/1.1\r\nHost: x\r\n\r\nGET"),
        List.of(":method", "G T"),
        List.of(":method", "GET\0"),
        List.of(":scheme", ""),
        List.of(":scheme", "ftp"),
        List.of(":scheme", "https://other.example.com/?"),
        List.of(":authority", ""),
        List.of(":authority", "user@example.com"),
        List.of(":authority", "example.com/"),
        List.of(":authority", "example.com?a"),
        List.of(":authority", "example.com#a"),
        List.of(":authority", "example.com\\a"),
        List.of(":authority", "example.com, other.example.com"),
        List.of(":authority", "example.com\r\nA: b"),
        List.of(":authority", "example .com"));
  }

  @ParameterizedTest
  @MethodSource("pseudoHeaders")
  void aPseudoHeaderThatWouldSayMoreIsRefused(List<String> field) throws Exception {
    List<String> all = usual();
    all.set(all.indexOf(field.get(0)) + 1, field.get(1));

    assertRefused(all);
  }

  static final List<String> NAMES = List.of(":method", ":scheme", ":path", ":authority");

  @ParameterizedTest
  @FieldSource("NAMES")
  void aPseudoHeaderThatComesTwiceIsRefused(String name) throws Exception {
    List<String> all = usual();
    int at = all.indexOf(name);
    all.add(0, all.get(at + 1));
    all.add(0, name);

    assertRefused(all);
  }

  @ParameterizedTest
  @FieldSource("NAMES")
  void aRequestThatLacksAPseudoHeaderIsRefused(String name) throws Exception {
    List<String> all = usual();
    int at = all.indexOf(name);
    all.remove(at);
    all.remove(at);

    try (Http2Peer client = Http2Peer.greeting(proxy.port())) {
      client.head(1, true, all.toArray(String[]::new));
      assertThat(client.awaitHead()).startsWith(":status: 400\n");
    }
  }

  private static void assertRefused(List<String> fields) throws Exception {
    long begun = proxy.serving().begun();
    try (Http2Peer client = Http2Peer.greeting(proxy.port())) {
      client.head(1, true, fields.toArray(String[]::new));

      assertThat(client.awaitHead()).startsWith(":status: 400\n");
      Frame reset = client.await(Frame.RST_STREAM);
      assertThat(reset.stream()).isEqualTo(1);
      assertThat(reset.number()).isEqualTo(PROTOCOL_ERROR);
      client.request(3, "GET", ServingTarget.OK, true);
      assertThat(client.awaitBody(3)).isEqualTo("ok");
    }
    assertThat(proxy.serving().begun()).isEqualTo(begun + 1);
    assertThat(proxy.hasWaitingConnectionToTarget()).isFalse();
  }
}

package io.albspec.proxy.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.albspec.proxy.desync.KnownRequests;
import io.albspec.proxy.desync.Mode;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever the balancer forwards of a known smuggling request, servers of all habits agree on how
 * many requests it is. If they did not, one of them would take a part of it for a request of
 * somebody else.
 */
@Timeout(300)
class SmugglingTest {

  private static final String NEXT = "GET /next HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n";
  private static final Duration IDLE = Duration.ofSeconds(61);

  private record Attempt(String id, String bytes) {}

  @ParameterizedTest
  @EnumSource(Mode.class)
  void allServersSeeTheSameRequests(Mode mode) throws Exception {
    List<String> disagreements = new ArrayList<>();
    int reached = 0;
    try (ProxyUnderTest proxy = new ProxyUnderTest(mode)) {
      RecordingTarget target = new RecordingTarget(proxy);
      for (Attempt attempt : attempts()) {
        send(proxy, attempt.bytes() + NEXT);
        for (String bytes : target.received()) {
          reached++;
          disagreement(bytes).ifPresent(how -> disagreements.add(attempt.id() + ": " + how));
        }
      }
    }

    assertThat(disagreements).isEmpty();
    assertThat(reached).isPositive();
  }

  /**
   * What complies goes on so that the strictest of readers takes it, and reads as many requests.
   */
  @Test
  void jettysStrictParserReadsTheSameRequests() throws Exception {
    List<String> disagreements = new ArrayList<>();
    try (ProxyUnderTest proxy = new ProxyUnderTest(Mode.STRICTEST)) {
      RecordingTarget target = new RecordingTarget(proxy);
      for (Attempt attempt : attempts()) {
        send(proxy, attempt.bytes() + NEXT);
        for (String bytes : target.received()) {
          String expected = Reader.STRICT.count(bytes) + " requests:";
          String read = JettyReader.read(bytes);
          if (!expected.startsWith("-") && !read.startsWith(expected)) {
            disagreements.add("%s: %s of%n%s".formatted(attempt.id(), read, bytes));
          }
        }
      }
    }

    assertThat(disagreements).isEmpty();
  }

  /** Sends, and waits until the balancer has ended the connection. */
  private static void send(ProxyUnderTest proxy, String bytes) throws IOException {
    try (Wire client = proxy.client()) {
      client.send(bytes);
      while (!client.isReadToTheEnd()) {
        proxy.time.advance(IDLE);
      }
    } catch (SocketTimeoutException e) {
      throw new IOException("the balancer does not end the connection after " + bytes, e);
    }
  }

  /**
   * A server that waits for more is no danger if nothing more comes, so that is all right on a
   * connection of one request.
   */
  private static Optional<String> disagreement(String bytes) {
    int strict = Reader.STRICT.count(bytes);
    for (Reader reader : Reader.values()) {
      int count = reader.count(bytes);
      if (count > Math.max(strict, 1) || (strict > 1 && count != strict)) {
        return Optional.of(
            "%s reads %d requests, not %d, in%n%s".formatted(reader, count, strict, bytes));
      }
    }
    return Optional.empty();
  }

  /** A whole request in a body that ends here for some servers and there for others. */
  private static List<Attempt> hiddenInBodies() {
    String hidden = "GET /hidden HTTP/1.1\r\nHost: h\r\n\r\n";
    String chunks = "%x\r\n%s\r\n0\r\n\r\n".formatted(hidden.length(), hidden);
    String head = "POST /x HTTP/1.1\r\nHost: h\r\n";
    List<Attempt> attempts = new ArrayList<>();
    for (String coding :
        List.of(
            "Transfer-Encoding: chunked",
            "Transfer-Encoding: identity, chunked",
            "Transfer-Encoding : chunked",
            "Transfer_Encoding: chunked",
            "Transfer-Encoding\t: chunked",
            " Transfer-Encoding: chunked",
            "X: y\r\n Transfer-Encoding: chunked")) {
      for (int length : new int[] {0, 4, 5, hidden.length(), chunks.length()}) {
        String lengthField = "Content-Length: " + length;
        attempts.add(
            new Attempt(
                coding + length, head + coding + "\r\n" + lengthField + "\r\n\r\n" + chunks));
        attempts.add(
            new Attempt(
                length + coding, head + lengthField + "\r\n" + coding + "\r\n\r\n" + chunks));
      }
    }
    return attempts;
  }

  private static List<Attempt> attempts() throws IOException {
    List<Attempt> attempts = hiddenInBodies();
    for (JsonNode each : KnownRequests.smuggling()) {
      byte[] bytes = KnownRequests.bytes(each.path("raw_request_b64"));
      attempts.add(new Attempt(each.path("id").asText(), Reader.text(bytes)));
    }
    return attempts;
  }
}

package io.albspec.proxy.stickiness;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.albspec.proxy.exchange.Exchange;
import io.albspec.proxy.exchange.ReceivedRequest;
import io.albspec.proxy.target.Target;
import io.albspec.proxy.target.TargetGroup;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A client's request, and what it was answered.
 *
 * @param port of the target, or 0 if there was none
 * @param newSession whether that is how it was counted
 * @param lines that were added to the response, without their ends
 */
record Visit(int port, boolean newSession, List<String> lines) {

  /** A client that keeps cookies, whatever their Expires. */
  static final class Client {

    final Map<String, String> cookies = new LinkedHashMap<>();
    private final StickySessions sessions;
    private String userAgent = "curl/8.0";
    private boolean weighted;

    Client(StickySessions sessions) {
      this.sessions = sessions;
    }

    Client with(String agent) {
      userAgent = agent;
      return this;
    }

    Client byWeights() {
      weighted = true;
      return this;
    }

    /** Requests something, and is answered that much later with these header lines. */
    Visit visit(TargetGroup group, Duration answeredAfter, String... responseLines) {
      Exchange exchange = ReceivedRequest.of(request());
      if (weighted) {
        exchange.decision().weighted();
      }
      Target target = sessions.choose(exchange, group);
      String head = "HTTP/1.1 200 OK\r\n" + String.join("\r\n", responseLines) + "\r\n\r\n";
      exchange.response().head().read(ByteBuffer.wrap(head.getBytes(ISO_8859_1)));
      Instant then = ReceivedRequest.RECEIVED_AT.plus(answeredAfter);
      List<String> added = exchange.addedFields().lines(exchange, then).lines().toList();
      List.of(responseLines).forEach(this::keep);
      added.forEach(this::keep);
      return new Visit(
          target == null ? 0 : target.address().getPort(),
          exchange.decision().isNewSession(),
          added);
    }

    /** The same, answered so long before the time of all requests. */
    Visit visited(TargetGroup group, Duration ago, String... responseLines) {
      return visit(group, ago.negated(), responseLines);
    }

    Visit visit(TargetGroup group, String... responseLines) {
      return visit(group, Duration.ZERO, responseLines);
    }

    private String request() {
      String sent =
          cookies.entrySet().stream()
              .map(each -> each.getKey() + "=" + each.getValue())
              .collect(Collectors.joining("; "));
      return "GET / HTTP/1.1\r\nHost: h\r\nUser-Agent: "
          + userAgent
          + (sent.isEmpty() ? "" : "\r\nCookie: " + sent)
          + "\r\n\r\n";
    }

    private void keep(String line) {
      if (line.startsWith("Set-Cookie: ")) {
        String pair = line.substring("Set-Cookie: ".length()).split(";", 2)[0];
        cookies.put(pair.split("=", 2)[0], pair.split("=", 2)[1]);
      }
    }
  }
}

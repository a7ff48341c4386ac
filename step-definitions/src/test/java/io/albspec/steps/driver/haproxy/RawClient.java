package io.albspec.steps.driver.haproxy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A client connection that says exactly what it is told to. */
final class RawClient implements AutoCloseable {

  private static final int TIMEOUT_MILLIS = 10_000;
  private static final Pattern LENGTH = Pattern.compile("content-length: (\\d+)");

  private final Socket socket;

  RawClient(InetSocketAddress listener) throws IOException {
    socket = new Socket();
    socket.connect(listener, TIMEOUT_MILLIS);
    socket.setSoTimeout(TIMEOUT_MILLIS);
  }

  /** One request on a connection of its own. */
  static String get(InetSocketAddress listener, String target, String... headers)
      throws IOException {
    try (RawClient client = new RawClient(listener)) {
      client.send("GET", target, headers);
      return client.receive().orElseThrow(() -> new IOException("closed without a response"));
    }
  }

  void send(String method, String target, String... headers) throws IOException {
    String host =
        String.join("\n", headers).toLowerCase(Locale.ROOT).contains("host:")
            ? ""
            : "Host: example.com\r\n";
    String lines = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
    String head = method + " " + target + " HTTP/1.1\r\n" + host + lines + "\r\n";
    socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
  }

  /** The next response, head and body; empty if the connection was closed instead. */
  Optional<String> receive() throws IOException {
    InputStream in = socket.getInputStream();
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int octet = in.read();
      if (octet < 0) {
        return Optional.empty();
      }
      head.append((char) octet);
    }
    Matcher length = LENGTH.matcher(head.toString().toLowerCase(Locale.ROOT));
    byte[] body = in.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0);
    return Optional.of(head + new String(body, StandardCharsets.UTF_8));
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}

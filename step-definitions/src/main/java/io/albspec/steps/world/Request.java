package io.albspec.steps.world;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A request as a step asks for it.
 *
 * @param method such as {@code GET}
 * @param path with its query, or {@code *}
 * @param host the value of the header Host
 * @param headers after Host, in their order
 * @param body sent as it is, each character one byte
 * @param framing how the end of the body is told
 */
public record Request(
    String method,
    String path,
    String host,
    List<Map.Entry<String, String>> headers,
    String body,
    Framing framing) {

  private static final String DEFAULT_HOST = "example.com";

  /** How a receiver learns where a body ends. */
  public enum Framing {
    /** There is no body. */
    NONE,
    /** By the header Content-Length. */
    LENGTH,
    /** By its last chunk. */
    CHUNKS
  }

  /** A GET without a header but Host. */
  public static Request get(String path) {
    return new Request("GET", path, DEFAULT_HOST, List.of(), "", Framing.NONE);
  }

  /** The same with what a step adds. */
  public Request with(Details details) {
    return new Request(
        details.method().orElse(method),
        path,
        details.host().orElse(host),
        headers,
        details.body().orElse(body),
        details.body().isPresent() ? Framing.LENGTH : framing);
  }

  /** The same with these headers. */
  public Request with(List<Map.Entry<String, String>> added) {
    List<Map.Entry<String, String>> all = new ArrayList<>(headers);
    all.addAll(added);
    return new Request(method, path, host, List.copyOf(all), body, framing);
  }

  /** A POST of so many bytes. */
  public static Request upload(String path, int size, Framing framing) {
    String body = new String(Payload.ofSize(size), ISO_8859_1);
    return new Request("POST", path, DEFAULT_HOST, List.of(), body, framing);
  }

  /** A request for a WebSocket connection, with the key of RFC 6455 section 1.3. */
  public static Request webSocket(String path) {
    return get(path)
        .with(
            List.of(
                Map.entry("Upgrade", "websocket"),
                Map.entry("Connection", "Upgrade"),
                Map.entry("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ=="),
                Map.entry("Sec-WebSocket-Version", "13")));
  }

  /** The request on the wire. */
  public byte[] bytes() {
    StringBuilder head = new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: " + host);
    headers.forEach(each -> head.append("\r\n" + each.getKey() + ": " + each.getValue()));
    head.append(
        switch (framing) {
          case NONE -> "";
          case LENGTH -> "\r\nContent-Length: " + body.length();
          case CHUNKS -> "\r\nTransfer-Encoding: chunked";
        });
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(head.append("\r\n\r\n").toString().getBytes(ISO_8859_1));
    byte[] content = body.getBytes(ISO_8859_1);
    bytes.writeBytes(framing == Framing.CHUNKS ? Payload.inChunks(content) : content);
    return bytes.toByteArray();
  }
}

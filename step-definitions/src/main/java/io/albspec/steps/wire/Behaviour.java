package io.albspec.steps.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;

/** How a target treats a request. */
@FunctionalInterface
public interface Behaviour {

  /** Does what is to be done on the connection of a request that was read. */
  void answer(Received request) throws IOException;

  /** Answers with these bytes and leaves the connection open. */
  static Behaviour sending(byte[] bytes) {
    return request -> request.connection().send(bytes);
  }

  /** Answers with these bytes and ends the connection. */
  static Behaviour sendingAndClosing(byte[] bytes) {
    return request -> {
      request.connection().send(bytes);
      request.connection().finish();
    };
  }

  /** Answers with a status and a text. */
  static Behaviour status(int status, String text) {
    boolean bodiless = status == 204 || status == 304;
    String content =
        bodiless
            ? "\r\n"
            : "Content-Type: text/plain\r\nContent-Length: %d\r\n\r\n%s"
                .formatted(text.length(), text);
    String whole = "HTTP/1.1 %d Status %d\r\n%s".formatted(status, status, content);
    String head = whole.substring(0, whole.indexOf("\r\n\r\n") + 4);
    return request ->
        request
            .connection()
            .send((request.head().word(0).equals("HEAD") ? head : whole).getBytes(ISO_8859_1));
  }

  /** Answers with a body of that many bytes. */
  static Behaviour body(int size, boolean chunked) {
    return request -> {
      byte[] body = Payload.ofSize(size);
      String framing = chunked ? "Transfer-Encoding: chunked" : "Content-Length: " + size;
      String head = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n" + framing + "\r\n\r\n";
      request.connection().send(head.getBytes(ISO_8859_1));
      request.connection().send(chunked ? Payload.inChunks(body) : body);
    };
  }

  /** Reads and stays silent. */
  static Behaviour silent() {
    return request -> {};
  }

  /** Ends the connection. */
  static Behaviour closing() {
    return request -> request.connection().close();
  }

  /** Ends the connection with a reset. */
  static Behaviour resetting() {
    return request -> request.connection().reset();
  }
}

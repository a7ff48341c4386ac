package io.albspec.steps.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Reads messages from a connection, one after the other. */
final class MessageReader {

  private static final int RADIX = 16;

  private final InputStream in;
  private long consumed;

  MessageReader(InputStream in) {
    this.in = in;
  }

  /** How many bytes the messages that were read had. */
  long consumed() {
    return consumed;
  }

  /** The next head, empty if the connection ends before it begins. */
  Optional<Head> head() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int lineLength = 0;
    while (true) {
      int next = next();
      if (next < 0) {
        if (bytes.size() == 0) {
          return Optional.empty();
        }
        throw new EOFException("the connection ended in the middle of a head");
      }
      bytes.write(next);
      if (next == '\n') {
        if (lineLength == 0 && bytes.size() > 2) {
          return Optional.of(Head.of(bytes.toByteArray()));
        }
        lineLength = 0;
      } else if (next != '\r') {
        lineLength++;
      }
    }
  }

  /** A body of that length. */
  byte[] body(long length) throws IOException {
    byte[] body = in.readNBytes(Math.toIntExact(length));
    consumed += body.length;
    if (body.length < length) {
      throw new EOFException("the connection ended after " + body.length + " bytes of a body");
    }
    return body;
  }

  /** A body in chunks, put together; trailer fields are dropped. */
  byte[] chunks() throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    while (true) {
      String size = line().split(";", 2)[0].strip();
      int length = Integer.parseInt(size, RADIX);
      if (length == 0) {
        while (!line().isEmpty()) {
          // A trailer field.
        }
        return body.toByteArray();
      }
      body.write(body(length));
      if (!line().isEmpty()) {
        throw new IOException("a chunk is longer than its size says");
      }
    }
  }

  /** Everything until the connection ends. */
  byte[] rest() throws IOException {
    byte[] rest = in.readAllBytes();
    consumed += rest.length;
    return rest;
  }

  private int next() throws IOException {
    int next = in.read();
    consumed += next < 0 ? 0 : 1;
    return next;
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = next(); next != '\n'; next = next()) {
      if (next < 0) {
        throw new EOFException("the connection ended in the middle of a line");
      }
      if (next != '\r') {
        line.write(next);
      }
    }
    return line.toString(ISO_8859_1);
  }
}

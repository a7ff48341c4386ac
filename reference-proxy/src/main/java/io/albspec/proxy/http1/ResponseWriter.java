package io.albspec.proxy.http1;

import io.albspec.proxy.exchange.MessageHead;
import io.albspec.proxy.exchange.OwnResponse;
import io.albspec.proxy.exchange.ResponseHead;
import io.albspec.proxy.worker.Buffers;
import io.albspec.proxy.worker.DateHeader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Writes the heads that clients receive. One for each worker, on its thread only. */
public final class ResponseWriter {

  private static final byte[] VERSION = ascii("HTTP/1.1 ");
  private static final byte[] SERVER = ascii("Server: awselb/2.0\r\n");
  private static final byte[] DATE = ascii("Date: ");
  private static final byte[] CONTENT_TYPE = ascii("Content-Type: ");
  private static final byte[] CONTENT_LENGTH = ascii("Content-Length: ");
  private static final byte[] LOCATION = ascii("Location: ");
  private static final byte[] CHUNKED = ascii("Transfer-Encoding: chunked\r\n");
  private static final byte[] KEEP_ALIVE = ascii("Connection: keep-alive\r\n\r\n");
  private static final byte[] CLOSE = ascii("Connection: close\r\n\r\n");

  private final HeadWriter out = new HeadWriter();
  private final DateHeader date;

  /** Takes the date from its worker. */
  public ResponseWriter(DateHeader date) {
    this.date = date;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** Writes the head of a response of the balancer's own. Buffers as of a request's head. */
  ByteBuffer own(OwnResponse response, boolean close, Buffers buffers) {
    out.begin().put(VERSION).put(response.status()).put(" ").put(response.reason());
    out.put(HeadWriter.CRLF).put(SERVER).put(DATE).put(date.now()).put(HeadWriter.CRLF);
    if (!response.contentType().isEmpty()) {
      out.put(CONTENT_TYPE).put(response.contentType()).put(HeadWriter.CRLF);
    }
    if (response.status() != 204) {
      out.put(CONTENT_LENGTH).put(response.body().remaining()).put(HeadWriter.CRLF);
    }
    if (!response.location().isEmpty()) {
      out.put(LOCATION).put(response.location()).put(HeadWriter.CRLF);
    }
    return out.put(close ? CLOSE : KEEP_ALIVE).into(buffers);
  }

  /**
   * Writes the head of a target's response. Of several fields with its length, which then are
   * equal, one is enough (RFC 9110, 8.6).
   *
   * @param added lines of the balancer's own
   * @param chunked whether its body is sent in chunks
   */
  ByteBuffer target(
      ResponseHead response, String added, boolean chunked, boolean close, Buffers buffers) {
    MessageHead head = response.head();
    statusLine(response);
    ConnectionOptions options = ConnectionOptions.of(head);
    boolean dated = false;
    boolean measured = false;
    for (int field = 0; field < head.fieldCount(); field++) {
      switch (KnownField.of(head, field)) {
        case CONNECTION, KEEP_ALIVE, PROXY_CONNECTION, TRANSFER_ENCODING, UPGRADE, TE -> {}
        case TRAILER -> {
          if (chunked) {
            out.putLine(head, field);
          }
        }
        case CONTENT_LENGTH -> {
          if (!chunked && !measured) {
            measured = true;
            out.putLine(head, field);
          }
        }
        case DATE -> {
          dated = true;
          out.putLine(head, field);
        }
        default -> {
          if (!options.name(head, field)) {
            out.putLine(head, field);
          }
        }
      }
    }
    if (!dated) {
      out.put(DATE).put(date.now()).put(HeadWriter.CRLF);
    }
    out.put(added);
    if (chunked) {
      out.put(CHUNKED);
    }
    return out.put(close ? CLOSE : KEEP_ALIVE).into(buffers);
  }

  /**
   * Writes the head of an interim response, as the target sent it.
   *
   * @param added lines of the balancer's own
   */
  ByteBuffer interim(ResponseHead response, String added, Buffers buffers) {
    MessageHead head = response.head();
    statusLine(response);
    for (int field = 0; field < head.fieldCount(); field++) {
      out.putLine(head, field);
    }
    return out.put(added).put(HeadWriter.CRLF).into(buffers);
  }

  private void statusLine(ResponseHead response) {
    MessageHead head = response.head();
    int code = head.startLineStart() + "HTTP/1.1 ".length();
    out.begin().put(VERSION).put(head.bytes(), code, head.startLineEnd()).put(HeadWriter.CRLF);
  }
}

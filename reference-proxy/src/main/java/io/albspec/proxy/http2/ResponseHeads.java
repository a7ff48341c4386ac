package io.albspec.proxy.http2;

import io.albspec.proxy.exchange.MessageHead;
import io.albspec.proxy.exchange.OwnResponse;
import io.albspec.proxy.exchange.ResponseHead;
import io.albspec.proxy.hpack.FieldBlock;
import io.albspec.proxy.http1.ConnectionOptions;
import io.albspec.proxy.http1.KnownField;
import io.albspec.proxy.worker.DateHeader;
import java.nio.charset.StandardCharsets;

/** Encodes the heads that clients receive. One for each worker, on its thread only. */
final class ResponseHeads {

  private static final byte[] SERVER = ascii("awselb/2.0");

  private final FieldBlock block = new FieldBlock();
  private final DateHeader date;

  ResponseHeads(DateHeader date) {
    this.date = date;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Begins the next block. */
  FieldBlock begin() {
    return block.begin();
  }

  /** The block that has been built. */
  FieldBlock block() {
    return block;
  }

  /** The head of a response of the balancer's own. */
  void own(OwnResponse response) {
    block.status(response.status()).field("server", SERVER).field("date", date.now());
    if (!response.contentType().isEmpty()) {
      block.field("content-type", ascii(response.contentType()));
    }
    if (response.status() != 204) {
      block.field("content-length", ascii(Integer.toString(response.body().remaining())));
    }
    if (!response.location().isEmpty()) {
      block.field("location", ascii(response.location()));
    }
  }

  /**
   * The head of a target's response, without what concerns its connection only (RFC 9113, 8.2.2).
   *
   * @param added lines of the balancer's own
   * @param measured whether the length that the target tells is that of the body
   */
  void target(ResponseHead response, String added, boolean measured) {
    MessageHead head = response.head();
    ConnectionOptions options = ConnectionOptions.of(head);
    boolean dated = false;
    boolean lengthToCome = measured;
    block.status(response.status());
    for (int field = 0; field < head.fieldCount(); field++) {
      switch (KnownField.of(head, field)) {
        case CONNECTION, KEEP_ALIVE, PROXY_CONNECTION, TRANSFER_ENCODING, UPGRADE, TE -> {}
        case CONTENT_LENGTH -> {
          if (lengthToCome) {
            lengthToCome = false;
            put(head, field);
          }
        }
        case DATE -> {
          dated = true;
          put(head, field);
        }
        default -> {
          if (!options.name(head, field)) {
            put(head, field);
          }
        }
      }
    }
    if (!dated) {
      block.field("date", date.now());
    }
    block.lines(ascii(added));
  }

  /** The head of an interim response. */
  void interim(ResponseHead response) {
    MessageHead head = response.head();
    ConnectionOptions options = ConnectionOptions.of(head);
    block.status(response.status());
    for (int field = 0; field < head.fieldCount(); field++) {
      switch (KnownField.of(head, field)) {
        case CONNECTION, KEEP_ALIVE, PROXY_CONNECTION, TRANSFER_ENCODING, UPGRADE, TE -> {}
        default -> {
          if (!options.name(head, field)) {
            put(head, field);
          }
        }
      }
    }
  }

  private void put(MessageHead head, int field) {
    byte[] bytes = head.bytes();
    block.field(
        bytes,
        head.nameStart(field),
        head.nameEnd(field),
        bytes,
        head.valueStart(field),
        head.valueEnd(field));
  }

  /** Fields that are given as lines of HTTP/1.1, each with CRLF at its end. */
  void lines(byte[] lines) {
    block.lines(lines);
  }
}

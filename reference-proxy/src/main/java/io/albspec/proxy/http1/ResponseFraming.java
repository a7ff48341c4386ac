package io.albspec.proxy.http1;

import io.albspec.proxy.exchange.ClientSide;
import io.albspec.proxy.exchange.MessageHead;
import io.albspec.proxy.exchange.RequestHead;
import io.albspec.proxy.exchange.ResponseHead;

/**
 * What the head of a target's response says about its body and its connection (RFC 9112, 6.3).
 * Reused for the next response.
 */
public final class ResponseFraming {

  private static final int NO_CONTENT = 204;
  private static final int NOT_MODIFIED = 304;

  private long contentLength;
  private boolean transferEncoded;
  private boolean chunked;
  private boolean keepAlive;
  private long length;

  /** Reads the head. False if it is malformed: the response cannot be trusted to end anywhere. */
  public boolean read(RequestHead request, ResponseHead response) {
    contentLength = FieldValue.INVALID;
    transferEncoded = false;
    chunked = false;
    keepAlive = response.minorVersion() == 1;
    MessageHead head = response.head();
    for (int field = 0; field < head.fieldCount(); field++) {
      if (!field(head, field)) {
        return false;
      }
    }
    boolean bodiless =
        response.status() == NO_CONTENT
            || response.status() == NOT_MODIFIED
            || request.isMethod("HEAD");
    if (bodiless) {
      length = ClientSide.NO_BODY;
    } else if (transferEncoded) {
      length = ClientSide.UNKNOWN_LENGTH;
    } else {
      length = contentLength >= 0 ? contentLength : ClientSide.UNKNOWN_LENGTH;
    }
    return !(transferEncoded && contentLength >= 0) && !(transferEncoded && !chunked);
  }

  private boolean field(MessageHead head, int field) {
    if (!FieldSyntax.isWellFormed(head, field)) {
      return false;
    }
    switch (KnownField.of(head, field)) {
      case CONTENT_LENGTH -> {
        long value = FieldValue.length(head, field);
        boolean other = contentLength >= 0 && contentLength != value;
        contentLength = value;
        return value != FieldValue.INVALID && !other;
      }
      case TRANSFER_ENCODING -> {
        boolean repeated = transferEncoded;
        transferEncoded = true;
        chunked = FieldValue.is(head, field, "chunked");
        return !repeated;
      }
      case CONNECTION -> keepAlive = keepsAlive(head, field);
      default -> {
        return true;
      }
    }
    return true;
  }

  private boolean keepsAlive(MessageHead head, int field) {
    return !FieldValue.lists(head, field, "close")
        && (keepAlive || FieldValue.lists(head, field, "keep-alive"));
  }

  /** Sets up the decoder for the response's body. */
  public void applyTo(BodyDecoder body) {
    if (length == ClientSide.NO_BODY) {
      body.length(0);
    } else if (chunked) {
      body.chunked();
    } else if (length == ClientSide.UNKNOWN_LENGTH) {
      body.untilClose();
      keepAlive = false;
    } else {
      body.length(length);
    }
  }

  /** The body's length, or {@link ClientSide#UNKNOWN_LENGTH} or {@link ClientSide#NO_BODY}. */
  public long length() {
    return length;
  }

  /** Whether the target keeps its connection for further requests. */
  public boolean isKeepAlive() {
    return keepAlive;
  }
}

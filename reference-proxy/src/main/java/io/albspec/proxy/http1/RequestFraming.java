package io.albspec.proxy.http1;

import io.albspec.proxy.exchange.ClientSide;
import io.albspec.proxy.exchange.MessageHead;
import io.albspec.proxy.exchange.OwnResponse;
import io.albspec.proxy.exchange.RequestHead;

/**
 * What the head of a request that has been admitted says about its body and its connection. Reused
 * for the next request.
 *
 * <p>Chunks decide over a length. Where the end of the body could only be guessed the request is
 * refused, whatever the mode.
 */
final class RequestFraming {

  private static final OwnResponse TOO_MANY_ADDRESSES =
      OwnResponse.error(463, "Too Many Addresses", false);

  /** Guide: "HTTP 463". */
  private static final int MOST_ADDRESSES = 30;

  private final TransferCodings codings = new TransferCodings();
  private long contentLength;
  private boolean lengthMalformed;
  private boolean close;
  private boolean keepAlive;
  private boolean upgradeOption;
  private boolean webSocket;
  private boolean expectsContinue;
  private int hosts;
  private int addresses;
  private boolean http11;

  /** Reads the head. Returns why it is refused, or null if it is not. */
  OwnResponse read(RequestHead request) {
    clear(request);
    MessageHead head = request.head();
    for (int field = 0; field < head.fieldCount(); field++) {
      field(head, field);
    }
    OwnResponse refusal = codings.refusal();
    if (refusal != null) {
      return refusal;
    }
    boolean unnamed = hosts == 0 && !request.isAbsolute() && http11;
    if (unnamed || (lengthMalformed && !codings.isChunked())) {
      return Refusals.BAD_REQUEST;
    }
    return addresses > MOST_ADDRESSES ? TOO_MANY_ADDRESSES : null;
  }

  private void clear(RequestHead request) {
    codings.clear();
    contentLength = FieldValue.INVALID;
    lengthMalformed = false;
    close = false;
    keepAlive = false;
    upgradeOption = false;
    webSocket = false;
    expectsContinue = false;
    hosts = 0;
    addresses = 0;
    http11 = request.minorVersion() == 1;
  }

  private void field(MessageHead head, int field) {
    switch (KnownField.of(head, field)) {
      case CONTENT_LENGTH -> contentLength(head, field);
      case TRANSFER_ENCODING -> codings.add(head, field);
      case CONNECTION -> connection(head, field);
      case EXPECT -> expectsContinue |= FieldValue.is(head, field, "100-continue");
      case HOST -> hosts++;
      case UPGRADE -> webSocket |= FieldValue.lists(head, field, "websocket");
      case X_FORWARDED_FOR -> addresses += FieldValue.items(head, field);
      default -> {}
    }
  }

  private void contentLength(MessageHead head, int field) {
    long length = FieldValue.length(head, field);
    lengthMalformed |= length == FieldValue.INVALID;
    lengthMalformed |= contentLength >= 0 && contentLength != length;
    contentLength = length;
  }

  private void connection(MessageHead head, int field) {
    close |= FieldValue.lists(head, field, "close");
    keepAlive |= FieldValue.lists(head, field, "keep-alive");
    upgradeOption |= FieldValue.lists(head, field, "upgrade");
  }

  /** Sets up the decoder for the request's body. */
  void applyTo(BodyDecoder body) {
    if (codings.isChunked()) {
      body.chunked();
    } else {
      body.length(Math.max(contentLength, 0));
    }
  }

  /** How long the body is: 0 for none, {@link ClientSide#UNKNOWN_LENGTH} for chunks. */
  long contentLength() {
    return codings.isChunked() ? ClientSide.UNKNOWN_LENGTH : Math.max(contentLength, 0);
  }

  /** Whether there is a field that frames the body. */
  boolean isFramed() {
    return codings.isPresent() || contentLength >= 0;
  }

  /** Whether the client wants to send further requests on its connection. */
  boolean isKeepAlive() {
    return !close && (http11 || keepAlive);
  }

  /** Whether the client waits for a 100 (Continue) before it sends the body. */
  boolean expectsContinue() {
    return expectsContinue;
  }

  /** Whether the client asks to go on with the WebSocket protocol (RFC 6455, 4.1). */
  boolean isWebSocket() {
    return webSocket && upgradeOption && http11 && contentLength() == 0;
  }
}

package io.albspec.proxy.http1;

import io.albspec.proxy.exchange.ClientSide;
import io.albspec.proxy.exchange.MessageHead;
import io.albspec.proxy.exchange.OwnResponse;
import io.albspec.proxy.exchange.RequestHead;

/**
 * What the head of a request says about its body and its connection, and whether it can be accepted
 * at all. Reused for the next request.
 *
 * <p>Any head whose framing two readers could understand differently is refused.
 */
final class RequestFraming {

  private static final OwnResponse BAD_REQUEST = OwnResponse.error(400, "Bad Request", true);
  private static final OwnResponse METHOD_NOT_ALLOWED =
      OwnResponse.error(405, "Method Not Allowed", true);
  private static final OwnResponse NOT_IMPLEMENTED =
      OwnResponse.error(501, "Not Implemented", true);
  private static final OwnResponse VERSION_NOT_SUPPORTED =
      OwnResponse.error(505, "HTTP Version Not Supported", true);

  private long contentLength;
  private boolean chunked;
  private boolean transferEncoded;
  private boolean keepAlive;
  private boolean expectsContinue;
  private int hosts;

  /** Reads the head. Returns why it is refused, or null if it is not. */
  OwnResponse read(RequestHead request) {
    contentLength = FieldValue.INVALID;
    chunked = false;
    transferEncoded = false;
    expectsContinue = false;
    hosts = 0;
    OwnResponse refusal = requestLine(request);
    if (refusal != null) {
      return refusal;
    }
    keepAlive = request.minorVersion() == 1;
    MessageHead head = request.head();
    for (int field = 0; field < head.fieldCount(); field++) {
      refusal = field(head, field);
      if (refusal != null) {
        return refusal;
      }
    }
    boolean ambiguous = transferEncoded && contentLength >= 0;
    boolean unnamed = hosts == 0 && !request.isAbsolute() && request.minorVersion() == 1;
    boolean chunkedBeforeHttp11 = transferEncoded && request.minorVersion() == 0;
    return ambiguous || unnamed || chunkedBeforeHttp11 ? BAD_REQUEST : null;
  }

  private static OwnResponse requestLine(RequestHead request) {
    byte[] bytes = request.head().bytes();
    for (int i = request.methodStart(); i < request.methodEnd(); i++) {
      if (!RequestHead.isToken(bytes[i])) {
        return BAD_REQUEST;
      }
    }
    for (int i = request.targetStart(); i < request.targetEnd(); i++) {
      if ((bytes[i] >= 0 && bytes[i] <= ' ') || bytes[i] == 0x7f) {
        return BAD_REQUEST;
      }
    }
    if (request.methodEnd() == request.methodStart()
        || request.targetEnd() == request.targetStart()
        || !hasAcceptableForm(request)) {
      return BAD_REQUEST;
    }
    if (request.minorVersion() < 0) {
      return isHttp2(request) ? VERSION_NOT_SUPPORTED : BAD_REQUEST;
    }
    return request.isMethod("TRACE") ? METHOD_NOT_ALLOWED : null;
  }

  /** Origin form, absolute form, or the asterisk of OPTIONS (RFC 9112, 3.2). */
  private static boolean hasAcceptableForm(RequestHead request) {
    byte[] bytes = request.head().bytes();
    int from = request.targetStart();
    if (request.isAbsolute()) {
      return request.hostEnd() > request.hostStart();
    }
    boolean asterisk = bytes[from] == '*' && request.targetEnd() == from + 1;
    return bytes[from] == '/' || (asterisk && request.isMethod("OPTIONS"));
  }

  private static boolean isHttp2(RequestHead request) {
    String version = request.head().text(request.versionStart(), request.versionEnd());
    return version.startsWith("HTTP/") && version.compareTo("HTTP/2") >= 0;
  }

  private OwnResponse field(MessageHead head, int field) {
    if (!FieldSyntax.isWellFormed(head, field)) {
      return BAD_REQUEST;
    }
    switch (KnownField.of(head, field)) {
      case CONTENT_LENGTH -> {
        return contentLength(head, field);
      }
      case TRANSFER_ENCODING -> {
        return transferEncoding(head, field);
      }
      case CONNECTION -> connection(head, field);
      case EXPECT -> expectsContinue |= FieldValue.is(head, field, "100-continue");
      case HOST -> hosts++;
      default -> {
        return null;
      }
    }
    return null;
  }

  private OwnResponse contentLength(MessageHead head, int field) {
    long length = FieldValue.length(head, field);
    if (length == FieldValue.INVALID || contentLength >= 0) {
      return BAD_REQUEST;
    }
    contentLength = length;
    return null;
  }

  private OwnResponse transferEncoding(MessageHead head, int field) {
    if (transferEncoded) {
      return BAD_REQUEST;
    }
    transferEncoded = true;
    chunked = FieldValue.is(head, field, "chunked");
    return chunked ? null : NOT_IMPLEMENTED;
  }

  private void connection(MessageHead head, int field) {
    if (FieldValue.lists(head, field, "close")) {
      keepAlive = false;
    } else if (FieldValue.lists(head, field, "keep-alive")) {
      keepAlive = true;
    }
  }

  /** Sets up the decoder for the request's body. */
  void applyTo(BodyDecoder body) {
    if (chunked) {
      body.chunked();
    } else {
      body.length(Math.max(contentLength, 0));
    }
  }

  /** How long the body is: 0 for none, {@link ClientSide#UNKNOWN_LENGTH} for chunks. */
  long contentLength() {
    return chunked ? ClientSide.UNKNOWN_LENGTH : Math.max(contentLength, 0);
  }

  /** Whether the client wants to send further requests on its connection. */
  boolean isKeepAlive() {
    return keepAlive;
  }

  /** Whether the client waits for a 100 (Continue) before it sends the body. */
  boolean expectsContinue() {
    return expectsContinue;
  }
}

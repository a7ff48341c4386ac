package io.albspec.proxy.http1;

import io.albspec.proxy.desync.FieldName;
import io.albspec.proxy.desync.Likeness;
import io.albspec.proxy.exchange.ClientSide;
import io.albspec.proxy.exchange.ConnectionInfo;
import io.albspec.proxy.exchange.Exchange;
import io.albspec.proxy.exchange.MessageHead;
import io.albspec.proxy.exchange.RequestHead;
import io.albspec.proxy.exchange.Settings.ForwardedFor;
import io.albspec.proxy.exchange.TlsInfo;
import io.albspec.proxy.worker.Buffers;
import java.net.Inet6Address;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Writes the head that a target receives: the request as it came, its fields in their order and
 * case, with the fields of the balancer before them (guide: "HTTP headers and Application Load
 * Balancers", "Host header preservation") and without those that concern the client's connection
 * only (RFC 9110, 7.6.1).
 */
public final class RequestWriter {

  private static final byte[] VERSION = ascii(" HTTP/1.1\r\n");
  private static final byte[] FORWARDED_FOR = ascii("X-Forwarded-For: ");
  private static final byte[] FORWARDED_HTTP =
      ascii("X-Forwarded-Proto: http\r\nX-Forwarded-Port: ");
  private static final byte[] FORWARDED_HTTPS =
      ascii("X-Forwarded-Proto: https\r\nX-Forwarded-Port: ");
  private static final byte[] TLS_VERSION = ascii("x-amzn-tls-version: ");
  private static final byte[] TLS_CIPHER = ascii("x-amzn-tls-cipher-suite: ");
  private static final byte[] HOST = ascii("\r\nHost: ");
  private static final byte[] TRACE_ID = ascii("X-Amzn-Trace-Id: ");
  private static final byte[] CHUNKED = ascii("Transfer-Encoding: chunked\r\n");
  private static final byte[] UPGRADE = ascii("Connection: Upgrade\r\n");
  private static final byte[] SEPARATOR = ascii(", ");
  private static final int HTTP_PORT = 80;
  private static final int HTTPS_PORT = 443;

  private final HeadWriter out = new HeadWriter();

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * Writes the head for this exchange into one of these buffers, or into a larger one if it has no
   * room there.
   *
   * @return the buffer written to, its position behind the head
   */
  public ByteBuffer write(Exchange exchange, Buffers buffers) {
    RequestHead request = exchange.request();
    MessageHead head = request.head();
    out.begin();
    requestLine(request);
    if (exchange.settings().xForwardedFor() == ForwardedFor.APPEND) {
      forwardedFor(exchange, head);
    }
    int port = exchange.connection().node().getPort();
    boolean secure = exchange.connection().isSecure();
    out.put(secure ? FORWARDED_HTTPS : FORWARDED_HTTP).put(port);
    boolean preserveHost = exchange.settings().preserveHost();
    if (preserveHost) {
      out.put(HeadWriter.CRLF);
    } else {
      host(request, port);
    }
    if (secure && exchange.settings().tlsFields()) {
      TlsInfo tls = exchange.connection().tls();
      out.put(TLS_VERSION).put(tls.version()).put(HeadWriter.CRLF);
      out.put(TLS_CIPHER).put(tls.cipher()).put(HeadWriter.CRLF);
    }
    if (!exchange.traceId().isEmpty()) {
      out.put(TRACE_ID).put(exchange.traceId()).put(HeadWriter.CRLF);
    }
    if (secure) {
      exchange.connection().tls().peer().certificate().ifPresent(peer -> out.put(peer.fields()));
    }
    fields(exchange, head);
    return out.put(HeadWriter.CRLF).into(buffers);
  }

  private void requestLine(RequestHead request) {
    byte[] bytes = request.head().bytes();
    out.put(bytes, request.methodStart(), request.methodEnd()).put(" ");
    if (!request.isAbsolute()) {
      out.put(bytes, request.targetStart(), request.targetEnd());
    } else if (request.pathStart() == request.pathEnd()) {
      out.put(request.isMethod("OPTIONS") && request.pathEnd() == request.targetEnd() ? "*" : "/");
      out.put(bytes, request.pathEnd(), request.targetEnd());
    } else {
      out.put(bytes, request.pathStart(), request.targetEnd());
    }
    out.put(VERSION);
  }

  private void forwardedFor(Exchange exchange, MessageHead head) {
    out.put(FORWARDED_FOR);
    for (int field = 0; field < head.fieldCount(); field++) {
      if (KnownField.of(head, field) == KnownField.X_FORWARDED_FOR
          && head.valueStart(field) < head.valueEnd(field)) {
        out.put(head.bytes(), head.valueStart(field), head.valueEnd(field)).put(SEPARATOR);
      }
    }
    ConnectionInfo connection = exchange.connection();
    boolean withPort = exchange.settings().xForwardedForPort();
    boolean bracketed = withPort && connection.client().getAddress() instanceof Inet6Address;
    out.put(bracketed ? "[" : "").put(connection.clientIp()).put(bracketed ? "]" : "");
    if (withPort) {
      out.put(":").put(connection.client().getPort());
    }
    out.put(HeadWriter.CRLF);
  }

  /** The port is taken off on a default port and added on any other. */
  private void host(RequestHead request, int listenerPort) {
    byte[] bytes = request.head().bytes();
    int from = request.hostStart();
    int to = request.hostEnd();
    int port = portSeparator(bytes, from, to);
    if (from == to) {
      out.put(HeadWriter.CRLF);
      return;
    }
    out.put(HOST);
    if (listenerPort == HTTP_PORT || listenerPort == HTTPS_PORT) {
      out.put(bytes, from, port);
    } else {
      out.put(bytes, from, to);
      if (port == to) {
        out.put(":").put(listenerPort);
      }
    }
    out.put(HeadWriter.CRLF);
  }

  /** Where the colon before the port of an authority is, or its end. */
  private static int portSeparator(byte[] bytes, int from, int to) {
    for (int at = to - 1; at >= from && bytes[at] != ']'; at--) {
      if (bytes[at] == ':') {
        return at;
      }
    }
    return to;
  }

  private void fields(Exchange exchange, MessageHead head) {
    ConnectionOptions options = ConnectionOptions.of(head);
    boolean preserveForwardedFor = exchange.settings().xForwardedFor() == ForwardedFor.PRESERVE;
    boolean preserveHost = exchange.settings().preserveHost();
    boolean framingToCome = true;
    for (int field = 0; field < head.fieldCount(); field++) {
      switch (KnownField.of(head, field)) {
        case HOST -> putIf(preserveHost, head, field);
        case X_FORWARDED_FOR -> putIf(preserveForwardedFor, head, field);
        case TRANSFER_ENCODING -> framingToCome &= !coding(exchange, framingToCome);
        case CONTENT_LENGTH -> framingToCome &= !length(exchange, framingToCome, field);
        case UPGRADE -> putIf(exchange.isWebSocket(), head, field);
        case OTHER -> putIf(!options.name(head, field) && isWanted(exchange, field), head, field);
        case TRAILER -> putIf(exchange.requestLength() == ClientSide.UNKNOWN_LENGTH, head, field);
        case X_AMZN_TLS_CIPHER_SUITE, X_AMZN_TLS_VERSION ->
            putIf(!exchange.settings().tlsFields() && !options.name(head, field), head, field);
        case EXPECT, DATE -> out.putLine(head, field);
        default -> {}
      }
    }
    if (framingToCome && exchange.requestLength() == ClientSide.UNKNOWN_LENGTH) {
      out.put(CHUNKED);
    }
    if (exchange.isWebSocket()) {
      out.put(UPGRADE);
    }
  }

  /** Chunks decide over lengths, and are announced once; true if that is done. */
  private boolean coding(Exchange exchange, boolean toCome) {
    boolean put = toCome && exchange.requestLength() == ClientSide.UNKNOWN_LENGTH;
    if (put) {
      out.put(CHUNKED);
    }
    return put;
  }

  /** One length, in the only way to write it; true if that is done. */
  private boolean length(Exchange exchange, boolean toCome, int field) {
    MessageHead head = exchange.request().head();
    boolean put = toCome && exchange.requestLength() != ClientSide.UNKNOWN_LENGTH;
    if (put && head.bytes()[head.valueStart(field)] != '0') {
      out.putLine(head, field);
    } else if (put) {
      out.put(head.bytes(), head.nameStart(field), head.nameEnd(field)).put(": ");
      out.put(exchange.requestLength()).put(HeadWriter.CRLF);
    }
    return put;
  }

  /**
   * What only looks like a field that frames the body is left out beside a real one; what only the
   * balancer may say of client certificates is left out always.
   */
  private static boolean isWanted(Exchange exchange, int field) {
    MessageHead head = exchange.request().head();
    if (MutualTlsField.is(head, field)) {
      return false;
    }
    boolean suspect = exchange.isFramed() && !exchange.decision().classification().isEmpty();
    if (suspect && Likeness.of(head, field).isDisguise()) {
      return false;
    }
    boolean dropped = exchange.hasInvalidFields() && exchange.settings().dropInvalidFields();
    return !dropped || FieldName.isValid(head, field);
  }

  private void putIf(boolean wanted, MessageHead head, int field) {
    if (wanted) {
      out.putLine(head, field);
    }
  }
}

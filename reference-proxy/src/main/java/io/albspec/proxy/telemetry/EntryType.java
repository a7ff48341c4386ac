package io.albspec.proxy.telemetry;

import io.albspec.proxy.exchange.Exchange;
import io.albspec.proxy.exchange.RequestProtocol;

/** The types of requests and connections that entries tell of (guide: "Access log entries"). */
enum EntryType {
  HTTP("http", false),
  HTTPS("https", true),
  H2("h2", true),
  GRPC("grpc", true),
  WS("ws", false),
  WSS("wss", true);

  private static final int SWITCHING_PROTOCOLS = 101;

  private final String text;
  private final boolean secure;

  EntryType(String text, boolean secure) {
    this.text = text;
    this.secure = secure;
  }

  /** That of an exchange; an upgrade that was refused is a request like any other. */
  static EntryType of(Exchange exchange) {
    boolean secure = exchange.connection().isSecure();
    if (exchange.status() == SWITCHING_PROTOCOLS) {
      return secure ? WSS : WS;
    }
    if (exchange.connection().isHttp2()) {
      return exchange.protocol() == RequestProtocol.GRPC ? GRPC : H2;
    }
    return secure ? HTTPS : HTTP;
  }

  /** As the log has it. */
  String text() {
    return text;
  }

  /** Whether it is a request of HTTP/2. */
  boolean isHttp2() {
    return this == H2 || this == GRPC;
  }

  /** The protocol of its URL. */
  String scheme() {
    return secure ? "https" : "http";
  }

  /** Whether its entry is that of a connection, written when it has ended. */
  boolean isTunnel() {
    return this == WS || this == WSS;
  }
}

package io.albspec.proxy.telemetry;

import io.albspec.proxy.exchange.AddressText;
import io.albspec.proxy.exchange.Decision;
import io.albspec.proxy.exchange.Exchange;
import io.albspec.proxy.exchange.RequestHead;
import java.net.InetSocketAddress;

/**
 * The field "request" of an entry: method, {@code protocol://host:port/uri} and version. Host and
 * URI are the client's, byte for byte; the port is the listener's; without a Host header the node's
 * address stands in. A request line that cannot be understood becomes {@code - http://node:port-
 * -}.
 */
final class RequestField {

  private RequestField() {}

  static void write(Exchange exchange, EntryType type, EntryBuffer out) {
    RequestHead request = exchange.request();
    InetSocketAddress node = exchange.connection().node();
    if (!isUnderstood(exchange)) {
      out.put("- ").put(type.scheme()).put("://");
      address(node, out);
      out.put(':').put(node.getPort()).put("- -");
      return;
    }
    byte[] bytes = request.head().bytes();
    out.putEscaped(bytes, request.methodStart(), request.methodEnd());
    out.put(' ').put(type.scheme()).put("://");
    if (request.hostStart() < request.hostNameEnd()) {
      out.putEscaped(bytes, request.hostStart(), request.hostNameEnd());
    } else {
      address(node, out);
    }
    out.put(':').put(node.getPort());
    uri(request, out);
    out.put(' ');
    version(type, request, out);
  }

  private static void version(EntryType type, RequestHead request, EntryBuffer out) {
    if (type.isHttp2()) {
      out.put("HTTP/2.0");
    } else if (request.versionStart() == request.versionEnd()) {
      out.put('-');
    } else {
      out.putEscaped(request.head().bytes(), request.versionStart(), request.versionEnd());
    }
  }

  private static void uri(RequestHead request, EntryBuffer out) {
    if (request.isAbsolute() && request.pathStart() == request.pathEnd()) {
      out.put('/');
    }
    out.putEscaped(request.head().bytes(), request.pathStart(), request.targetEnd());
  }

  /** Requests that were refused before any rule may be incomplete and have not been split. */
  private static boolean isUnderstood(Exchange exchange) {
    RequestHead request = exchange.request();
    if (exchange.decision().rulePriority() != Decision.NO_RULE) {
      return true;
    }
    if (request.head().startLineEnd() == 0) {
      return false;
    }
    request.parse();
    return isToken(request)
        && request.targetStart() < request.targetEnd()
        && request.minorVersion() >= 0;
  }

  private static boolean isToken(RequestHead request) {
    byte[] bytes = request.head().bytes();
    for (int at = request.methodStart(); at < request.methodEnd(); at++) {
      if (!RequestHead.isToken(bytes[at])) {
        return false;
      }
    }
    return request.methodStart() < request.methodEnd();
  }

  private static void address(InetSocketAddress node, EntryBuffer out) {
    out.put(AddressText.host(node.getAddress()));
  }
}

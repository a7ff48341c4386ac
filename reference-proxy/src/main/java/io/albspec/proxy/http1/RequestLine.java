package io.albspec.proxy.http1;

import io.albspec.proxy.exchange.OwnResponse;
import io.albspec.proxy.exchange.RequestHead;

/** What a request line, and the host, must be, whatever mode the load balancer is in. */
final class RequestLine {

  private static final OwnResponse METHOD_NOT_ALLOWED =
      OwnResponse.error(405, "Method Not Allowed", true);
  private static final OwnResponse VERSION_NOT_SUPPORTED =
      OwnResponse.error(505, "HTTP Version Not Supported", true);

  private RequestLine() {}

  /**
   * Why this is no request of HTTP/1 at all, which cannot even be classified; null if it is one
   * (guide: "HTTP 505").
   */
  static OwnResponse unreadable(RequestHead request) {
    if (request.methodEnd() == request.methodStart()
        || request.targetEnd() == request.targetStart()) {
      return Refusals.BAD_REQUEST;
    }
    String http2 = "HTTP/2";
    int order = compare(request, http2);
    if (order < 0) {
      return null;
    }
    return isLaterHttp(request) ? VERSION_NOT_SUPPORTED : Refusals.BAD_REQUEST;
  }

  /** Why a request that could be classified is refused for its line or host; null if it is not. */
  static OwnResponse unacceptable(RequestHead request) {
    if (request.isMethod("TRACE")) {
      return METHOD_NOT_ALLOWED;
    }
    return hasAcceptableForm(request) && HostName.isValid(request) ? null : Refusals.BAD_REQUEST;
  }

  /** Compares the version with one that has characters of ASCII, byte by byte. */
  private static int compare(RequestHead request, String version) {
    byte[] bytes = request.head().bytes();
    int length = request.versionEnd() - request.versionStart();
    int common = Math.min(length, version.length());
    for (int i = 0; i < common; i++) {
      int difference = (bytes[request.versionStart() + i] & 0xff) - version.charAt(i);
      if (difference != 0) {
        return difference;
      }
    }
    return length - version.length();
  }

  private static boolean isLaterHttp(RequestHead request) {
    String http = "HTTP/";
    byte[] bytes = request.head().bytes();
    int digit = request.versionStart() + http.length();
    if (digit >= request.versionEnd() || bytes[digit] < '2' || bytes[digit] > '9') {
      return false;
    }
    for (int i = 0; i < http.length(); i++) {
      if (bytes[request.versionStart() + i] != http.charAt(i)) {
        return false;
      }
    }
    return true;
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
}

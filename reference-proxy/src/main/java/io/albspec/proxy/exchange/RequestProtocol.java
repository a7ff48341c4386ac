package io.albspec.proxy.exchange;

/**
 * What a request is, as far as it matters to the targets it can go to (guide: "Protocol version").
 */
public enum RequestProtocol {
  HTTP1,
  HTTP2,

  /** A POST request of HTTP/2 with the content type of gRPC, whatever its messages are made of. */
  GRPC;

  private static final String CONTENT_TYPE = "content-type";
  private static final String GRPC_TYPE = "application/grpc";

  /** That of a request whose head has been read. */
  static RequestProtocol of(RequestHead request, ConnectionInfo connection) {
    if (!connection.isHttp2()) {
      return HTTP1;
    }
    MessageHead head = request.head();
    int field = head.find(CONTENT_TYPE, 0);
    return field >= 0 && request.isMethod("POST") && isGrpc(head, field) ? GRPC : HTTP2;
  }

  private static boolean isGrpc(MessageHead head, int field) {
    byte[] bytes = head.bytes();
    int from = head.valueStart(field);
    int end = from + GRPC_TYPE.length();
    int to = head.valueEnd(field);
    if (end > to) {
      return false;
    }
    for (int i = 0; i < GRPC_TYPE.length(); i++) {
      byte b = bytes[from + i];
      if ((b >= 'A' && b <= 'Z' ? b + 32 : b) != GRPC_TYPE.charAt(i)) {
        return false;
      }
    }
    return end == to || bytes[end] == '+' || bytes[end] == ';' || bytes[end] == ' ';
  }
}

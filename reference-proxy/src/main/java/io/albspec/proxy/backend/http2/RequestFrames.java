package io.albspec.proxy.backend.http2;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.eclipse.jetty.http.HostPortHttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.http.MetaData;

/**
 * Heads of requests as HTTP/2 has them (RFC 9113, section 8.3.1), from the heads that targets of
 * HTTP/1.1 would get: what the load balancer adds, changes and leaves out is the same.
 */
final class RequestFrames {

  private static final Set<String> OF_ONE_CONNECTION =
      Set.of("connection", "keep-alive", "proxy-connection", "transfer-encoding", "upgrade");

  private RequestFrames() {}

  /**
   * The head of a request.
   *
   * @param lines of HTTP/1.1, well formed
   * @param trailers whether the client takes trailers
   */
  static MetaData.Request request(ByteBuffer lines, String scheme, boolean trailers) {
    String head = StandardCharsets.ISO_8859_1.decode(lines).toString();
    int lineEnd = head.indexOf('\r');
    int methodEnd = head.indexOf(' ');
    String method = head.substring(0, methodEnd);
    String path = head.substring(methodEnd + 1, head.lastIndexOf(' ', lineEnd));
    HttpFields.Mutable fields = HttpFields.build();
    String authority = fields(head, lineEnd + 2, fields);
    if (trailers) {
      fields.add("te", "trailers");
    }
    return new MetaData.Request(
        method, scheme, new HostPortHttpField(authority), path, HttpVersion.HTTP_2, fields, -1);
  }

  /** Adds the fields; returns the host. */
  private static String fields(String head, int from, HttpFields.Mutable fields) {
    String host = "";
    int start = from;
    int end = head.indexOf('\r', start);
    while (end > start) {
      int colon = head.indexOf(':', start);
      String name = head.substring(start, colon).toLowerCase(Locale.ROOT);
      String value = head.substring(colon + 1, end).strip();
      if (name.equals("host")) {
        host = value;
      } else if (!OF_ONE_CONNECTION.contains(name)) {
        fields.add(name, value);
      }
      start = end + 2;
      end = head.indexOf('\r', start);
    }
    return host;
  }

  /**
   * Trailers of a request.
   *
   * @param lines of HTTP/1.1, without the empty one
   */
  static HttpFields trailers(byte[] lines) {
    HttpFields.Mutable fields = HttpFields.build();
    fields(new String(lines, StandardCharsets.ISO_8859_1) + "\r\n", 0, fields);
    return fields;
  }
}

package io.albspec.proxy.backend.http2;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.MetaData;

/** Heads and trailers of HTTP/2 responses as HTTP/1.1 has them. */
final class ResponseLines {

  private static final String LINE_END = "\r\n";

  private ResponseLines() {}

  static ByteBuffer head(MetaData.Response response) {
    StringBuilder head = new StringBuilder("HTTP/1.1 ").append(response.getStatus()).append(' ');
    head.append(LINE_END);
    append(response.getHttpFields(), head);
    return ByteBuffer.wrap(bytes(head.append(LINE_END)));
  }

  static byte[] trailers(HttpFields fields) {
    StringBuilder lines = new StringBuilder();
    append(fields, lines);
    return bytes(lines);
  }

  private static void append(HttpFields fields, StringBuilder lines) {
    for (HttpField field : fields) {
      lines.append(field.getName()).append(": ").append(field.getValue()).append(LINE_END);
    }
  }

  private static byte[] bytes(StringBuilder text) {
    return text.toString().getBytes(StandardCharsets.ISO_8859_1);
  }
}

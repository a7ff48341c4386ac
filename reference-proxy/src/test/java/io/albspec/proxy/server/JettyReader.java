package io.albspec.proxy.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpParser;
import org.eclipse.jetty.http.HttpVersion;

/** Jetty's own parser, in its strictest mode, as a second opinion. */
final class JettyReader implements HttpParser.RequestHandler {

  private final StringBuilder seen = new StringBuilder();
  private int requests;
  private boolean refused;

  private JettyReader() {}

  /** What it reads: request lines, fields and bodies; or that it refuses. */
  static String read(String bytes) {
    JettyReader reader = new JettyReader();
    HttpParser parser = new HttpParser(reader, -1, HttpCompliance.RFC7230);
    ByteBuffer in = ByteBuffer.wrap(bytes.getBytes(ISO_8859_1));
    while (in.hasRemaining() && !reader.refused) {
      int before = reader.requests;
      int position = in.position();
      parser.parseNext(in);
      if (reader.requests > before) {
        parser.reset();
      } else if (in.position() == position) {
        break;
      }
    }
    return reader.refused ? "refused" : reader.requests + " requests:" + reader.seen;
  }

  @Override
  public void startRequest(String method, String uri, HttpVersion version) {
    seen.append("\n").append(method).append(' ').append(uri).append(' ').append(version);
  }

  @Override
  public void parsedHeader(HttpField field) {
    seen.append("\n").append(field.getName()).append(": ").append(field.getValue());
  }

  @Override
  public boolean content(ByteBuffer content) {
    seen.append("\n").append(ISO_8859_1.decode(content));
    return false;
  }

  @Override
  public boolean headerComplete() {
    return false;
  }

  @Override
  public boolean contentComplete() {
    return false;
  }

  @Override
  public boolean messageComplete() {
    requests++;
    return true;
  }

  @Override
  public void earlyEOF() {
    refused = true;
  }

  @Override
  public void badMessage(HttpException failure) {
    refused = true;
  }
}

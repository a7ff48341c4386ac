package io.albspec.load.traffic;

import static io.gatling.javaapi.core.CoreDsl.ByteArrayBody;
import static io.gatling.javaapi.core.CoreDsl.InputStreamBody;
import static io.gatling.javaapi.core.CoreDsl.bodyLength;
import static io.gatling.javaapi.http.HttpDsl.header;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.io.ByteArrayInputStream;
import java.util.Arrays;

/** The requests of the mixture, and what is noted of their answers. */
final class MixedRequests {

  static final String STATUS = "status";
  static final String TARGET = "target";
  static final String ANSWERED = "answered";
  static final String LENGTH = "length";

  private static final String URI =
      Wire.PATH + "?" + Wire.ID_PARAMETER + "=#{id}&" + Wire.SIZE_PARAMETER + "=#{answerLength}";
  private static final byte[] CONTENT = content();

  private MixedRequests() {}

  private static byte[] content() {
    byte[] content = new byte[Draw.LONGEST + 1];
    Arrays.fill(content, (byte) 'x');
    return content;
  }

  /** A session that is about to send this request, with nothing left of the one before. */
  static Session prepare(Session session, Draw draw) {
    return session
        .removeAll(STATUS, TARGET, ANSWERED, LENGTH)
        .set("id", draw.id())
        .set("kind", draw.kind().name())
        .set("bodyLength", draw.bodyLength())
        .set("answerLength", draw.answerLength());
  }

  /** The value of a session attribute, {@code -} if it has none. */
  static String text(Session session, String name) {
    String text = session.contains(name) ? String.valueOf(session.<Object>get(name)) : "";
    return text.isEmpty() ? "-" : text;
  }

  static HttpRequestActionBuilder of(Kind kind) {
    HttpRequestActionBuilder request =
        switch (kind) {
          case GET -> http(kind.title()).get(URI);
          case HEAD -> http(kind.title()).head(URI);
          case POST -> http(kind.title()).post(URI).body(ByteArrayBody(MixedRequests::body));
          case CHUNKED ->
              http(kind.title())
                  .post(URI)
                  .body(InputStreamBody(session -> new ByteArrayInputStream(body(session))));
        };
    return request
        .header(Wire.ID_FIELD, "#{id}")
        .check(
            status().saveAs(STATUS),
            header(Wire.TARGET_FIELD).withDefault("").saveAs(TARGET),
            header(Wire.ID_FIELD).withDefault("").saveAs(ANSWERED),
            bodyLength().saveAs(LENGTH),
            status().is(200));
  }

  private static byte[] body(Session session) {
    return Arrays.copyOf(CONTENT, session.getInt("bodyLength"));
  }
}

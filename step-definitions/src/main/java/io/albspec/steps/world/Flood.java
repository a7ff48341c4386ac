package io.albspec.steps.world;

import io.albspec.fixtures.client.PeerEnd;
import io.albspec.fixtures.client.SendFailedException;
import io.albspec.fixtures.http2.ErrorCode;
import io.albspec.fixtures.http2.Field;
import io.albspec.fixtures.http2.FieldEncoder;
import io.albspec.fixtures.http2.Frame;
import io.albspec.fixtures.http2.FrameType;
import io.albspec.fixtures.http2.Http2Connection;
import io.albspec.fixtures.http2.Setting;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Frames in great number that bring nothing forward, each allowed by itself. */
final class Flood {

  private static final int BATCH = 100;
  private static final byte[] NOTHING = {};
  private static final byte[] PRIORITY = {0, 0, 0, 0, 1};
  private static final String PATH = "/flood";
  private static final String HOST = "example.com";

  private final Http2Connection connection;
  private final Wave wave;

  private interface Wave {
    List<Frame> frames();
  }

  /** Of that kind; what has to come before the first frame is sent. */
  Flood(Http2Connection connection, String kind) throws IOException {
    this.connection = connection;
    this.wave = wave(kind);
  }

  private Wave wave(String kind) throws IOException {
    return switch (kind) {
      case "SETTINGS" -> always(Frame.settings(new Setting(Setting.ENABLE_PUSH, 0)));
      case "PING" -> always(Frame.ping(1));
      case "WINDOW_UPDATE" -> always(Frame.windowUpdate(0, 1));
      case "PRIORITY" -> always(new Frame(FrameType.PRIORITY.code(), 0, 1, PRIORITY));
      case "unknown" -> always(new Frame(0xfe, 0, 0, NOTHING));
      case "empty DATA" -> {
        int stream = connection.request(Field.request("POST", HOST, PATH), false);
        yield always(Frame.data(stream, NOTHING, false));
      }
      case "empty CONTINUATION" -> {
        int stream = connection.nextStream();
        connection.holdAnswers().send(Frame.headers(stream, head(), false, true));
        yield always(Frame.continuation(stream, NOTHING, false));
      }
      case "HEADERS and RST_STREAM" -> this::takenBack;
      case "malformed HEADERS" -> this::malformed;
      default -> throw new IllegalArgumentException("no kind of frame: " + kind);
    };
  }

  private static Wave always(Frame frame) {
    List<Frame> one = List.of(frame);
    return () -> one;
  }

  private static byte[] head() {
    return FieldEncoder.encode(Field.request("GET", HOST, PATH));
  }

  private List<Frame> takenBack() {
    int stream = connection.nextStream();
    return List.of(
        Frame.headers(stream, head(), true, true), Frame.reset(stream, ErrorCode.CANCEL));
  }

  private List<Frame> malformed() {
    byte[] none = FieldEncoder.encode(Field.list(":method", "GET"));
    return List.of(Frame.headers(connection.nextStream(), none, true, true));
  }

  /** Sends so many waves; fewer if the other side does not go on with the connection. */
  void send(int count) throws IOException {
    try {
      for (int sent = 0; sent < count && goesOn(); sent += BATCH) {
        List<Frame> frames = new ArrayList<>();
        for (int i = 0; i < Math.min(BATCH, count - sent); i++) {
          frames.addAll(wave.frames());
        }
        connection.send(frames.toArray(Frame[]::new));
      }
    } catch (SendFailedException refused) {
      // The other side has had enough.
    }
  }

  private boolean goesOn() throws IOException {
    connection.await(each -> false, Duration.ZERO);
    return connection.goAways().isEmpty() && connection.wire().end() == PeerEnd.OPEN;
  }
}

package io.albspec.proxy.frames;

import org.eclipse.jetty.http2.ErrorCode;
import org.eclipse.jetty.http2.frames.SettingsFrame;

/** What the peer has set, as far as it matters to what it is sent (RFC 9113, 6.5.2). */
public final class PeerSettings {

  /** The bytes of one setting. */
  public static final int SETTING = 6;

  private static final int DEFAULT_WINDOW = 65_535;
  private static final int MOST_FRAME = (1 << 24) - 1;

  private int initialWindow = DEFAULT_WINDOW;
  private int mostStreams = Integer.MAX_VALUE;
  private int mostPayload = FrameReader.MOST_PAYLOAD;

  /** Reads the payload of a SETTINGS frame. */
  public void read(byte[] payload, int length) throws ConnectionException {
    for (int at = 0; at < length; at += SETTING) {
      int key = (payload[at] & 0xff) << 8 | (payload[at + 1] & 0xff);
      set(key, FrameReader.number(payload, at + 2));
    }
  }

  private void set(int key, int value) throws ConnectionException {
    switch (key) {
      case SettingsFrame.ENABLE_PUSH -> check(value == 0 || value == 1, "ENABLE_PUSH");
      case SettingsFrame.MAX_CONCURRENT_STREAMS ->
          mostStreams = value < 0 ? Integer.MAX_VALUE : value;
      case SettingsFrame.INITIAL_WINDOW_SIZE -> {
        if (value < 0) {
          throw new ConnectionException(ErrorCode.FLOW_CONTROL_ERROR, "a window is too large");
        }
        initialWindow = value;
      }
      case SettingsFrame.MAX_FRAME_SIZE -> {
        check(value >= FrameReader.MOST_PAYLOAD && value <= MOST_FRAME, "MAX_FRAME_SIZE");
        mostPayload = value;
      }
      default -> {}
    }
  }

  private static void check(boolean allowed, String name) throws ConnectionException {
    if (!allowed) {
      throw new ConnectionException(ErrorCode.PROTOCOL_ERROR, name + " cannot have that value");
    }
  }

  /** The send window that a stream begins with. */
  public int initialWindow() {
    return initialWindow;
  }

  /** How many streams may be open that were begun here. */
  public int mostStreams() {
    return mostStreams;
  }

  /** The largest payload that the peer takes. */
  public int mostPayload() {
    return mostPayload;
  }
}

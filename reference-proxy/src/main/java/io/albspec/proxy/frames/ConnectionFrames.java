package io.albspec.proxy.frames;

import static io.albspec.proxy.frames.ConnectionException.check;
import static io.albspec.proxy.frames.ConnectionException.checkSize;

import org.eclipse.jetty.http2.ErrorCode;
import org.eclipse.jetty.http2.Flags;
import org.eclipse.jetty.http2.frames.FrameType;

/**
 * What frames mean that are for a connection as a whole, whichever side it is seen from (RFC 9113,
 * 6.5, 6.7 to 6.9).
 */
public final class ConnectionFrames {

  private static final int LAST_TYPE = 9;
  private static final int PING = 8;
  private static final int GO_AWAY = 8;
  private static final int WITHOUT_RESERVED_BIT = 0x7fffffff;

  private final FrameOutput output;
  private final SendQueue queue;
  private final Floods floods;
  private final PeerSettings settings;
  private boolean greeted;

  /** With what is sent, what waits to be, what is allowed, and what the peer has set. */
  public ConnectionFrames(
      FrameOutput output, SendQueue queue, Floods floods, PeerSettings settings) {
    this.output = output;
    this.queue = queue;
    this.floods = floods;
    this.settings = settings;
  }

  /**
   * The type of a frame, which can come now; null if it is none that is known.
   *
   * @param head the stream whose header block has begun and not ended, or 0
   */
  public FrameType type(FrameReader frame, int head) throws ConnectionException {
    FrameType type = frame.type() <= LAST_TYPE ? FrameType.from(frame.type()) : null;
    if (!greeted) {
      check(type == FrameType.SETTINGS && !frame.has(Flags.ACK), "settings have to come first");
      greeted = true;
    }
    check(
        head == 0 || (type == FrameType.CONTINUATION && frame.stream() == head),
        "a head is interrupted");
    if (type == null) {
      floods.overhead(1);
    }
    return type;
  }

  /**
   * Settings, or that ours are known.
   *
   * @return by how much the windows of all streams become larger
   */
  public long settings(FrameReader frame) throws ConnectionException {
    check(frame.stream() == 0, "a stream has no settings");
    if (frame.has(Flags.ACK)) {
      checkSize(frame.length() == 0);
      floods.overhead(1);
      return 0;
    }
    checkSize(frame.length() % PeerSettings.SETTING == 0);
    floods.overhead(1 + frame.length() / PeerSettings.SETTING);
    long before = settings.initialWindow();
    settings.read(frame.payload(), frame.length());
    output.frame(FrameType.SETTINGS, Flags.ACK, 0, 0);
    return settings.initialWindow() - before;
  }

  /** A ping, which is answered; true if it is an answer. */
  public boolean ping(FrameReader frame) throws ConnectionException {
    check(frame.stream() == 0, "a stream has no ping");
    checkSize(frame.length() == PING);
    floods.overhead(1);
    boolean answer = frame.has(Flags.ACK);
    if (!answer) {
      output.frame(FrameType.PING, Flags.ACK, 0, PING).put(frame.payload(), 0, PING);
    }
    return answer;
  }

  /** The peer goes away; the last stream that it may have looked at. */
  public int goAway(FrameReader frame) throws ConnectionException {
    check(frame.stream() == 0, "a stream does not go away");
    checkSize(frame.length() >= GO_AWAY);
    floods.overhead(1);
    return number(frame);
  }

  /**
   * A window becomes larger: that of the connection is widened.
   *
   * @return by how much; what becomes of a stream's is for the caller
   */
  public int windowUpdate(FrameReader frame) throws ConnectionException {
    checkSize(frame.length() == Integer.BYTES);
    floods.windowUpdate();
    int increment = number(frame);
    if (frame.stream() == 0) {
      check(increment > 0, "the window is widened by nothing");
      if (!queue.widen(increment)) {
        throw new ConnectionException(ErrorCode.FLOW_CONTROL_ERROR, "the window is too large");
      }
      queue.run();
    }
    return increment;
  }

  private static int number(FrameReader frame) {
    return FrameReader.number(frame.payload(), 0) & WITHOUT_RESERVED_BIT;
  }
}

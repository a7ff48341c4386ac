package io.albspec.proxy.backend.http2;

import io.albspec.proxy.frames.ConnectionException;
import io.albspec.proxy.frames.FrameReader;
import io.albspec.proxy.frames.HeadFragments;
import io.albspec.proxy.frames.PeerSettings;
import io.albspec.proxy.frames.TrailerSink;
import io.albspec.proxy.hpack.CompressionException;
import io.albspec.proxy.hpack.FieldSink;
import io.albspec.proxy.hpack.HpackDecoder;
import io.albspec.proxy.hpack.Octets;
import org.eclipse.jetty.http2.ErrorCode;
import org.eclipse.jetty.http2.Flags;
import org.eclipse.jetty.http2.frames.FrameType;

/** What the frames of a target do to its connection and to its streams (RFC 9113, 5 and 6). */
final class IncomingFrames {

  private static final int LAST_TYPE = 9;
  private static final int PING = 8;
  private static final int GO_AWAY = 8;
  private static final int TABLE_SIZE = 4096;

  private final TargetSession session;
  private final PeerSettings settings;
  private final HpackDecoder decoder = new HpackDecoder(TABLE_SIZE);
  private final HeadFragments heads = new HeadFragments();
  private boolean greeted;

  IncomingFrames(TargetSession session, PeerSettings settings) {
    this.session = session;
    this.settings = settings;
  }

  /** Handles a frame. */
  void handle(FrameReader frame) throws ConnectionException {
    FrameType type = frame.type() <= LAST_TYPE ? FrameType.from(frame.type()) : null;
    if (!greeted) {
      check(type == FrameType.SETTINGS && !frame.has(Flags.ACK), "settings have to come first");
      greeted = true;
    }
    check(
        !heads.areOpen() || (type == FrameType.CONTINUATION && frame.stream() == heads.stream()),
        "a head is interrupted");
    if (type == null) {
      session.floods().overhead(1);
      return;
    }
    switch (type) {
      case DATA -> data(frame);
      case HEADERS -> head(frame);
      case CONTINUATION -> {
        session.floods().overhead(1);
        if (heads.goOn(frame)) {
          decode();
        }
      }
      case RST_STREAM -> reset(frame);
      case SETTINGS -> settings(frame);
      case PING -> ping(frame);
      case GO_AWAY -> goAway(frame);
      case WINDOW_UPDATE -> windowUpdate(frame);
      case PRIORITY -> session.floods().overhead(1);
      default -> throw protocolError("nobody has allowed to push");
    }
  }

  private static ConnectionException protocolError(String message) {
    return new ConnectionException(ErrorCode.PROTOCOL_ERROR, message);
  }

  private static void check(boolean allowed, String message) throws ConnectionException {
    if (!allowed) {
      throw protocolError(message);
    }
  }

  private static void checkSize(boolean allowed) throws ConnectionException {
    if (!allowed) {
      throw new ConnectionException(ErrorCode.FRAME_SIZE_ERROR, "a frame has a wrong length");
    }
  }

  private void head(FrameReader frame) throws ConnectionException {
    check(session.isKnown(frame.stream()), "a head of no stream");
    if (heads.begin(frame)) {
      decode();
    }
  }

  /** Each block is decoded, whatever becomes of it: later ones refer to it. */
  private void decode() throws ConnectionException {
    OutgoingStream stream = session.streams().find(heads.stream());
    boolean last = heads.endStream();
    if (stream == null) {
      session.floods().overhead(1);
      decode((name, value, encoded) -> {});
    } else if (stream.isHeaded()) {
      TrailerSink sink = new TrailerSink();
      decode((name, value, encoded) -> sink.field(name, trimmed(value), encoded));
      if (!last || heads.dependsOnItself() || sink.isMalformed()) {
        refuse(stream, ErrorCode.PROTOCOL_ERROR);
      } else {
        stream.trailers(sink.lines());
      }
    } else {
      ResponseAssembler assembler = session.bench().assembler().begin();
      decode(assembler);
      if (assembler.end() && !heads.dependsOnItself()) {
        session.floods().overhead(1);
        stream.head(assembler, last);
      } else {
        refuse(stream, ErrorCode.PROTOCOL_ERROR);
      }
    }
  }

  private void decode(FieldSink sink) throws ConnectionException {
    try {
      decoder.decode(heads.bytes(), heads.from(), heads.to(), sink);
    } catch (CompressionException e) {
      throw new ConnectionException(ErrorCode.COMPRESSION_ERROR, e.getMessage());
    }
  }

  /** Blanks at the ends of what a target says are none of the value (RFC 9110, 5.5). */
  private static Octets trimmed(Octets value) {
    byte[] bytes = value.bytes();
    int from = value.from();
    int to = value.to();
    while (from < to && isBlank(bytes[from])) {
      from++;
    }
    while (to > from && isBlank(bytes[to - 1])) {
      to--;
    }
    return value.set(bytes, from, to);
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\t';
  }

  private void refuse(OutgoingStream stream, ErrorCode code) {
    session.over(stream, code);
    stream.malformed();
  }

  private void data(FrameReader frame) throws ConnectionException {
    int id = frame.stream();
    check(session.isKnown(id), "data of no stream");
    frame.unpad(0);
    int length = frame.length();
    if (!session.window().received(length)) {
      throw new ConnectionException(ErrorCode.FLOW_CONTROL_ERROR, "more data than was allowed");
    }
    int count = frame.contentTo() - frame.contentFrom();
    OutgoingStream stream = session.streams().find(id);
    boolean last = frame.has(Flags.END_STREAM);
    if (stream == null || (count == 0 && !last)) {
      session.floods().overhead(1);
    }
    if (stream == null) {
      session.consumed(length);
      return;
    }
    session.floods().moved(count);
    session.consumed(length - count);
    ErrorCode error =
        stream.isHeaded()
            ? stream.data(
                frame.payload(), frame.contentFrom(), frame.contentTo(), length - count, last)
            : ErrorCode.PROTOCOL_ERROR;
    if (error != null) {
      session.consumed(count);
      refuse(stream, error);
    }
  }

  private void reset(FrameReader frame) throws ConnectionException {
    checkSize(frame.length() == Integer.BYTES);
    check(session.isKnown(frame.stream()), "there is no stream to reset");
    session.floods().overhead(1);
    OutgoingStream stream = session.streams().find(frame.stream());
    if (stream != null) {
      ErrorCode code = ErrorCode.from(FrameReader.number(frame.payload(), 0));
      session.over(stream, null);
      if (code == ErrorCode.REFUSED_STREAM_ERROR && !stream.isHeaded()) {
        stream.unprocessed();
      } else {
        stream.reset(code == null ? ErrorCode.INTERNAL_ERROR : code);
      }
    }
  }

  private void settings(FrameReader frame) throws ConnectionException {
    check(frame.stream() == 0, "a stream has no settings");
    if (frame.has(Flags.ACK)) {
      checkSize(frame.length() == 0);
      session.floods().overhead(1);
      return;
    }
    checkSize(frame.length() % PeerSettings.SETTING == 0);
    session.floods().overhead(1 + frame.length() / PeerSettings.SETTING);
    int before = settings.initialWindow();
    settings.read(frame.payload(), frame.length());
    session.output().frame(FrameType.SETTINGS, Flags.ACK, 0, 0);
    widenAll((long) settings.initialWindow() - before);
    session.settled();
  }

  private void widenAll(long bytes) throws ConnectionException {
    if (bytes == 0) {
      return;
    }
    for (OutgoingStream stream : session.streams().all()) {
      if (!stream.widen(bytes)) {
        throw new ConnectionException(ErrorCode.FLOW_CONTROL_ERROR, "a window is too large");
      }
    }
  }

  private void ping(FrameReader frame) throws ConnectionException {
    check(frame.stream() == 0, "a stream has no ping");
    checkSize(frame.length() == PING);
    session.floods().overhead(1);
    if (!frame.has(Flags.ACK)) {
      session.output().frame(FrameType.PING, Flags.ACK, 0, PING).put(frame.payload(), 0, PING);
    }
  }

  private void goAway(FrameReader frame) throws ConnectionException {
    check(frame.stream() == 0, "a stream does not go away");
    checkSize(frame.length() >= GO_AWAY);
    session.floods().overhead(1);
    session.targetLeaves(FrameReader.number(frame.payload(), 0) & 0x7fffffff);
  }

  private void windowUpdate(FrameReader frame) throws ConnectionException {
    checkSize(frame.length() == Integer.BYTES);
    session.floods().windowUpdate();
    int id = frame.stream();
    int increment = FrameReader.number(frame.payload(), 0) & 0x7fffffff;
    if (id == 0) {
      widenConnection(increment);
      return;
    }
    check(session.isKnown(id), "there is no stream to widen");
    OutgoingStream stream = session.streams().find(id);
    if (stream == null) {
      return;
    }
    if (increment == 0) {
      refuse(stream, ErrorCode.PROTOCOL_ERROR);
    } else if (!stream.widen(increment)) {
      refuse(stream, ErrorCode.FLOW_CONTROL_ERROR);
    }
  }

  private void widenConnection(int increment) throws ConnectionException {
    check(increment > 0, "the window is widened by nothing");
    if (!session.queue().widen(increment)) {
      throw new ConnectionException(ErrorCode.FLOW_CONTROL_ERROR, "the window is too large");
    }
    session.queue().run();
  }
}

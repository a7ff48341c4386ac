package io.albspec.proxy.backend.http2;

import static io.albspec.proxy.frames.ConnectionException.check;
import static io.albspec.proxy.frames.ConnectionException.checkSize;

import io.albspec.proxy.frames.ConnectionException;
import io.albspec.proxy.frames.ConnectionFrames;
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

  private static final int TABLE_SIZE = 4096;

  private final TargetSession session;
  private final ConnectionFrames connection;
  private final HpackDecoder decoder = new HpackDecoder(TABLE_SIZE);
  private final HeadFragments heads = new HeadFragments();

  IncomingFrames(TargetSession session, PeerSettings settings) {
    this.session = session;
    this.connection =
        new ConnectionFrames(session.output(), session.queue(), session.floods(), settings);
  }

  /** Handles a frame. */
  void handle(FrameReader frame) throws ConnectionException {
    FrameType type = connection.type(frame, heads.areOpen() ? heads.stream() : 0);
    if (type == null) {
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
      case PING -> connection.ping(frame);
      case GO_AWAY -> session.targetLeaves(connection.goAway(frame));
      case WINDOW_UPDATE -> windowUpdate(frame);
      case PRIORITY -> session.floods().overhead(1);
      default ->
          throw new ConnectionException(ErrorCode.PROTOCOL_ERROR, "nobody has allowed to push");
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
    widenAll(connection.settings(frame));
    if (!frame.has(Flags.ACK)) {
      session.settled();
    }
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

  private void windowUpdate(FrameReader frame) throws ConnectionException {
    int increment = connection.windowUpdate(frame);
    int id = frame.stream();
    if (id == 0) {
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
}

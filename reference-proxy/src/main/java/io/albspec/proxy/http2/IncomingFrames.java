package io.albspec.proxy.http2;

import static io.albspec.proxy.frames.ConnectionException.check;
import static io.albspec.proxy.frames.ConnectionException.checkSize;

import io.albspec.proxy.frames.ConnectionException;
import io.albspec.proxy.frames.ConnectionFrames;
import io.albspec.proxy.frames.FrameReader;
import io.albspec.proxy.frames.PeerSettings;
import org.eclipse.jetty.http2.ErrorCode;
import org.eclipse.jetty.http2.Flags;
import org.eclipse.jetty.http2.frames.FrameType;

/** What the frames of a client do to its connection and to its streams (RFC 9113, 5 and 6). */
final class IncomingFrames {

  private static final int PRIORITY = 5;

  private final Link link;
  private final StreamTable streams;
  private final HeaderFrames headers;
  private final Farewell farewell;
  private final ConnectionFrames connection;

  IncomingFrames(
      Link link,
      StreamTable streams,
      PeerSettings settings,
      HeaderFrames headers,
      Farewell farewell) {
    this.link = link;
    this.streams = streams;
    this.headers = headers;
    this.farewell = farewell;
    this.connection = new ConnectionFrames(link.output(), link.queue(), link.floods(), settings);
  }

  /** Handles a frame. */
  void handle(FrameReader frame) throws ConnectionException {
    FrameType type = connection.type(frame, headers.areOpen() ? headers.stream() : 0);
    if (type == null) {
      return;
    }
    switch (type) {
      case DATA -> data(frame);
      case HEADERS -> headers.begin(frame);
      case CONTINUATION -> headers.goOn(frame);
      case PRIORITY -> priority(frame);
      case RST_STREAM -> reset(frame);
      case SETTINGS -> widenAll(connection.settings(frame));
      case PING -> {
        if (connection.ping(frame)) {
          farewell.acknowledged();
        }
      }
      case GO_AWAY -> connection.goAway(frame);
      case WINDOW_UPDATE -> windowUpdate(frame);
      default -> throw new ConnectionException(ErrorCode.PROTOCOL_ERROR, "clients do not push");
    }
  }

  private void data(FrameReader frame) throws ConnectionException {
    int id = frame.stream();
    ClientStream stream = streams.find(id);
    check(stream != null || streams.isKnown(id), "data of no stream");
    frame.unpad(0);
    int length = frame.length();
    int from = frame.contentFrom();
    int to = frame.contentTo();
    if (!link.window().received(length)) {
      throw new ConnectionException(ErrorCode.FLOW_CONTROL_ERROR, "more data than was allowed");
    }
    if (stream == null || stream.isRequestEnded()) {
      link.window().consumed(length);
      late(id, stream);
      return;
    }
    boolean last = frame.has(Flags.END_STREAM);
    link.floods().moved(to - from);
    if (from == to && !last) {
      link.floods().overhead(1);
    }
    link.window().consumed(length - (to - from));
    ErrorCode error = stream.data(frame.payload(), from, to, length, last);
    if (error != null) {
      link.window().consumed(to - from);
      stream.refuse(error);
      link.floods().reset();
    }
  }

  /** Data of a stream that takes none any more. */
  private void late(int id, ClientStream stream) throws ConnectionException {
    link.floods().overhead(1);
    if (stream != null) {
      stream.refuse(ErrorCode.STREAM_CLOSED_ERROR);
    } else if (!streams.isCut(id)) {
      link.output().reset(id, ErrorCode.STREAM_CLOSED_ERROR);
    }
  }

  /** Priorities are read and make no difference (RFC 9113, 5.3.2). */
  private void priority(FrameReader frame) throws ConnectionException {
    link.floods().overhead(1);
    int id = frame.stream();
    check(id != 0, "the connection has no priority");
    boolean sized = frame.length() == PRIORITY;
    if (sized && (FrameReader.number(frame.payload(), 0) & 0x7fffffff) != id) {
      return;
    }
    ErrorCode error = sized ? ErrorCode.PROTOCOL_ERROR : ErrorCode.FRAME_SIZE_ERROR;
    streamError(id, error, "a priority is wrong");
  }

  private void streamError(int id, ErrorCode error, String message) throws ConnectionException {
    ClientStream stream = streams.find(id);
    if (stream == null) {
      throw new ConnectionException(error, message);
    }
    stream.refuse(error);
    link.floods().reset();
  }

  private void reset(FrameReader frame) throws ConnectionException {
    checkSize(frame.length() == Integer.BYTES);
    ClientStream stream = streams.find(frame.stream());
    if (stream == null) {
      check(streams.isKnown(frame.stream()), "there is no stream to reset");
      link.floods().overhead(1);
    } else {
      stream.clientGone();
      link.floods().reset();
    }
  }

  private void widenAll(long bytes) throws ConnectionException {
    if (bytes == 0) {
      return;
    }
    for (ClientStream stream : streams.all()) {
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
    ClientStream stream = streams.find(id);
    check(stream != null || streams.isKnown(id), "there is no stream to widen");
    if (stream == null) {
      return;
    }
    if (increment == 0) {
      streamError(id, ErrorCode.PROTOCOL_ERROR, "a window is widened by nothing");
    } else if (!stream.widen(increment)) {
      streamError(id, ErrorCode.FLOW_CONTROL_ERROR, "a window is too large");
    }
  }
}

package io.albspec.proxy.http2;

import io.albspec.proxy.hpack.CompressionException;
import io.albspec.proxy.hpack.FieldSink;
import io.albspec.proxy.hpack.HpackDecoder;
import org.eclipse.jetty.http2.ErrorCode;
import org.eclipse.jetty.http2.Flags;

/**
 * The heads and trailers that a client sends. Each is decoded, whatever becomes of it: later ones
 * refer to it.
 */
final class HeaderFrames {

  /** Guide: "The load balancer sends a response code of 000". */
  private static final int LONGEST_FIELD = 8 * 1024;

  private static final int TABLE_SIZE = 4096;
  private static final int PRIORITY = 5;

  private final Link link;
  private final StreamTable streams;
  private final Requests requests;
  private final HpackDecoder decoder = new HpackDecoder(TABLE_SIZE);
  private final HeaderBlock block = new HeaderBlock();
  private boolean malformed;

  /** Takes requests as they come. */
  @FunctionalInterface
  interface Requests {

    /**
     * A request has come.
     *
     * @param bodiless whether no body follows
     * @param wireBytes of its frames
     * @return false if it is none, and refused
     */
    boolean begin(int stream, RequestAssembler assembler, boolean bodiless, int wireBytes);
  }

  HeaderFrames(Link link, StreamTable streams, Requests requests) {
    this.link = link;
    this.streams = streams;
    this.requests = requests;
  }

  /** Whether a head has begun that goes on with the next frame. */
  boolean areOpen() {
    return block.isOpen();
  }

  /** The stream that it is of. */
  int stream() {
    return block.stream();
  }

  /** A HEADERS frame. */
  void begin(FrameReader frame) throws ConnectionException {
    int id = frame.stream();
    checkStream(id);
    byte[] payload = frame.payload();
    int from = frame.has(Flags.PADDING) ? 1 : 0;
    int to = frame.length();
    if (to < from + (frame.has(Flags.PRIORITY) ? PRIORITY : 0)) {
      throw new ConnectionException(ErrorCode.FRAME_SIZE_ERROR, "a frame is too short");
    }
    to -= from == 0 ? 0 : payload[0] & 0xff;
    malformed = false;
    if (frame.has(Flags.PRIORITY)) {
      malformed = (FrameReader.number(payload, from) & 0x7fffffff) == id;
      from += PRIORITY;
    }
    if (to < from) {
      throw protocolError("there is more padding than frame");
    }
    boolean last = frame.has(Flags.END_STREAM);
    int wireBytes = FrameOutput.HEADER + frame.length();
    if (frame.has(Flags.END_HEADERS)) {
      decode(id, last, payload, from, to, wireBytes);
    } else {
      block.begin(id, last);
      block.add(payload, from, to, wireBytes);
    }
  }

  private void checkStream(int id) throws ConnectionException {
    boolean open = streams.find(id) != null || streams.isCut(id);
    if ((id & 1) == 0 || (!open && streams.isKnown(id) && !streams.isClosed(id))) {
      throw protocolError("that cannot be another stream");
    }
    if (!open && streams.isKnown(id)) {
      throw new ConnectionException(ErrorCode.STREAM_CLOSED_ERROR, "the stream is closed");
    }
  }

  private static ConnectionException protocolError(String message) {
    return new ConnectionException(ErrorCode.PROTOCOL_ERROR, message);
  }

  /** A CONTINUATION frame. */
  void goOn(FrameReader frame) throws ConnectionException {
    if (!block.isOpen()) {
      throw protocolError("there is no head to go on with");
    }
    link.floods().overhead(1);
    int wireBytes = FrameOutput.HEADER + frame.length();
    block.add(frame.payload(), 0, frame.length(), wireBytes);
    if (frame.has(Flags.END_HEADERS)) {
      int id = block.stream();
      byte[] bytes = block.bytes();
      block.end();
      decode(id, block.endStream(), bytes, 0, block.length(), block.wireBytes());
    }
  }

  private void decode(int id, boolean last, byte[] bytes, int from, int to, int wireBytes)
      throws ConnectionException {
    ClientStream stream = streams.find(id);
    if (stream != null) {
      TrailerSink sink = new TrailerSink();
      decode(bytes, from, to, sink);
      trailers(stream, sink, last, wireBytes);
    } else if (streams.isCut(id)) {
      link.floods().overhead(1);
      decode(bytes, from, to, (name, value, encoded) -> {});
    } else {
      RequestAssembler assembler = link.desk().assembler().begin();
      decode(bytes, from, to, assembler);
      request(id, assembler, last, wireBytes);
    }
  }

  private void decode(byte[] bytes, int from, int to, FieldSink sink) throws ConnectionException {
    try {
      decoder.decode(bytes, from, to, sink);
    } catch (CompressionException e) {
      throw new ConnectionException(ErrorCode.COMPRESSION_ERROR, e.getMessage());
    }
  }

  private void trailers(ClientStream stream, TrailerSink sink, boolean last, int wireBytes)
      throws ConnectionException {
    boolean ended = stream.isRequestEnded();
    boolean wrong = ended || !last || malformed || sink.isMalformed();
    if (wrong || !stream.trailers(sink.lines(), wireBytes)) {
      stream.refuse(ended ? ErrorCode.STREAM_CLOSED_ERROR : ErrorCode.PROTOCOL_ERROR);
      link.floods().reset();
    }
  }

  private void request(int id, RequestAssembler assembler, boolean last, int wireBytes)
      throws ConnectionException {
    streams.began(id);
    if (assembler.longestField() > LONGEST_FIELD) {
      throw new ConnectionException(ErrorCode.ENHANCE_YOUR_CALM_ERROR, "a field is too long");
    }
    if (malformed) {
      link.output().reset(id, ErrorCode.PROTOCOL_ERROR);
      streams.remember(id, true);
      link.floods().reset();
    } else if (!requests.begin(id, assembler, last, wireBytes)) {
      link.floods().reset();
    }
  }
}

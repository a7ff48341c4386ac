package io.albspec.proxy.http2;

import io.albspec.proxy.frames.ConnectionException;
import io.albspec.proxy.frames.FrameReader;
import io.albspec.proxy.frames.HeadFragments;
import io.albspec.proxy.frames.TrailerSink;
import io.albspec.proxy.hpack.CompressionException;
import io.albspec.proxy.hpack.FieldSink;
import io.albspec.proxy.hpack.HpackDecoder;
import org.eclipse.jetty.http2.ErrorCode;

/**
 * The heads and trailers that a client sends. Each is decoded, whatever becomes of it: later ones
 * refer to it.
 */
final class HeaderFrames {

  /** Guide: "The load balancer sends a response code of 000". */
  private static final int LONGEST_FIELD = 8 * 1024;

  private static final int TABLE_SIZE = 4096;

  private final Link link;
  private final StreamTable streams;
  private final Requests requests;
  private final HpackDecoder decoder = new HpackDecoder(TABLE_SIZE);
  private final HeadFragments block = new HeadFragments();

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
    return block.areOpen();
  }

  /** The stream that it is of. */
  int stream() {
    return block.stream();
  }

  /** A HEADERS frame. */
  void begin(FrameReader frame) throws ConnectionException {
    checkStream(frame.stream());
    if (block.begin(frame)) {
      decode();
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
    link.floods().overhead(1);
    if (block.goOn(frame)) {
      decode();
    }
  }

  private void decode() throws ConnectionException {
    int id = block.stream();
    ClientStream stream = streams.find(id);
    if (stream != null) {
      TrailerSink sink = new TrailerSink();
      decode(sink);
      trailers(stream, sink);
    } else if (streams.isCut(id)) {
      link.floods().overhead(1);
      decode((name, value, encoded) -> {});
    } else {
      RequestAssembler assembler = link.desk().assembler().begin();
      decode(assembler);
      request(id, assembler);
    }
  }

  private void decode(FieldSink sink) throws ConnectionException {
    try {
      decoder.decode(block.bytes(), block.from(), block.to(), sink);
    } catch (CompressionException e) {
      throw new ConnectionException(ErrorCode.COMPRESSION_ERROR, e.getMessage());
    }
  }

  private void trailers(ClientStream stream, TrailerSink sink) throws ConnectionException {
    boolean ended = stream.isRequestEnded();
    boolean malformed = block.dependsOnItself() || sink.isMalformed();
    boolean wrong = ended || !block.endStream() || malformed;
    if (wrong || !stream.trailers(sink.lines(), block.wireBytes())) {
      stream.refuse(ended ? ErrorCode.STREAM_CLOSED_ERROR : ErrorCode.PROTOCOL_ERROR);
      link.floods().reset();
    }
  }

  private void request(int id, RequestAssembler assembler) throws ConnectionException {
    streams.began(id);
    if (assembler.longestField() > LONGEST_FIELD) {
      throw new ConnectionException(ErrorCode.ENHANCE_YOUR_CALM_ERROR, "a field is too long");
    }
    if (block.dependsOnItself()) {
      link.output().reset(id, ErrorCode.PROTOCOL_ERROR);
      streams.remember(id, true);
      link.floods().reset();
    } else if (!requests.begin(id, assembler, block.endStream(), block.wireBytes())) {
      link.floods().reset();
    }
  }
}

package io.albspec.proxy.frames;

import org.eclipse.jetty.http2.ErrorCode;
import org.eclipse.jetty.http2.Flags;

/**
 * Header blocks out of the frames that carry them (RFC 9113, 6.2 and 6.10), one after the other.
 */
public final class HeadFragments {

  private static final int PRIORITY = 5;

  private final HeaderBlock block = new HeaderBlock();
  private int stream;
  private boolean endStream;
  private boolean dependsOnItself;
  private byte[] bytes;
  private int from;
  private int to;
  private int wireBytes;

  /** None yet. */
  public HeadFragments() {}

  /** Whether a block has begun that goes on with the next frame. */
  public boolean areOpen() {
    return block.isOpen();
  }

  /** The stream that the block is of. */
  public int stream() {
    return stream;
  }

  /** Whether the stream ends with it. */
  public boolean endStream() {
    return endStream;
  }

  /** Whether the stream is said to depend on itself, which none can. */
  public boolean dependsOnItself() {
    return dependsOnItself;
  }

  /** A HEADERS frame. True if the block is complete with it. */
  public boolean begin(FrameReader frame) throws ConnectionException {
    boolean prioritised = frame.has(Flags.PRIORITY);
    frame.unpad(prioritised ? PRIORITY : 0);
    stream = frame.stream();
    endStream = frame.has(Flags.END_STREAM);
    bytes = frame.payload();
    from = frame.contentFrom();
    to = frame.contentTo();
    wireBytes = FrameOutput.HEADER + frame.length();
    dependsOnItself =
        prioritised && (FrameReader.number(bytes, from - PRIORITY) & 0x7fffffff) == stream;
    if (frame.has(Flags.END_HEADERS)) {
      return true;
    }
    block.begin(stream, endStream);
    block.add(bytes, from, to, wireBytes);
    return false;
  }

  /** A CONTINUATION frame. True if the block is complete with it. */
  public boolean goOn(FrameReader frame) throws ConnectionException {
    if (!block.isOpen()) {
      throw new ConnectionException(ErrorCode.PROTOCOL_ERROR, "there is no head to go on with");
    }
    block.add(frame.payload(), 0, frame.length(), FrameOutput.HEADER + frame.length());
    if (!frame.has(Flags.END_HEADERS)) {
      return false;
    }
    bytes = block.bytes();
    from = 0;
    to = block.length();
    wireBytes = block.wireBytes();
    block.end();
    return true;
  }

  /** The array that the complete block is in, until the next frame. */
  public byte[] bytes() {
    return bytes;
  }

  /** Where it begins. */
  public int from() {
    return from;
  }

  /** Where it ends. */
  public int to() {
    return to;
  }

  /** How long its frames are. */
  public int wireBytes() {
    return wireBytes;
  }
}

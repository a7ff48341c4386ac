package io.albspec.proxy.http2;

import io.albspec.proxy.exchange.Exchange;
import io.albspec.proxy.exchange.OwnResponse;
import io.albspec.proxy.hpack.FieldBlock;
import org.eclipse.jetty.http2.Flags;
import org.eclipse.jetty.http2.frames.FrameType;

/** Puts heads on their way to a client, each as one or more frames; tells how long those are. */
final class HeadFrames {

  private final FrameOutput output;
  private final ResponseHeads heads;
  private boolean begun;

  HeadFrames(FrameOutput output, ResponseHeads heads) {
    this.output = output;
    this.heads = heads;
  }

  /** The head of a response of the balancer's own. */
  int own(int stream, OwnResponse response, boolean last) {
    begin();
    heads.own(response);
    return end(stream, last);
  }

  /** The head of a target's response, with lines of the balancer's own. */
  int target(int stream, Exchange exchange, String added, boolean measured, boolean last) {
    begin();
    heads.target(exchange.response(), added, measured);
    return end(stream, last);
  }

  /** The head of an interim response. */
  int interim(int stream, Exchange exchange) {
    begin();
    heads.interim(exchange.response());
    return end(stream, false);
  }

  /** Trailer fields, given as lines. */
  int trailers(int stream, byte[] lines) {
    begin();
    heads.lines(lines);
    return end(stream, true);
  }

  private void begin() {
    FieldBlock block = heads.begin();
    if (!begun) {
      begun = true;
      block.keepsNothing();
    }
  }

  private int end(int stream, boolean last) {
    FieldBlock block = heads.block();
    int sent = 0;
    int at = 0;
    do {
      int count = Math.min(block.length() - at, FrameReader.MOST_PAYLOAD);
      boolean first = at == 0;
      boolean whole = at + count == block.length();
      int flags = (first && last ? Flags.END_STREAM : 0) | (whole ? Flags.END_HEADERS : 0);
      output.frame(first ? FrameType.HEADERS : FrameType.CONTINUATION, flags, stream, count);
      output.put(block.bytes(), at, at + count);
      at += count;
      sent += FrameOutput.HEADER + count;
    } while (at < block.length());
    return sent;
  }
}

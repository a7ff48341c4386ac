package io.albspec.proxy.http2;

import io.albspec.proxy.exchange.Exchange;
import io.albspec.proxy.exchange.OwnResponse;
import io.albspec.proxy.frames.FrameOutput;
import io.albspec.proxy.hpack.FieldBlock;

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
    return output.fields(stream, heads.block(), last);
  }
}

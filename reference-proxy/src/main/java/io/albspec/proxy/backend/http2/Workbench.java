package io.albspec.proxy.backend.http2;

import io.albspec.proxy.frames.FrameReader;
import io.albspec.proxy.hpack.FieldBlock;

/** What all sessions of one worker use, each within one call. */
public final class Workbench {

  private final byte[] payload = new byte[FrameReader.MOST_PAYLOAD];
  private final FieldBlock block = new FieldBlock();
  private final ResponseAssembler assembler = new ResponseAssembler();

  /** For one worker. */
  public Workbench() {}

  /** Memory for the payload of a frame that is looked at at once. */
  byte[] payload() {
    return payload;
  }

  /** Builds heads. */
  FieldBlock block() {
    return block;
  }

  /** Puts responses together. */
  ResponseAssembler assembler() {
    return assembler;
  }
}

package io.albspec.proxy.http2;

import io.albspec.proxy.frames.FrameReader;
import io.albspec.proxy.http1.Reception;
import io.albspec.proxy.worker.DateHeader;

/** What the clients' connections of one worker share, besides what they share with HTTP/1. */
public final class Desk {

  private final Reception reception;
  private final RequestAssembler assembler = new RequestAssembler();
  private final ResponseHeads heads;
  private final byte[] payload = new byte[FrameReader.MOST_PAYLOAD];

  /** With the worker's reception and date. */
  public Desk(Reception reception, DateHeader date) {
    this.reception = reception;
    this.heads = new ResponseHeads(date);
  }

  Reception reception() {
    return reception;
  }

  /** Puts requests together. */
  RequestAssembler assembler() {
    return assembler;
  }

  /** Encodes heads. */
  ResponseHeads heads() {
    return heads;
  }

  /** Memory for the payload of a frame that is looked at at once. */
  byte[] payload() {
    return payload;
  }
}

package io.albspec.proxy.backend.http2;

import io.albspec.proxy.exchange.Limits;
import io.albspec.proxy.exchange.MessageHead;
import io.albspec.proxy.frames.FieldRules;
import io.albspec.proxy.frames.HeadText;
import io.albspec.proxy.hpack.FieldSink;
import io.albspec.proxy.hpack.Octets;
import java.nio.ByteBuffer;

/**
 * Puts the fields of a header block together to the head of HTTP/1.1 that means the same, or finds
 * that they are none of a response (RFC 9113, 8.1.1). One for each worker; used for one block after
 * the other.
 */
public final class ResponseAssembler implements FieldSink {

  private static final int STATUS_DIGITS = 3;

  private final HeadText text = new HeadText(Limits.RESPONSE_HEAD);
  private boolean begun;
  private boolean malformed;

  ResponseAssembler() {}

  /** Begins with another block. */
  ResponseAssembler begin() {
    text.clear();
    begun = false;
    malformed = false;
    return this;
  }

  @Override
  public void field(Octets name, Octets value, int encoded) {
    malformed = malformed || !(begun ? takeField(name, value) : takeStatus(name, value));
  }

  private boolean takeStatus(Octets name, Octets value) {
    begun = true;
    if (!name.is(":status") || value.length() != STATUS_DIGITS || !FieldRules.isToken(value)) {
      return false;
    }
    text.statusLine(value);
    return true;
  }

  private boolean takeField(Octets name, Octets value) {
    return FieldRules.isName(name)
        && FieldRules.isLine(value)
        && !FieldRules.isOfConnection(name)
        && text.field(name, value);
  }

  /** The block is over. False if it is no head of a response, or too long. */
  boolean end() {
    text.end();
    return begun && !malformed && !text.isTooLong();
  }

  /** Reads the head. False if it is too long. */
  public boolean into(MessageHead head) {
    ByteBuffer bytes = text.bytes();
    return head.read(bytes) == MessageHead.Progress.COMPLETE;
  }
}

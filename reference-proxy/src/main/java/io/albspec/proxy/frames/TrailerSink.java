package io.albspec.proxy.frames;

import io.albspec.proxy.exchange.Limits;
import io.albspec.proxy.hpack.FieldSink;
import io.albspec.proxy.hpack.Octets;
import io.albspec.proxy.http1.Trailers;

/** Takes the trailer fields of a request as lines of HTTP/1.1. */
public final class TrailerSink implements FieldSink {

  private final Trailers trailers = new Trailers();
  private int length;
  private boolean malformed;

  @Override
  public void field(Octets name, Octets value, int encoded) {
    length += name.length() + value.length();
    malformed |= length > Limits.REQUEST_HEAD;
    malformed |= !FieldRules.isName(name) || FieldRules.isOfConnection(name);
    malformed |= !FieldRules.isValue(value);
    if (malformed) {
      return;
    }
    put(name);
    trailers.put((byte) ':');
    trailers.put((byte) ' ');
    put(value);
    malformed = !trailers.endLine();
  }

  private void put(Octets part) {
    for (int at = part.from(); at < part.to(); at++) {
      trailers.put(part.bytes()[at]);
    }
  }

  public boolean isMalformed() {
    return malformed;
  }

  /** The lines, each with its CRLF. */
  public byte[] lines() {
    return trailers.lines();
  }
}

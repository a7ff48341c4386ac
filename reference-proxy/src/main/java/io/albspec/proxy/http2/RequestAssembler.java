package io.albspec.proxy.http2;

import io.albspec.proxy.exchange.Limits;
import io.albspec.proxy.exchange.MessageHead;
import io.albspec.proxy.frames.FieldRules;
import io.albspec.proxy.frames.HeadText;
import io.albspec.proxy.hpack.FieldSink;
import io.albspec.proxy.hpack.Octets;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Puts the fields of a header block together to the head of HTTP/1.1 that means the same, or finds
 * that they are none of a request (RFC 9113, 8.1.1). The host comes first, the cookies last and in
 * one field (8.2.3). One for each worker; used for one block after the other.
 */
final class RequestAssembler implements FieldSink {

  private static final long NO_LENGTH = -1;

  private final Pseudo method = new Pseudo(":method");
  private final Pseudo scheme = new Pseudo(":scheme");
  private final Pseudo authority = new Pseudo(":authority");
  private final Pseudo path = new Pseudo(":path");
  private final HeadText text = new HeadText(Limits.REQUEST_HEAD);
  private final HeadText cookies = new HeadText(Limits.REQUEST_HEAD);
  private boolean begun;
  private boolean malformed;
  private boolean named;
  private long length;
  private int longestField;

  /** Begins with another block. */
  RequestAssembler begin() {
    method.clear();
    scheme.clear();
    authority.clear();
    path.clear();
    text.clear();
    cookies.clear();
    begun = false;
    malformed = false;
    named = false;
    length = NO_LENGTH;
    longestField = 0;
    return this;
  }

  @Override
  public void field(Octets name, Octets value, int encoded) {
    longestField = Math.max(longestField, encoded);
    if (malformed) {
      return;
    }
    boolean pseudo = name.length() > 0 && name.bytes()[name.from()] == ':';
    malformed = !(pseudo ? !begun && takePseudo(name, value) : takeField(name, value));
  }

  private boolean takePseudo(Octets name, Octets value) {
    if (name.is(path.name())) {
      return takeOnce(path, value) && FieldRules.isVisible(value);
    }
    if (name.is(method.name())) {
      return takeOnce(method, value) && FieldRules.isToken(value);
    }
    if (name.is(authority.name())) {
      return takeOnce(authority, value) && FieldRules.isVisible(value) && isAuthority(value);
    }
    boolean known = name.is(scheme.name()) && (value.is("https") || value.is("http"));
    return known && takeOnce(scheme, value);
  }

  private static boolean takeOnce(Pseudo pseudo, Octets value) {
    boolean repeated = pseudo.isPresent();
    pseudo.set(value);
    return !repeated;
  }

  private static boolean isAuthority(Octets value) {
    for (int at = value.from(); at < value.to(); at++) {
      if ("/?#@\\,".indexOf(value.bytes()[at]) >= 0) {
        return false;
      }
    }
    return true;
  }

  private boolean takeField(Octets name, Octets value) {
    if (!FieldRules.isName(name) || !FieldRules.isValue(value)) {
      return false;
    }
    if (FieldRules.isOfConnection(name) || !(begun || beginHead())) {
      return false;
    }
    return switch (name.length()) {
      case 2 -> (!name.is("te") || value.is("trailers")) && text.field(name, value);
      case 4 -> name.is("host") ? takeHost(value) : text.field(name, value);
      case 6 -> name.is("cookie") ? cookies.item(value) : text.field(name, value);
      case 14 -> (!name.is("content-length") || takeLength(value)) && text.field(name, value);
      default -> text.field(name, value);
    };
  }

  /** One host, and the same as the authority (RFC 9113, 8.3.1). */
  private boolean takeHost(Octets value) {
    if (authority.isPresent()) {
      return Arrays.equals(
          authority.bytes(), 0, authority.length(), value.bytes(), value.from(), value.to());
    }
    boolean repeated = named;
    named = true;
    return !repeated && isAuthority(value) && text.host(value.bytes(), value.from(), value.to());
  }

  private boolean takeLength(Octets value) {
    long told = FieldRules.length(value);
    boolean same = length == NO_LENGTH || length == told;
    length = told;
    return told >= 0 && same;
  }

  /** Writes what stands before the fields. False if it is no request. */
  private boolean beginHead() {
    begun = true;
    boolean connect = method.is("CONNECT");
    boolean whole =
        connect
            ? authority.isPresent() && !path.isPresent() && !scheme.isPresent()
            : path.isPresent() && scheme.isPresent() && hasPath();
    if (!method.isPresent() || !whole) {
      return false;
    }
    text.requestLine(method.value(), (connect ? authority : path).value());
    if (authority.isPresent()) {
      text.host(authority.bytes(), 0, authority.length());
    }
    return true;
  }

  private boolean hasPath() {
    return path.bytes()[0] == '/' || (path.is("*") && method.is("OPTIONS"));
  }

  /**
   * The block is over.
   *
   * @param bodiless whether no body follows
   * @return whether it is a request
   */
  boolean end(boolean bodiless) {
    malformed |= !(begun || beginHead());
    malformed |= bodiless && length > 0;
    if (!malformed) {
      text.cookies(cookies);
      text.end();
    }
    return !malformed;
  }

  /** Reads the head, as far as it was not too long. */
  MessageHead.Progress into(MessageHead head) {
    ByteBuffer bytes = text.bytes();
    MessageHead.Progress progress = head.read(bytes);
    return text.isTooLong() ? MessageHead.Progress.HEAD_TOO_LONG : progress;
  }

  /** How long the body is by its field; -1 if there is none. */
  long length() {
    return length;
  }

  /** The most bytes that one field took in the block. */
  int longestField() {
    return longestField;
  }
}

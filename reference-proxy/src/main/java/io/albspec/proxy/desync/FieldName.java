package io.albspec.proxy.desync;

import io.albspec.proxy.exchange.MessageHead;

/** Names of fields as {@code routing.http.drop_invalid_header_fields.enabled} wants them. */
public final class FieldName {

  private FieldName() {}

  /** Whether the name of this field is {@code [-A-Za-z0-9]+}. */
  public static boolean isValid(MessageHead head, int field) {
    byte[] bytes = head.bytes();
    int from = head.nameStart(field);
    int to = head.nameEnd(field);
    for (int at = from; at < to; at++) {
      if (!ByteClass.isPlain(bytes[at])) {
        return false;
      }
    }
    return from < to;
  }
}

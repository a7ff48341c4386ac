package io.albspec.proxy.http1;

import io.albspec.proxy.exchange.MessageHead;
import java.util.ArrayList;
import java.util.List;

/** The header fields that the engine itself looks at, found by name in any case. */
public enum KnownField {
  CONNECTION("connection"),
  CONTENT_LENGTH("content-length"),
  DATE("date"),
  EXPECT("expect"),
  HOST("host"),
  KEEP_ALIVE("keep-alive"),
  PROXY_CONNECTION("proxy-connection"),
  TE("te"),
  TRAILER("trailer"),
  TRANSFER_ENCODING("transfer-encoding"),
  UPGRADE("upgrade"),
  X_AMZN_TLS_CIPHER_SUITE("x-amzn-tls-cipher-suite"),
  X_AMZN_TLS_VERSION("x-amzn-tls-version"),
  X_AMZN_TRACE_ID("x-amzn-trace-id"),
  X_FORWARDED_FOR("x-forwarded-for"),
  X_FORWARDED_PORT("x-forwarded-port"),
  X_FORWARDED_PROTO("x-forwarded-proto"),
  /** Any other. */
  OTHER("");

  private static final KnownField[][] BY_LENGTH = byLength();

  private final String lowerCaseName;

  KnownField(String lowerCaseName) {
    this.lowerCaseName = lowerCaseName;
  }

  private static KnownField[][] byLength() {
    List<List<KnownField>> lists = new ArrayList<>();
    for (KnownField known : values()) {
      while (lists.size() <= known.lowerCaseName.length()) {
        lists.add(new ArrayList<>());
      }
      lists.get(known.lowerCaseName.length()).add(known);
    }
    return lists.stream().map(l -> l.toArray(KnownField[]::new)).toArray(KnownField[][]::new);
  }

  /** Which of them a field of a head is. */
  public static KnownField of(MessageHead head, int field) {
    int length = head.nameEnd(field) - head.nameStart(field);
    if (length == 0 || length >= BY_LENGTH.length) {
      return OTHER;
    }
    for (KnownField known : BY_LENGTH[length]) {
      if (head.isNamed(field, known.lowerCaseName)) {
        return known;
      }
    }
    return OTHER;
  }
}

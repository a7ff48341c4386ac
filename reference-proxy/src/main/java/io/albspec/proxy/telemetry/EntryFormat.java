package io.albspec.proxy.telemetry;

import io.albspec.proxy.exchange.Decision;
import io.albspec.proxy.exchange.Exchange;
import io.albspec.proxy.exchange.MessageHead;
import io.albspec.proxy.exchange.Timing;
import io.albspec.proxy.exchange.TlsInfo;
import java.net.Inet6Address;
import java.net.InetSocketAddress;

/**
 * Writes an exchange as an entry of the access log (guide: "Access log entries"), and behind the
 * fields of the guide the service's later field {@code conn_trace_id}.
 */
final class EntryFormat {

  private static final int LONGEST_USER_AGENT = 8 * 1024;
  private static final String USER_AGENT = "user-agent";
  private static final String NONE = "-";

  private EntryFormat() {}

  /**
   * Writes the entry with its line end.
   *
   * @param balancer the resource id of the load balancer
   * @param now on the monotonic clock of the exchange's timing
   */
  static void write(Exchange exchange, String balancer, long now, EntryBuffer out) {
    EntryType type = EntryType.of(exchange);
    out.put(type.text()).put(' ');
    Timestamp.put(out, exchange.timing().receivedAt(), age(exchange, type, now));
    out.put(' ').put(balancer).put(' ');
    client(exchange, out);
    out.put(' ').put(target(exchange)).put(' ');
    durations(exchange, out);
    out.put(' ');
    status(exchange.status(), out);
    out.put(' ');
    status(exchange.targetStatus(), out);
    out.put(' ').put(receivedBytes(exchange)).put(' ').put(exchange.sentBytes()).put(" \"");
    RequestField.write(exchange, type, out);
    out.put("\" \"");
    userAgent(exchange.request().head(), out);
    out.put("\" ");
    cipher(exchange, out);
    out.put(' ').put(orNone(exchange.decision().targetGroupArn())).put(" \"");
    out.putEscaped(orNone(exchange.traceId())).put("\" \"");
    certificate(exchange, out);
    out.put("\" ");
    outcome(exchange, out);
  }

  private static void cipher(Exchange exchange, EntryBuffer out) {
    TlsInfo tls = exchange.connection().tls();
    if (tls == null) {
      out.put("- -");
    } else {
      out.put(tls.cipher()).put(' ').put(tls.version());
    }
  }

  private static void certificate(Exchange exchange, EntryBuffer out) {
    TlsInfo tls = exchange.connection().tls();
    if (tls == null) {
      out.put("-\" \"-");
    } else {
      out.putEscaped(orNone(tls.serverName())).put("\" \"").put(presented(tls));
    }
  }

  private static String presented(TlsInfo tls) {
    return tls.peer().isResumed() ? "session-reused" : tls.certificateArn();
  }

  private static void outcome(Exchange exchange, EntryBuffer out) {
    Decision decision = exchange.decision();
    if (decision.rulePriority() == Decision.NO_RULE) {
      out.put(NONE);
    } else {
      out.put(decision.rulePriority());
    }
    out.put(' ');
    Timestamp.put(out, exchange.timing().receivedAt(), 0);
    out.put(" \"").put(orNone(decision.actions()));
    out.put("\" \"").putEscaped(orNone(decision.redirectUrl()));
    out.put("\" \"").put(orNone(decision.errorReason()));
    out.put("\" \"").put(target(exchange)).put("\" \"");
    status(exchange.targetStatus(), out);
    out.put("\" \"").put(orNone(decision.classification()));
    out.put("\" \"").put(orNone(decision.classificationReason()));
    out.put("\" TID_").putHex(exchange.connection().id()).put('\n');
  }

  /** From the request to the response; to the end of a tunnel or of what got no response. */
  private static long age(Exchange exchange, EntryType type, long now) {
    Timing timing = exchange.timing();
    boolean byEnd = timing.responded() == Timing.NEVER || type.isTunnel();
    return (byEnd ? now : timing.responded()) - timing.received();
  }

  private static void client(Exchange exchange, EntryBuffer out) {
    InetSocketAddress client = exchange.connection().client();
    boolean bracketed = client.getAddress() instanceof Inet6Address;
    out.put(bracketed ? "[" : "").put(exchange.connection().clientIp());
    out.put(bracketed ? "]:" : ":").put(client.getPort());
  }

  /** None for a request that the client did not send in full, unless the target did not wait. */
  private static String target(Exchange exchange) {
    boolean dispatched = exchange.isRequestComplete() || exchange.targetStatus() != 0;
    return dispatched ? orNone(exchange.decision().target()) : NONE;
  }

  /** All three are -1 unless a target has answered. */
  private static void durations(Exchange exchange, EntryBuffer out) {
    Timing timing = exchange.timing();
    if (timing.sentToTarget() == Timing.NEVER
        || timing.targetAnswered() == Timing.NEVER
        || exchange.targetStatus() == 0) {
      out.put("-1 -1 -1");
      return;
    }
    out.putSeconds(timing.sentToTarget() - timing.received()).put(' ');
    out.putSeconds(timing.targetAnswered() - timing.sentToTarget()).put(' ');
    if (timing.responded() == Timing.NEVER) {
      out.put("-1");
    } else {
      out.putSeconds(timing.responded() - timing.targetAnswered());
    }
  }

  private static void status(int status, EntryBuffer out) {
    if (status == 0) {
      out.put(NONE);
    } else {
      out.put(status);
    }
  }

  /** A head that was refused or did not come to its end has bytes that are not counted yet. */
  private static long receivedBytes(Exchange exchange) {
    if (exchange.connection().isHttp2()) {
      return exchange.receivedBytes();
    }
    return Math.max(exchange.receivedBytes(), exchange.request().head().length());
  }

  private static void userAgent(MessageHead head, EntryBuffer out) {
    int field = head.find(USER_AGENT, 0);
    if (field < 0 || head.valueStart(field) == head.valueEnd(field)) {
      out.put(NONE);
      return;
    }
    int from = head.valueStart(field);
    out.putEscaped(head.bytes(), from, Math.min(head.valueEnd(field), from + LONGEST_USER_AGENT));
  }

  private static String orNone(String text) {
    return text.isEmpty() ? NONE : text;
  }
}

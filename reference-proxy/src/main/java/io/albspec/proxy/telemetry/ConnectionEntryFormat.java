package io.albspec.proxy.telemetry;

import io.albspec.proxy.exchange.ClientCertificate;
import io.albspec.proxy.exchange.ConnectionInfo;
import io.albspec.proxy.exchange.ConnectionOutcome;
import io.albspec.proxy.exchange.TlsInfo;
import java.time.Instant;
import java.util.Optional;

/**
 * Writes what has become of a connection as an entry of the connection log (guide: "Connection log
 * entries"), and behind the fields of the guide the service's later field {@code conn_trace_id}.
 */
final class ConnectionEntryFormat {

  private static final ClientCertificate NONE = new ClientCertificate("", "-", "-", "-");

  private ConnectionEntryFormat() {}

  /** Writes the entry with its line end. */
  static void write(ConnectionOutcome outcome, Instant now, EntryBuffer out) {
    ConnectionInfo connection = outcome.connection();
    Timestamp.put(out, now, 0);
    out.put(' ').put(connection.clientIp()).put(' ').put(connection.client().getPort());
    out.put(' ').put(connection.node().getPort()).put(' ');
    TlsInfo tls = connection.tls();
    if (tls == null) {
      out.put("- - ");
    } else {
      out.put(tls.version()).put(' ').put(tls.cipher()).put(' ');
    }
    if (outcome.handshakeNanos() == ConnectionOutcome.NO_HANDSHAKE) {
      out.put('-');
    } else {
      out.putSeconds(outcome.handshakeNanos());
    }
    certificate(tls, out);
    Optional<String> failure = outcome.failure();
    if (failure.isPresent()) {
      out.put("Failed:").put(failure.get());
    } else {
      out.put("Success");
    }
    out.put(" TID_").putHex(connection.id()).put('\n');
  }

  private static void certificate(TlsInfo tls, EntryBuffer out) {
    ClientCertificate of = tls == null ? NONE : tls.peer().certificate().orElse(NONE);
    out.put(" \"").putEscaped(of.subject()).put("\" ");
    out.put(of.validity()).put(' ').put(of.serial()).put(' ');
  }
}

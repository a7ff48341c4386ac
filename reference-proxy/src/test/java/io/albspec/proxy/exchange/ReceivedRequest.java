package io.albspec.proxy.exchange;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/** Exchanges whose request has been received, for tests of what comes after. */
public final class ReceivedRequest {

  /** When every request is received. */
  public static final Instant RECEIVED_AT = Instant.parse("2018-07-02T22:22:48.364Z");

  private static final long CONNECTION_ID = 0x1234abcd5678ef90L;
  private static final Settings SETTINGS =
      new Settings(
          Duration.ofSeconds(60),
          Duration.ofSeconds(3600),
          Settings.ForwardedFor.APPEND,
          false,
          false,
          false,
          false,
          false);

  private ReceivedRequest() {}

  /** A GET of that target with the Host www.example.com. */
  public static Exchange get(String target) {
    return of("GET " + target + " HTTP/1.1\r\nHost: www.example.com\r\n\r\n");
  }

  /** A request of these bytes, one a character, from 192.168.131.39:2817 to 10.0.0.30:80. */
  public static Exchange of(String bytes) {
    return from("192.168.131.39", bytes);
  }

  /** A request that was received then. */
  public static Exchange at(Instant now, long nanos) {
    return received("192.168.131.39", "GET / HTTP/1.1\r\nHost: h\r\n\r\n", now, nanos);
  }

  /** A request of these bytes from that address. */
  public static Exchange from(String client, String bytes) {
    return received(client, bytes, RECEIVED_AT, 0);
  }

  private static Exchange received(String client, String bytes, Instant now, long nanos) {
    Exchange exchange = new Exchange();
    ConnectionInfo connection =
        new ConnectionInfo(
            new InetSocketAddress(client, 2817),
            new InetSocketAddress("10.0.0.30", 80),
            "us-east-2a",
            CONNECTION_ID);
    exchange.begin(connection, SETTINGS, null, now, nanos);
    ByteBuffer in = ByteBuffer.wrap(bytes.getBytes(StandardCharsets.ISO_8859_1));
    if (exchange.request().head().read(in) == MessageHead.Progress.COMPLETE) {
      exchange.request().parse();
      exchange.requestCompleted();
    }
    exchange.received(bytes.length());
    return exchange;
  }
}

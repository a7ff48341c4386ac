package io.albspec.proxy.worker;

import io.albspec.proxy.time.Time;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The date as HTTP writes it (RFC 9110, 5.6.7), formatted once a second. */
public final class DateHeader {

  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final Time time;
  private long second = Long.MIN_VALUE;
  private byte[] text = {};

  DateHeader(Time time) {
    this.time = time;
  }

  /** The present date. Not a copy. */
  public byte[] now() {
    Instant now = time.now();
    if (now.getEpochSecond() != second) {
      second = now.getEpochSecond();
      text = FORMAT.format(now).getBytes(StandardCharsets.US_ASCII);
    }
    return text;
  }
}

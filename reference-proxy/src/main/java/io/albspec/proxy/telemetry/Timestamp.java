package io.albspec.proxy.telemetry;

import java.time.Instant;

/** Moments in ISO 8601 as the logs have them: UTC, six decimals. */
final class Timestamp {

  private static final long NANOS_PER_SECOND = 1_000_000_000;
  private static final int SECONDS_PER_DAY = 86_400;
  private static final int DAYS_PER_ERA = 146_097;
  private static final int DAYS_FROM_MARCH_0000_TO_1970 = 719_468;

  private Timestamp() {}

  /**
   * Puts a moment, allocating nothing.
   *
   * @param since not before the epoch
   * @param nanosLater how long after that, not negative
   */
  static void put(EntryBuffer out, Instant since, long nanosLater) {
    long nanos = since.getNano() + nanosLater;
    long at = since.getEpochSecond() + nanos / NANOS_PER_SECOND;
    long micros = nanos % NANOS_PER_SECOND / 1000;
    putDate(out, at / SECONDS_PER_DAY);
    long ofDay = at % SECONDS_PER_DAY;
    out.put('T').putPadded(ofDay / 3600, 2).put(':').putPadded(ofDay / 60 % 60, 2);
    out.put(':').putPadded(ofDay % 60, 2).put('.').putPadded(micros, 6).put('Z');
  }

  /** Years that begin in March make the leap day the last of its year. */
  private static void putDate(EntryBuffer out, long epochDay) {
    long days = epochDay + DAYS_FROM_MARCH_0000_TO_1970;
    long era = days / DAYS_PER_ERA;
    long ofEra = days % DAYS_PER_ERA;
    long yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365;
    long ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    long marchMonth = (5 * ofYear + 2) / 153;
    long day = ofYear - (153 * marchMonth + 2) / 5 + 1;
    long month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
    long year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
    out.putPadded(year, 4).put('-').putPadded(month, 2).put('-').putPadded(day, 2);
  }
}

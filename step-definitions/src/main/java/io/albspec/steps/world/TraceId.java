package io.albspec.steps.world;

import io.albspec.fixtures.target.ReceivedRequest;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The first field of a header X-Amzn-Trace-Id (guide, "Request tracing", "Syntax").
 *
 * @param time in whole seconds
 * @param id in hexadecimal
 */
public record TraceId(Instant time, String id) {

  private static final Pattern FIELD =
      Pattern.compile("(?:Root|Self)=1-([0-9a-f]{8})-([0-9a-f]{23,24})(?:;.*)?");
  private static final int RADIX = 16;

  /**
   * The one that came with a request.
   *
   * @throws AssertionError if there is no such header, or it is none
   */
  public static TraceId of(ReceivedRequest request) {
    String header = String.join(" | ", request.headers("X-Amzn-Trace-Id"));
    Matcher field = FIELD.matcher(header);
    if (!field.matches()) {
      throw new AssertionError("X-Amzn-Trace-Id is no trace identifier: " + header);
    }
    return new TraceId(
        Instant.ofEpochSecond(Long.parseLong(field.group(1), RADIX)), field.group(2));
  }
}

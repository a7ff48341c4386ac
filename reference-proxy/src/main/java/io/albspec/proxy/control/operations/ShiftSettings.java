package io.albspec.proxy.control.operations;

import io.albspec.proxy.cloud.Cloud;
import io.albspec.proxy.cloud.Zone;
import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.control.BalancerConfig;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a zonal shift may be (guide, "Start a zonal shift"). */
final class ShiftSettings {

  private static final Duration LONGEST = Duration.ofDays(3);
  private static final Pattern EXPIRES_IN = Pattern.compile("([1-9][0-9]{0,3})([mh])");
  private static final int MOST_COMMENT = 128;

  private ShiftSettings() {}

  /** How long {@code 20m} or {@code 3h} is: from a minute to three days. */
  static Duration expiresIn(String text) throws ApiException {
    Matcher form = EXPIRES_IN.matcher(text);
    if (!form.matches()) {
      throw invalid(text, "must be a whole number followed by m or h, such as 20m or 3h");
    }
    long number = Long.parseLong(form.group(1));
    Duration length =
        form.group(2).equals("m") ? Duration.ofMinutes(number) : Duration.ofHours(number);
    if (length.compareTo(LONGEST) > 0) {
      throw invalid(text, "must be from 1 minute to 72 hours");
    }
    return length;
  }

  private static ApiException invalid(String text, String demand) {
    return ShiftRefusal.invalid(
        "InvalidExpiresIn", "The member 'expiresIn' %s, not '%s'".formatted(demand, text));
  }

  static String comment(String text) throws ApiException {
    if (text.codePointCount(0, text.length()) > MOST_COMMENT) {
      throw ShiftRefusal.invalid(
          "MissingValue",
          "The member 'comment' can have at most %d characters".formatted(MOST_COMMENT));
    }
    return text;
  }

  /** The name of a zone of the load balancer, which is called by its id or its name. */
  static String zone(Cloud cloud, BalancerConfig balancer, String called) throws ApiException {
    Zone zone =
        cloud.zones().stream()
            .filter(each -> each.id().equals(called) || each.zoneName().equals(called))
            .findFirst()
            .orElseThrow(
                () ->
                    ShiftRefusal.invalid(
                        "InvalidAz", "There is no Availability Zone '%s'".formatted(called)));
    if (balancer.nodes().stream().noneMatch(node -> node.zone().equals(zone.zoneName()))) {
      throw ShiftRefusal.invalid(
          "UnsupportedAz",
          "The Availability Zone '%s' is not enabled for the load balancer '%s'"
              .formatted(called, balancer.arn()));
    }
    return zone.zoneName();
  }
}

package io.albspec.proxy;

import io.albspec.proxy.cloud.Cloud;
import io.albspec.proxy.cloud.Zone;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An instance given on the command line.
 *
 * @param id such as {@code i-0abcdef1234567890}
 * @param address where it answers
 * @param zone where it is; the first zone if none was given
 */
record InstanceOption(String id, InetAddress address, Zone zone) {

  private static final Pattern FORM =
      Pattern.compile("(i-[0-9A-Za-z]+)=([0-9]{1,3}(?:\\.[0-9]{1,3}){3})(?:@(\\S+))?");

  /**
   * Reads {@code ID=ADDRESS} or {@code ID=ADDRESS@ZONE} of that cloud.
   *
   * @throws IllegalArgumentException if it is neither
   */
  static InstanceOption parse(String text, Cloud cloud) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "--instance '%s' is not of the form ID=ADDRESS[@ZONE] with an IPv4 address"
              .formatted(text));
    }
    String zone = form.group(3) == null ? cloud.zones().get(0).zoneName() : form.group(3);
    return new InstanceOption(
        form.group(1),
        address(form.group(2)),
        cloud
            .zone(zone)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "--instance '%s': there is no zone '%s'".formatted(text, zone))));
  }

  private static InetAddress address(String literal) {
    try {
      return InetAddress.getByName(literal);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(
          "--instance: '%s' is no IPv4 address".formatted(literal), e);
    }
  }

  void addTo(Cloud cloud) {
    cloud.instance(id, address, zone);
  }
}

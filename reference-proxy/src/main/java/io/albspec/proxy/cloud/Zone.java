package io.albspec.proxy.cloud;

import java.net.InetAddress;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A zone of the region.
 *
 * @param zoneName its name, such as {@code us-east-2a}
 * @param type zones of different types cannot be enabled together
 * @param nodes the block of loopback addresses that load balancer nodes in it have, of 256
 */
public record Zone(String zoneName, Type type, AddressBlock nodes) implements Comparable<Zone> {

  private static final Pattern FORM = Pattern.compile("([a-z]{2})-((?:[a-z]+-)+)([0-9])([a-z])");

  private static final List<String> TWOFOLD =
      List.of("northeast", "northwest", "southeast", "southwest");

  /** The first zone there is from the start. */
  public static final Zone A = numbered("us-east-2", 1);

  /** The second one. */
  public static final Zone B = numbered("us-east-2", 2);

  /** The third one. */
  public static final Zone C = numbered("us-east-2", 3);

  /** What kind of zone it is. */
  public enum Type {
    AVAILABILITY_ZONE,
    LOCAL_ZONE
  }

  /** The Availability Zone of a region with that number, from 1; its block is 127.0.NUMBER.0/24. */
  public static Zone numbered(String region, int number) {
    return new Zone(region + (char) ('a' + number - 1), Type.AVAILABILITY_ZONE, nodeBlock(number));
  }

  /** The block of the zone with that number where no other is given. */
  public static AddressBlock nodeBlock(int number) {
    return AddressBlock.of("127.0.%d.0/24".formatted(number));
  }

  /** Its id, by which some services call it, such as {@code use2-az1}; its name if it has none. */
  public String id() {
    Matcher form = FORM.matcher(zoneName);
    if (!form.matches()) {
      return zoneName;
    }
    String region =
        form.group(1)
            + Stream.of(form.group(2).split("-")).map(Zone::shortened).collect(Collectors.joining())
            + form.group(3);
    return region + "-az" + (form.group(4).charAt(0) - 'a' + 1);
  }

  /** {@code east} becomes {@code e}, {@code southeast} becomes {@code se}. */
  private static String shortened(String word) {
    int second = "north".length();
    return word.charAt(0) + (TWOFOLD.contains(word) ? word.substring(second, second + 1) : "");
  }

  @Override
  public int compareTo(Zone other) {
    return zoneName.compareTo(other.zoneName);
  }

  /** Whether an address is one of a node in it. */
  boolean hasNode(InetAddress address) {
    return nodes.contains(address);
  }

  /** The address with that last number in the zone's block. */
  byte[] address(int number) {
    byte[] address = nodes.first().getAddress();
    address[address.length - 1] = (byte) number;
    return address;
  }
}

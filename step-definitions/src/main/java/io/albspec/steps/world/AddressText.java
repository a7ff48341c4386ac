package io.albspec.steps.world;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Comparator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Addresses as messages have them: IPv6 with its longest run of zeros left out (RFC 5952). */
final class AddressText {

  private static final Pattern ZEROS = Pattern.compile("(?<![0-9a-f])0(?::0)+(?![0-9a-f])");

  private AddressText() {}

  static String of(InetAddress address) {
    String text = address.getHostAddress();
    if (!(address instanceof Inet6Address)) {
      return text;
    }
    String full = text.replaceFirst("%.*", "");
    return ZEROS
        .matcher(full)
        .results()
        .max(Comparator.comparingInt((MatchResult zeros) -> zeros.group().length()))
        .map(zeros -> without(full, zeros))
        .orElse(full);
  }

  private static String without(String full, MatchResult zeros) {
    String before = full.substring(0, zeros.start());
    String after = full.substring(zeros.end());
    return (before.isEmpty() ? ":" : before) + (after.isEmpty() ? ":" : after);
  }
}

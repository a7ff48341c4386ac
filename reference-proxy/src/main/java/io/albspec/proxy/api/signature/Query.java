package io.albspec.proxy.api.signature;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The query of a request, as it is signed. */
final class Query {

  private static final String UNRESERVED = "-._~";
  private static final int HEX = 16;

  private record Parameter(String name, String value) implements Comparable<Parameter> {

    @Override
    public int compareTo(Parameter other) {
      int names = name.compareTo(other.name);
      return names == 0 ? value.compareTo(other.value) : names;
    }
  }

  private final List<Parameter> parameters = new ArrayList<>();

  /** Of what was sent behind the question mark. */
  Query(String raw) {
    for (String pair : raw.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (!pair.isEmpty()) {
        parameters.add(
            new Parameter(
                decoded(equals < 0 ? pair : pair.substring(0, equals)),
                equals < 0 ? "" : decoded(pair.substring(equals + 1))));
      }
    }
  }

  /** The values by their names; of several with a name the first. */
  Map<String, String> values() {
    Map<String, String> values = new LinkedHashMap<>();
    parameters.forEach(each -> values.putIfAbsent(each.name(), each.value()));
    return values;
  }

  /** Encoded, sorted, without the signature. */
  String canonical() {
    return parameters.stream()
        .filter(each -> !each.name().equals(QueryClaim.SIGNATURE))
        .map(each -> new Parameter(encoded(each.name()), encoded(each.value())))
        .sorted()
        .map(each -> each.name() + "=" + each.value())
        .collect(Collectors.joining("&"));
  }

  /** A percent sign that begins no escape stands for itself: the signature will not match. */
  private static String decoded(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    byte[] decoded = new byte[bytes.length];
    int length = 0;
    for (int i = 0; i < bytes.length; i++) {
      int escape =
          bytes[i] == '%' && i + 2 < bytes.length ? escape(bytes[i + 1], bytes[i + 2]) : -1;
      decoded[length++] = escape < 0 ? bytes[i] : (byte) escape;
      i += escape < 0 ? 0 : 2;
    }
    return new String(decoded, 0, length, StandardCharsets.UTF_8);
  }

  private static int escape(byte high, byte low) {
    int first = Character.digit(high, HEX);
    int second = Character.digit(low, HEX);
    return first < 0 || second < 0 ? -1 : first * HEX + second;
  }

  /** With everything escaped but letters, digits and four marks. */
  static String encoded(String text) {
    StringBuilder encoded = new StringBuilder();
    for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
      char character = (char) (each & 0xFF);
      boolean plain =
          character < 0x80
              && (Character.isLetterOrDigit(character) || UNRESERVED.indexOf(character) >= 0);
      encoded.append(plain ? String.valueOf(character) : "%%%02X".formatted((int) character));
    }
    return encoded.toString();
  }
}

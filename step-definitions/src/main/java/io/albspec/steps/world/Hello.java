package io.albspec.steps.world;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.albspec.fixtures.tls.HelloBytes;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A first message of a handshake that no library sends, made of details and their values. */
public final class Hello {

  private static final int GROUPS = 10;
  private static final int POINT_FORMATS = 11;
  private static final int SIGNATURES = 13;
  private static final int PROTOCOLS = 16;
  private static final int ECDHE_RSA_AES128_GCM = 0xC02F;
  private static final int FALLBACK = 0x5600;
  private static final Map<String, Integer> VERSIONS =
      Map.of("SSLv3", 0x0300, "TLSv1", 0x0301, "TLSv1.1", 0x0302, "TLSv1.2", 0x0303);
  private static final Map<String, Integer> COMPRESSIONS = Map.of("none", 0, "DEFLATE", 1);

  private final Map<String, String> details;

  /** With these details. */
  public Hello(Map<String, String> details) {
    this.details = Map.copyOf(details);
  }

  /** The records that carry it. */
  public byte[] records() {
    HelloBytes hello = HelloBytes.bare().suites(suites());
    numbers(hello, GROUPS, details.getOrDefault("groups", "23"));
    hello.extension(POINT_FORMATS, 1, 0);
    numbers(hello, SIGNATURES, details.getOrDefault("signatures", "1025, 2052"));
    details.forEach((name, value) -> add(hello, name, value));
    return hello.records();
  }

  private Integer[] suites() {
    return details.containsKey("fallback")
        ? new Integer[] {ECDHE_RSA_AES128_GCM, FALLBACK}
        : new Integer[] {ECDHE_RSA_AES128_GCM};
  }

  private static int number(Map<String, Integer> numbers, String name) {
    Integer number = numbers.get(name);
    if (number == null) {
      throw new IllegalArgumentException("one of " + numbers.keySet() + ", not " + name);
    }
    return number;
  }

  private static void add(HelloBytes hello, String name, String value) {
    switch (name) {
      case "version" -> hello.version(number(VERSIONS, value));
      case "compression" ->
          hello.compressions(list(value).mapToInt(each -> number(COMPRESSIONS, each)).toArray());
      case "server name" -> hello.serverName(value.equals("(empty)") ? "" : Bytes.unescaped(value));
      case "protocols" -> hello.extension(PROTOCOLS, protocols(value));
      case "extensions" -> list(value).map(Integer::valueOf).forEach(hello::extension);
      case "padding" -> hello.padding(Integer.parseInt(value));
      case "groups", "signatures", "fallback" -> {
        // They are in it from the beginning.
      }
      default -> throw new IllegalArgumentException("a hello has no " + name);
    }
  }

  private static Stream<String> list(String value) {
    return List.of(value.split(", ", -1)).stream();
  }

  private static void numbers(HelloBytes hello, int extension, String values) {
    int[] bytes =
        list(values)
            .map(Integer::valueOf)
            .flatMapToInt(number -> IntStream.of(number >> Byte.SIZE, number & 0xFF))
            .toArray();
    hello.extension(extension, withLength(bytes));
  }

  private static int[] protocols(String values) {
    return withLength(
        list(values)
            .map(name -> name.getBytes(ISO_8859_1))
            .flatMapToInt(
                name ->
                    IntStream.concat(
                        IntStream.of(name.length),
                        IntStream.range(0, name.length).map(i -> name[i])))
            .toArray());
  }

  private static int[] withLength(int... bytes) {
    return IntStream.concat(
            IntStream.of(bytes.length >> Byte.SIZE, bytes.length & 0xFF), IntStream.of(bytes))
        .toArray();
  }
}

package io.albspec.steps.world;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BytesTest {

  @Test
  void everyLineEndsInCrlf() {
    assertThat(lines("GET / HTTP/1.1\nHost: a\n")).isEqualTo("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
  }

  @Test
  void aBackslashAtTheEndJoinsTheNextLine() {
    assertThat(lines("a\\\nb\\")).isEqualTo("ab");
  }

  @Test
  void twoBackslashesAreOne() {
    assertThat(lines("a\\\\")).isEqualTo("a\\\r\n");
  }

  @ParameterizedTest
  @CsvSource({"a\\x00b,a\0b", "\\r\\n,'\r\n'", "\\\\n,\\n", "\\d,\\d", "\\x22v1\\x22,\"v1\""})
  void escapesStandForBytes(String written, String bytes) {
    assertThat(Bytes.unescaped(written)).isEqualTo(bytes);
  }

  @Test
  void lettersBeyondAsciiAreUtf8() {
    assertThat(Bytes.unescaped("ö").getBytes(ISO_8859_1)).containsExactly(0xc3, 0xb6);
  }

  private static String lines(String docString) {
    return new String(Bytes.ofLines(docString), ISO_8859_1);
  }
}

package io.albspec.steps.evidence;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WireTextTest {

  @Test
  void aMessageReadsAsItWasSent() {
    assertThat(text("GET / HTTP/1.1\r\nHost: a\r\n\r\nbody"))
        .isEqualTo("> GET / HTTP/1.1\n> Host: a\n> \n> body\n");
  }

  @Test
  void whatCannotBePrintedIsWrittenAsNumbers() {
    assertThat(text("a\0\u00ff\\\tb")).isEqualTo("> a\\x00\\xff\\\\\\x09b\n");
  }

  @Test
  void aBareLineFeedOrCarriageReturnDoesNotPassForBoth() {
    assertThat(text("a\nb\rc\r\n\n")).isEqualTo("> a\\x0a\n> b\\x0dc\n> \\x0a\n");
  }

  @Test
  void aLongBodyIsCut() {
    assertThat(text("x".repeat(70_000))).hasSizeLessThan(66_000).endsWith("> ... 4464 bytes more\n");
  }

  private static String text(String bytes) {
    return WireText.of("> ", bytes.getBytes(ISO_8859_1));
  }
}

package io.albspec.proxy.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.albspec.proxy.exchange.MessageHead.Progress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class MessageHeadTest {

  private static final String HEAD =
      "GET /a HTTP/1.1\r\nHost: x\nX-Empty:\r\n folded\r\nno colon\r\nA:b:c \t\r\n\r\n";

  private final MessageHead head = new MessageHead(100, 200);

  @Test
  void splitsLinesAtLineFeedsAndFieldsAtTheFirstColon() {
    Progress progress = head.read(bytes(HEAD));

    assertThat(progress).isEqualTo(Progress.COMPLETE);
    assertThat(head.text(head.startLineStart(), head.startLineEnd())).isEqualTo("GET /a HTTP/1.1");
    assertThat(fields()).containsExactly("Host=x", "X-Empty=", " folded=", "no colon=", "A=b:c");
  }

  @Test
  void leavesWhatComesBehindTheHead() {
    ByteBuffer in = bytes(HEAD + "body");

    head.read(in);

    assertThat(StandardCharsets.US_ASCII.decode(in).toString()).isEqualTo("body");
    assertThat(head.length()).isEqualTo(HEAD.length());
  }

  @Test
  void skipsEmptyLinesBeforeTheStartLine() {
    head.read(bytes("\r\n\nGET / HTTP/1.1\r\n\r\n"));

    assertThat(head.text(head.startLineStart(), head.startLineEnd())).isEqualTo("GET / HTTP/1.1");
  }

  @Test
  void tellsWhichLimitWasExceeded() {
    String longText = "x".repeat(101);

    assertThat(read(longText)).isEqualTo(Progress.INCOMPLETE);
    assertThat(read(longText + "xx")).isEqualTo(Progress.START_LINE_TOO_LONG);
    assertThat(read(longText + "\r\n")).isEqualTo(Progress.START_LINE_TOO_LONG);
    assertThat(read("GET / HTTP/1.1\r\n" + longText + "\r\n")).isEqualTo(Progress.FIELD_TOO_LONG);
    assertThat(read("GET / HTTP/1.1\r\n" + "a:b\r\n".repeat(50))).isEqualTo(Progress.HEAD_TOO_LONG);
    assertThat(read("x".repeat(100) + "\r\n" + "y".repeat(94) + "\r\n\r\n"))
        .isEqualTo(Progress.COMPLETE);
  }

  @Property
  void anySplitOfTheBytesGivesTheSameResult(
      @ForAll @Size(max = 8) List<@IntRange(min = 1, max = 30) Integer> pieces) {
    head.clear();
    byte[] all = HEAD.getBytes(StandardCharsets.US_ASCII);
    Progress progress = Progress.INCOMPLETE;
    int at = 0;
    for (int piece : pieces) {
      int to = Math.min(all.length, at + piece);
      if (at < to) {
        progress = head.read(ByteBuffer.wrap(all, at, to - at));
        at = to;
      }
    }
    if (at < all.length) {
      progress = head.read(ByteBuffer.wrap(all, at, all.length - at));
    }

    assertThat(progress).isEqualTo(Progress.COMPLETE);
    assertThat(fields()).containsExactly("Host=x", "X-Empty=", " folded=", "no colon=", "A=b:c");
  }

  private Progress read(String text) {
    head.clear();
    return head.read(bytes(text));
  }

  private List<String> fields() {
    List<String> fields = new ArrayList<>();
    for (int i = 0; i < head.fieldCount(); i++) {
      fields.add(
          head.text(head.nameStart(i), head.nameEnd(i))
              + "="
              + head.text(head.valueStart(i), head.valueEnd(i)));
    }
    return fields;
  }

  private static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
  }
}

package io.albspec.proxy.hpack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HpackDecoderTest {

  private final HpackDecoder decoder = new HpackDecoder(4096);

  private List<String> decode(String hex) throws CompressionException {
    byte[] block = HexFormat.of().parseHex(hex.replace(" ", ""));
    List<String> lines = new ArrayList<>();
    decoder.decode(
        block, 0, block.length, (name, value, encoded) -> lines.add(name + ": " + value));
    return lines;
  }

  private static String hex(String text) {
    return HexFormat.of().formatHex(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** A literal that is added to the table, of a name of one letter. */
  private static String added(String name, int valueLength) {
    byte[] length = {(byte) valueLength};
    String value = HexFormat.of().formatHex(length) + hex("v".repeat(valueLength));
    return "40 01" + hex(name) + value;
  }

  /** RFC 7541, C.3 and C.4: the same three requests, plain and Huffman coded. */
  @ParameterizedTest
  @CsvSource({
    "828684410f7777772e6578616d706c652e636f6d, 828684be58086e6f2d6361636865,"
        + " 828785bf400a637573746f6d2d6b65790c637573746f6d2d76616c7565",
    "828684418cf1e3c2e5f23a6ba0ab90f4ff, 828684be5886a8eb10649cbf,"
        + " 828785bf408825a849e95ba97d7f8925a849e95bb8e8b4bf"
  })
  void theRequestsOfTheStandard(String first, String second, String third) throws Exception {
    assertThat(decode(first))
        .containsExactly(
            ":method: GET", ":scheme: http", ":path: /", ":authority: www.example.com");
    assertThat(decode(second))
        .containsExactly(
            ":method: GET",
            ":scheme: http",
            ":path: /",
            ":authority: www.example.com",
            "cache-control: no-cache");
    assertThat(decode(third))
        .containsExactly(
            ":method: GET",
            ":scheme: https",
            ":path: /index.html",
            ":authority: www.example.com",
            "custom-key: custom-value");
  }

  /** RFC 7541, C.6: a table of 256 bytes, from which fields are evicted. */
  @Test
  void theOldestFieldsGoWhenThereIsNoRoom() throws Exception {
    assertThat(decode("3fe101" + "48033330325807707269766174656108" + hex("01234567")))
        .containsExactly(":status: 302", "cache-control: private", "date: 01234567");
    for (int i = 0; i < 4; i++) {
      decode(added("a", 30));
    }

    assertThat(decode("be")).containsExactly("a: " + "v".repeat(30));
    assertThat(decode("c0")).containsExactly("a: " + "v".repeat(30));
    assertThatThrownBy(() -> decode("c3")).isInstanceOf(CompressionException.class);
  }

  @Test
  void aFieldThatIsLargerThanTheTableEmptiesIt() throws Exception {
    decode("3f21" + added("a", 20));
    assertThat(decode("be")).containsExactly("a: " + "v".repeat(20));

    assertThat(decode(added("b", 40))).containsExactly("b: " + "v".repeat(40));

    assertThatThrownBy(() -> decode("be")).isInstanceOf(CompressionException.class);
  }

  /** Name, value and 32 bytes (RFC 7541, 4.1): 64 bytes hold one field of 1 + 31, not of 1 + 32. */
  @ParameterizedTest
  @CsvSource({"31, true", "32, false"})
  void aFieldIsAsLargeAsTheStandardSays(int valueLength, boolean kept) throws Exception {
    decode("3f21" + added("a", valueLength));

    if (kept) {
      assertThat(decode("be")).hasSize(1);
    } else {
      assertThatThrownBy(() -> decode("be")).isInstanceOf(CompressionException.class);
    }
  }

  @Test
  void aNameOfTheTableOutlivesItsEviction() throws Exception {
    decode("3f21" + added("a", 30));

    assertThat(decode("7e 1e" + hex("w".repeat(30)))).containsExactly("a: " + "w".repeat(30));
    assertThat(decode("be")).containsExactly("a: " + "w".repeat(30));
  }

  @Test
  void theTableMayBecomeSmallerAndLargerAgain() throws Exception {
    decode(added("a", 10));

    assertThat(decode("20 3fe11f 82")).containsExactly(":method: GET");

    assertThatThrownBy(() -> decode("be")).isInstanceOf(CompressionException.class);
    decode(added("b", 10));
    assertThat(decode("be")).containsExactly("b: " + "v".repeat(10));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "3fe21f", // a table of 4097 bytes
        "20 20 20", // three changes of its size
        "82 20", // one behind a field
        "3f ff ff ff ff 0f", // a size of more than four bytes
      })
  void theTableCannotHaveAnySize(String block) {
    assertThatThrownBy(() -> decode(block)).isInstanceOf(CompressionException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "80", // the field 0
        "be", // the first one of an empty table
        "ff ff ff ff ff ff", // a number without an end
        "ff ff ff ff ff 07", // a number of five bytes more
        "ff", // a number that ends with the block
        "40", // no name
        "40 01", // a name behind the block
        "40 01 61", // no value
        "40 01 61 7f 80", // the length of a value that ends with the block
        "40 01 61 7f ff ff ff 7f", // a value of 256 MB
        "7f 00 01 61", // a name of the table that is not there
        "0f ff ff ff ff ff 01", // the same, with a number too large
      })
  void aBlockThatEndsTooEarlyOrTellsNonsenseIsRefused(String block) {
    assertThatThrownBy(() -> decode(block)).isInstanceOf(CompressionException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "81 1f, a: a", // 00011 and three ones
    "82 1f ff, refused", // eight bits of padding
    "81 18, refused", // zeros for padding
    "81 19, refused",
    "84 ff ff ff fc, refused", // the end of a string, and two zeros
    "84 ff ff ff ff, refused", // the end of a string, and two ones
    "85 1f ff ff ff ff, refused", // the same behind a letter
    "80, 'a: '",
  })
  void aHuffmanCodedStringEndsWithFewOnes(String value, String result) throws Exception {
    String block = "00 01 61" + value;

    if (result.equals("refused")) {
      assertThatThrownBy(() -> decode(block)).isInstanceOf(CompressionException.class);
    } else {
      assertThat(decode(block)).containsExactly(result);
    }
  }

  /** Every octet, coded as RFC 7541, Appendix B, has them: what is decoded is what was written. */
  @Test
  void everyOctetOfALiteralComesThrough() throws Exception {
    StringBuilder all = new StringBuilder();
    for (char octet = 0; octet < 256; octet++) {
      all.append(octet);
    }

    assertThat(decode("00 01 61 7f 81 01" + hex(all.toString()))).containsExactly("a: " + all);
  }

  @Test
  void aLongStringThatIsHuffmanCoded() throws Exception {
    String zeros = "00".repeat(10_111) + "01";

    assertThat(decode("00 01 61 ff 81 4e" + zeros)).containsExactly("a: " + "0".repeat(16_179));
  }
}

package io.albspec.proxy.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WildcardTest {

  @ParameterizedTest
  @CsvSource({
    "*.example.com,  test.example.com,   true",
    "*.example.com,  example.com,        false",
    "*.example.com,  a.b.example.com,    true",
    "/img/*,         /img/picture.jpg,   true",
    "/img/*,         /img/,              true",
    "/img/*,         /img,               false",
    "/img/*/pics,    /img/a/b/pics,      true",
    "/img/*/pics,    /img/pics,          false",
    "/img/?.png,     /img/1.png,         true",
    "/img/?.png,     /img/.png,          false",
    "/img/?.png,     /img/10.png,        false",
    "*,              '',                 true",
    "**,             x,                  true",
    "*?,             '',                 false",
    "'',             '',                 true",
    "'',             x,                  false",
    "a\\*b,          a*b,                true",
    "a\\*b,          axb,                false",
    "a\\?,           a?,                 true",
    "a\\?,           ax,                 false",
    "a\\,            a\\,                true",
    "*Chrome*,       'Mozilla Chrome/5', true"
  })
  void theGuidesPatternsMatchAsItSays(String pattern, String value, boolean matches) {
    assertThat(matches(Wildcard.caseSensitive(pattern), value)).isEqualTo(matches);
  }

  @Test
  void caseCountsOnlyWhereItShould() {
    assertThat(matches(Wildcard.caseSensitive("/Img"), "/img")).isFalse();
    assertThat(matches(Wildcard.ignoringCase("WWW.Example.*"), "www.eXAMPLE.ORG")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\tb", "a\0b", "a\u007fb", "a\u00fcb", "a\nb"})
  void aValueWithOtherThanVisibleAsciiMatchesNothing(String value) {
    assertThat(matches(Wildcard.caseSensitive("*"), value)).isFalse();
    assertThat(matches(Wildcard.caseSensitive(value), value)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {62, 63, 64, 65, 127, 128})
  void patternsOfAnyLengthMatchToTheLastCharacter(int length) {
    String text = "a".repeat(length - 1);

    Wildcard pattern = Wildcard.caseSensitive(text + "b");

    assertThat(matches(pattern, text + "b")).isTrue();
    assertThat(matches(pattern, text + "c")).isFalse();
    assertThat(matches(pattern, text)).isFalse();
    assertThat(matches(pattern, text + "bb")).isFalse();
    assertThat(matches(Wildcard.caseSensitive("*" + text + "*b"), text + text + "b")).isTrue();
  }

  @Test
  void aPatternTooLongIsRefused() {
    assertThatThrownBy(() -> Wildcard.caseSensitive("a".repeat(129)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("128");
  }

  @Property(tries = 5000)
  void itAgreesWithTryingEverything(
      @ForAll @Chars({'a', 'b', 'A', '*', '?'}) @StringLength(max = 9) String pattern,
      @ForAll @Chars({'a', 'b', 'A', '\t'}) @StringLength(max = 9) String value) {
    boolean expected = naive(pattern, value) && value.indexOf('\t') < 0;

    assertThat(matches(Wildcard.caseSensitive(pattern), value)).isEqualTo(expected);
  }

  @Property(tries = 2000)
  void longPatternsAgreeWithTryingEverything(
      @ForAll @Chars({'a', 'b', '*', '?'}) @StringLength(max = 7) String pattern,
      @ForAll @Chars({'a', 'b'}) @StringLength(max = 9) String value) {
    String filler = "ab".repeat(31);

    boolean matched = matches(Wildcard.caseSensitive(filler + pattern), filler + value);

    assertThat(matched).isEqualTo(naive(pattern, value));
  }

  @Property
  void caseIsIgnoredAsIfEverythingWereLowerCase(
      @ForAll @Chars({'a', 'B', 'z', 'Z', '*', '?', '[', '@'}) @StringLength(max = 6)
          String pattern,
      @ForAll @Chars({'A', 'b', 'z', 'Z', '{', '`'}) @StringLength(max = 6) String value) {
    boolean expected = naive(lower(pattern), lower(value));

    assertThat(matches(Wildcard.ignoringCase(pattern), value)).isEqualTo(expected);
  }

  private static String lower(String text) {
    return text.toLowerCase(java.util.Locale.ROOT);
  }

  private static boolean naive(String pattern, String value) {
    if (pattern.isEmpty()) {
      return value.isEmpty();
    }
    if (pattern.charAt(0) == '*') {
      return naive(pattern.substring(1), value)
          || (!value.isEmpty() && naive(pattern, value.substring(1)));
    }
    return !value.isEmpty()
        && (pattern.charAt(0) == '?' || pattern.charAt(0) == value.charAt(0))
        && naive(pattern.substring(1), value.substring(1));
  }

  private static boolean matches(Wildcard pattern, String value) {
    byte[] bytes = ("x" + value + "x").getBytes(StandardCharsets.ISO_8859_1);
    return pattern.matches(bytes, 1, bytes.length - 1);
  }
}

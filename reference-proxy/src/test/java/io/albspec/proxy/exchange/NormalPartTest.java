package io.albspec.proxy.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalPartTest {

  @ParameterizedTest
  @CsvSource({
    "/,                       /",
    "/img/logo.png,           /img/logo.png",
    "/css/../img/logo.png,    /img/logo.png",
    "/css/%2e%2E/img/,        /img/",
    "/a/./b,                  /a/b",
    "/a/.,                    /a/",
    "/a/..,                   /",
    "/a/b/..,                 /a/",
    "/..,                     /",
    "/../../x,                /x",
    "/a/...,                  /a/...",
    "/.well-known/x,          /.well-known/x",
    "/a//../b,                /a/b",
    "/%7Euser,                /~user",
    "/a%2fb,                  /a%2Fb",
    "/a%2,                    /a%2",
    "/a%,                     /a%",
    "/a%zz,                   /a%zz",
    "/%41%0a,                 /A%0A",
    "*,                       *",
    "http://www.example.com,  /",
    "http://www.example.com?q,/",
    "http://h/a/../b?c,       /b"
  })
  void pathsAreNormalised(String target, String normal) {
    RequestHead request = ReceivedRequest.get(target).request();

    assertThat(text(request.normalPath())).isEqualTo(normal);
  }

  @ParameterizedTest
  @CsvSource({
    "/?a=b&c,      a=b&c",
    "/?a=%41%2f,   a=A%2F",
    "/?a=../b,     a=../b",
    "/?,           ''",
    "/,            ''"
  })
  void queriesAreNormalised(String target, String normal) {
    RequestHead request = ReceivedRequest.get(target).request();

    assertThat(text(request.normalQuery())).isEqualTo(normal);
  }

  @Property
  void normalisingTwiceChangesNothingMore(
      @ForAll @Chars({'/', '.', '%', '2', 'e', 'E', 'a', '~'}) @StringLength(max = 24)
          String rest) {
    String once = text(ReceivedRequest.get("/" + rest).request().normalPath());

    String twice = text(ReceivedRequest.get(once).request().normalPath());

    assertThat(once).startsWith("/").doesNotContain("/./", "/../");
    assertThat(withoutPercent(once) ? twice : once).isEqualTo(once);
  }

  /** A decoded percent sign cannot appear, but {@code %%41} may become {@code %A}. */
  private static boolean withoutPercent(String path) {
    return path.indexOf('%') < 0;
  }

  private static String text(NormalPart part) {
    return new String(
        part.bytes(), part.start(), part.end() - part.start(), StandardCharsets.ISO_8859_1);
  }
}

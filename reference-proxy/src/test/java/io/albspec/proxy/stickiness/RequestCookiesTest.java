package io.albspec.proxy.stickiness;

import static org.assertj.core.api.Assertions.assertThat;

import io.albspec.proxy.exchange.ReceivedRequest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestCookiesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "Cookie: a=1                    | a | 1",
        "Cookie: a=1; b=2               | b | 2",
        "Cookie: a=1;b=2                | b | 2",
        "Cookie: b=1; b=2               | b | 1",
        "cookie: a=x=y==                | a | x=y==",
        "Cookie: a=                     | a | ''",
        "Cookie: a=1%0 2                | a | 1%0 2",
        "Cookie: ab=1; ba=2             | a | none",
        "Cookie: A=1                    | a | none",
        "Cookie: a                      | a | none",
        "Cookie: ;;; a=1                | a | 1",
        "Set-Cookie: a=1                | a | none",
        "X: y                           | a | none"
      })
  void aCookieIsFoundByItsName(String line, String name, String value) {
    var head = ReceivedRequest.of("GET / HTTP/1.1\r\n" + line + "\r\n\r\n").request().head();

    assertThat(RequestCookies.value(head, name).orElse(null)).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({"a, 1", "b, 2"})
  void cookiesMayBeInSeveralFields(String name, String value) {
    var head =
        ReceivedRequest.of("GET / HTTP/1.1\r\nCookie: a=1\r\nCookie: b=2\r\n\r\n").request().head();

    assertThat(RequestCookies.value(head, name)).contains(value);
  }
}

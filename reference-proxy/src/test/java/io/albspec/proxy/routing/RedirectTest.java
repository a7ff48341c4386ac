package io.albspec.proxy.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.albspec.proxy.exchange.Exchange;
import io.albspec.proxy.exchange.ReceivedRequest;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RedirectActionConfig;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RedirectActionStatusCodeEnum;

class RedirectTest {

  @ParameterizedTest
  @CsvSource({
    "Protocol, HTTPS,            https://www.example.com:8080/a/b.html?c=d&e=%20f",
    "Protocol, #{protocol},      http://www.example.com:8080/a/b.html?c=d&e=%20f",
    "Host,     shop.example.org, http://shop.example.org:8080/a/b.html?c=d&e=%20f",
    "Host,     new.#{host},      http://new.www.example.com:8080/a/b.html?c=d&e=%20f",
    "Port,     9090,             http://www.example.com:9090/a/b.html?c=d&e=%20f",
    "Path,     /z,               http://www.example.com:8080/z?c=d&e=%20f",
    "Path,     /new/#{path},     http://www.example.com:8080/new/a/b.html?c=d&e=%20f",
    "Path,     /#{path}x,        http://www.example.com:8080/a/b.htmlx?c=d&e=%20f",
    "Path,     /#{host}/#{port}, http://www.example.com:8080/www.example.com/8080?c=d&e=%20f",
    "Path,     /a&amp;b,         http://www.example.com:8080/a&b?c=d&e=%20f",
    "Query,    '',               http://www.example.com:8080/a/b.html",
    "Query,    x=1&#{query},     http://www.example.com:8080/a/b.html?x=1&c=d&e=%20f",
    "Query,    #{protocol}#{host}#{port}#{path}, "
        + "http://www.example.com:8080/a/b.html?httpwww.example.com8080a/b.html"
  })
  void componentsAreReplacedOrRetained(String component, String value, String location) {
    Action redirect = redirect(config -> set(config, component, value));

    String url = location(redirect, ReceivedRequest.get("/a/b.html?c=d&e=%20f"));

    assertThat(url).isEqualTo(location);
  }

  @Test
  void theGuidesRedirectKeepsHostPathAndQuery() {
    Action redirect =
        redirect(
            c ->
                c.protocol("HTTPS")
                    .port("443")
                    .host("#{host}")
                    .path("/#{path}")
                    .query("#{query}")
                    .statusCode("HTTP_301"));
    Exchange exchange = ReceivedRequest.get("/");

    Performed performed = Performed.by(redirect, exchange);

    assertThat(performed.response.status()).isEqualTo(301);
    assertThat(performed.response.location()).isEqualTo("https://www.example.com:443/");
    assertThat(exchange.decision().redirectUrl()).isEqualTo("https://www.example.com:443/");
  }

  @ParameterizedTest
  @CsvSource({
    "'GET http://a.com HTTP/1.1\r\nHost: b.com',  http://a.com:8080/",
    "'GET http://a.com?x HTTP/1.1\r\nHost: b',    http://a.com:8080/?x",
    "'GET /a HTTP/1.0\r\nX: y',                   http://10.0.0.30:8080/a",
    "'GET /a HTTP/1.1\r\nHost: [::1]:99',         http://[::1]:8080/a",
    "'GET /a\tb HTTP/1.1\r\nHost: h',             http://h:8080/a%09b",
    "'GET /a\u00fc\1 HTTP/1.1\r\nHost: h',        http://h:8080/a%FC%01",
    "'GET /a b HTTP/1.1\r\nHost: h',              http://h:8080/a%20b",
    "'GET /a?b\rc HTTP/1.1\r\nHost: h',           http://h:8080/a?b%0Dc",
    "'GET /a HTTP/1.1\r\nHost: e.com/@x#\r\t\u00e9z',  http://e.com%2F%40x%23%0D%09%E9z:8080/a"
  })
  void nothingThatAClientSendsCanBreakTheField(String head, String location) {
    Action redirect = redirect(config -> {});

    String url = location(redirect, ReceivedRequest.of(head + "\r\n\r\n"));

    assertThat(url).isEqualTo(location).matches("[!-~]+");
  }

  @Test
  void locationsLongerThan8KilobytesAreAnsweredWith507() {
    Action redirect = redirect(config -> config.protocol("HTTPS"));
    int room = 8 * 1024 - "https://www.example.com:8080/".length();
    Exchange longest = ReceivedRequest.get("/" + "a".repeat(room));
    Exchange tooLong = ReceivedRequest.get("/" + "a".repeat(room + 1));

    Performed redirected = Performed.by(redirect, longest);
    Performed refused = Performed.by(redirect, tooLong);

    assertThat(redirected.response.status()).isEqualTo(302);
    assertThat(redirected.response.location()).hasSize(8 * 1024);
    assertThat(refused.response.status()).isEqualTo(507);
    assertThat(refused.response.reason()).isEqualTo("Insufficient Storage");
    assertThat(tooLong.decision().redirectUrl()).isEmpty();
  }

  private static void set(RedirectActionConfig.Builder config, String component, String value) {
    switch (component) {
      case "Protocol" -> config.protocol(value);
      case "Host" -> config.host(value);
      case "Port" -> config.port(value);
      case "Path" -> config.path(value);
      default -> config.query(value);
    }
  }

  private static Action redirect(Consumer<RedirectActionConfig.Builder> components) {
    RedirectActionConfig config =
        RedirectActionConfig.builder()
            .statusCode(RedirectActionStatusCodeEnum.HTTP_302)
            .applyMutation(components)
            .build();
    return new Redirect(UrlTemplate.of(config, "HTTP", 8080), config.statusCode());
  }

  private static String location(Action redirect, Exchange exchange) {
    return Performed.by(redirect, exchange).response.location();
  }
}

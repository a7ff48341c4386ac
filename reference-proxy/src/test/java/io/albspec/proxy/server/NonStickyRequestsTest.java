package io.albspec.proxy.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.albspec.proxy.desync.Mode;
import io.albspec.proxy.target.Stickiness;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What is counted of sticky sessions. */
class NonStickyRequestsTest {

  private static final Pattern COOKIE = Pattern.compile("Set-Cookie: (AWSALB=[^;]+);");
  private static final Stickiness STICKY =
      new Stickiness(Stickiness.Type.LOAD_BALANCER_COOKIE, "", Duration.ofSeconds(60));

  @Test
  void requestsThatGoOnWithNoSessionAreCounted() throws Exception {
    try (ProxyUnderTest proxy = new ProxyUnderTest(Mode.DEFENSIVE, STICKY)) {
      Matcher cookie = COOKIE.matcher(get(proxy, "other=1"));

      assertThat(cookie.find()).isTrue();
      assertThat(proxy.counters.nonStickyRequestCount()).isEqualTo(1);
      get(proxy, cookie.group(1));
      assertThat(proxy.counters.nonStickyRequestCount()).isEqualTo(1);
      get(proxy, "AWSALB=unreadable");
      assertThat(proxy.counters.nonStickyRequestCount()).isEqualTo(2);
    }
  }

  @Test
  void withoutStickySessionsNothingIsCounted() throws Exception {
    try (ProxyUnderTest proxy = new ProxyUnderTest()) {
      assertThat(get(proxy, "AWSALB=x")).doesNotContain("Set-Cookie");

      assertThat(proxy.counters.nonStickyRequestCount()).isZero();
    }
  }

  private static String get(ProxyUnderTest proxy, String cookie) throws Exception {
    try (Wire client = proxy.client()) {
      client.send(
          "GET %s HTTP/1.1\r\nHost: h\r\nCookie: %s\r\n\r\n".formatted(ServingTarget.OK, cookie));
      return client.head();
    }
  }
}

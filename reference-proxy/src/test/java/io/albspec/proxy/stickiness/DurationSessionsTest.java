package io.albspec.proxy.stickiness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationSessionsTest {

  private static final int SECONDS = 100;

  private final CookieSeal seal = new CookieSeal(CookieKeys.random());
  private final StickySessions sessions = new StickySessions(seal);
  private final StickyGroup group = StickyGroup.byDuration("arn:tg/blue/1", SECONDS, 1, 2, 3);
  private final Visit.Client client = new Visit.Client(sessions);

  @Test
  void aClientWithTheCookieComesBackToItsTarget() {
    assertThat(client.visit(group)).returns(1, Visit::port).returns(true, Visit::newSession);
    assertThat(new Visit.Client(sessions).visit(group).port()).isEqualTo(2);

    for (int i = 0; i < 5; i++) {
      assertThat(client.visit(group)).returns(1, Visit::port).returns(false, Visit::newSession);
    }
  }

  @Test
  void bothCookiesAreSetWithEachResponse() {
    client.visit(group);
    List<String> lines = client.visit(group).lines();

    assertThat(lines)
        .satisfiesExactly(
            line ->
                assertThat(line)
                    .matches(
                        "Set-Cookie: AWSALB=[^;]+; Expires=Mon, 09 Jul 2018 22:22:48 GMT; Path=/"),
            line ->
                assertThat(line)
                    .matches(
                        "Set-Cookie: AWSALBCORS=[^;]+; Expires=Mon, 09 Jul 2018 22:22:48 GMT; Path=/; SameSite=None; Secure"));
    assertThat(client.cookies.get("AWSALBCORS")).isEqualTo(client.cookies.get("AWSALB"));
  }

  @Test
  void theCookieForOtherOriginsCountsAlone() {
    client.visit(group);
    client.cookies.remove("AWSALB");

    assertThat(client.visit(group)).returns(1, Visit::port).returns(false, Visit::newSession);
  }

  @ParameterizedTest
  @CsvSource({"99, 1, false", "100, 2, true", "101, 2, true"})
  void aSessionLastsForItsDurationFromTheLastResponse(int ago, int port, boolean newSession) {
    client.visited(group, Duration.ofSeconds(ago));

    assertThat(client.visit(group))
        .returns(port, Visit::port)
        .returns(newSession, Visit::newSession);
  }

  @Test
  void eachResponseBeginsTheDurationAnew() {
    client.visited(group, Duration.ofSeconds(99));
    client.visited(group, Duration.ofSeconds(50));

    assertThat(client.visit(group).newSession()).isFalse();
  }

  @Test
  void aDurationOfOneSecondIsAWholeSecond() {
    StickyGroup brief = StickyGroup.byDuration("arn:tg/brief/2", 1, 1, 2);
    client.visited(brief, Duration.ofMillis(999));

    assertThat(client.visit(brief).port()).isEqualTo(1);
  }

  @Test
  void aSessionOfSevenDaysOutlivesTheKeysOfSevenDays() {
    StickyGroup longest = StickyGroup.byDuration("arn:tg/long/3", 604_800, 1, 2);
    client.visited(longest, Duration.ofSeconds(604_799));
    String keptFor7Days = client.cookies.get("AWSALB");

    assertThat(client.visit(longest).port()).isEqualTo(1);
    assertThat(client.cookies.get("AWSALB").substring(0, 6))
        .isNotEqualTo(keptFor7Days.substring(0, 6));
  }

  @Test
  void whenItsTargetIsGoneTheSessionGoesOnWithAnotherAndStaysThere() {
    client.visit(group);
    group.lose(1);

    assertThat(client.visit(group)).returns(3, Visit::port).returns(true, Visit::newSession);
    group.eligible.add(0, StickyGroup.target(1));
    assertThat(client.visit(group)).returns(3, Visit::port).returns(false, Visit::newSession);
  }

  @Test
  void aCookieOfAnotherGroupSaysNothing() {
    client.visit(StickyGroup.byDuration("arn:tg/green/2", SECONDS, 1, 2, 3));
    group.choose(null);

    assertThat(client.visit(group)).returns(2, Visit::port).returns(true, Visit::newSession);
  }

  @Test
  void aCookieOfAnotherBalancerSaysNothing() {
    new Visit.Client(sessions).visit(group);
    Visit.Client foreign =
        new Visit.Client(new StickySessions(new CookieSeal(CookieKeys.random())));
    foreign.visit(StickyGroup.byDuration("arn:tg/blue/1", SECONDS, 1));
    client.cookies.putAll(foreign.cookies);

    assertThat(client.visit(group)).returns(2, Visit::port).returns(true, Visit::newSession);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "%s%%3D", "%sAAAA", "A%s", "arn:tg/blue/1 127.0.0.1:1"})
  void whatCannotBeReadIsReplaced(String pattern) {
    client.visit(group);
    String good = client.cookies.get("AWSALB");
    client.cookies.put("AWSALB", pattern.formatted(good));

    assertThat(client.visit(group)).returns(2, Visit::port).returns(true, Visit::newSession);
    assertThat(client.visit(group)).returns(2, Visit::port).returns(false, Visit::newSession);
  }

  @Test
  void theFirstOfManyCookiesCounts() {
    client.visit(group);
    String good = client.cookies.get("AWSALB");
    client.cookies.put("AWSALB", good + "; AWSALB=x".repeat(1000));

    assertThat(client.visit(group).port()).isEqualTo(1);
    client.cookies.put("AWSALB", "x; AWSALB=".repeat(1000) + good);
    assertThat(client.visit(group).port()).isEqualTo(2);
  }

  @Test
  void withoutATargetNothingIsSetNorCounted() {
    assertThat(client.visit(StickyGroup.byDuration("arn:tg/none/3", SECONDS)))
        .isEqualTo(new Visit(0, false, List.of()));
  }

  @Test
  void withoutSessionsNothingIsSetNorCounted() {
    assertThat(client.visit(StickyGroup.withoutSessions("arn:tg/plain/4", 7)))
        .isEqualTo(new Visit(7, false, List.of()));
  }
}

package io.albspec.proxy.stickiness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApplicationSessionsTest {

  private static final int SECONDS = 100;
  private static final String SETS = "Set-Cookie: session=abc; Path=/shop; HttpOnly; Max-Age=5";

  private final CookieSeal seal = new CookieSeal(CookieKeys.random());
  private final StickySessions sessions = new StickySessions(seal);
  private final StickyGroup group = StickyGroup.byCookie("arn:tg/blue/1", "session", SECONDS, 1, 2);
  private final Visit.Client client = new Visit.Client(sessions);

  @Test
  void aSessionBeginsWhenTheTargetSetsItsCookie() {
    assertThat(client.visit(group).lines()).isEmpty();
    assertThat(client.visit(group, "Set-Cookie: sessions=1", "Set-Cookie: Session=1").lines())
        .isEmpty();
    List<String> lines = client.visit(group, "X: y", SETS).lines();

    assertThat(lines)
        .singleElement()
        .asString()
        .matches("Set-Cookie: AWSALBAPP-0=[^;]+; Expires=Mon, 09 Jul 2018 22:22:48 GMT; Path=/");
  }

  @Test
  void aClientWithBothCookiesComesBackToItsTarget() {
    client.visit(group, SETS);

    for (int i = 0; i < 3; i++) {
      assertThat(client.visit(group))
          .returns(1, Visit::port)
          .returns(false, Visit::newSession)
          .satisfies(visit -> assertThat(visit.lines()).hasSize(1));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"session", "AWSALBAPP-0"})
  void oneCookieIsNotEnough(String missing) {
    client.visit(group, SETS);
    client.cookies.remove(missing);

    assertThat(client.visit(group))
        .returns(2, Visit::port)
        .returns(true, Visit::newSession)
        .satisfies(visit -> assertThat(visit.lines()).isEmpty());
  }

  @ParameterizedTest
  @CsvSource({"99, 1", "100, 2"})
  void aSessionLastsForItsDurationFromTheLastResponse(int ago, int port) {
    client.visit(group, SETS);
    client.visited(group, Duration.ofSeconds(ago));

    assertThat(client.visit(group).port()).isEqualTo(port);
  }

  @Test
  void aSessionOfSevenDaysOutlivesTheKeysOfSevenDays() {
    StickyGroup longest = StickyGroup.byCookie("arn:tg/long/3", "session", 604_800, 1, 2);
    client.visited(longest, Duration.ofSeconds(604_799), SETS);

    assertThat(client.visit(longest).port()).isEqualTo(1);
  }

  @Test
  void anExpiredSessionBeginsAnewOnlyWhenTheTargetSetsItsCookie() {
    client.visited(group, Duration.ofSeconds(SECONDS), SETS);

    assertThat(client.visit(group).lines()).isEmpty();
    assertThat(client.visit(group, SETS).lines()).hasSize(1);
  }

  @Test
  void whenItsTargetIsGoneTheSessionGoesOnWithAnotherAndStaysThere() {
    client.visit(group, SETS);
    group.lose(1);

    assertThat(client.visit(group))
        .returns(2, Visit::port)
        .returns(true, Visit::newSession)
        .satisfies(visit -> assertThat(visit.lines()).hasSize(1));
    group.eligible.add(0, StickyGroup.target(1));
    assertThat(client.visit(group)).returns(2, Visit::port).returns(false, Visit::newSession);
  }

  @Test
  void sessionsInSeveralGroupsShareTheCookie() {
    StickyGroup green = StickyGroup.byCookie("arn:tg/green/2", "basket", SECONDS, 3, 4);
    client.visit(group, SETS);
    client.visit(green, "Set-Cookie: basket=1");
    group.choose(null);

    assertThat(client.visit(group).port()).isEqualTo(1);
    assertThat(client.visit(green).port()).isEqualTo(3);
    assertThat(client.cookies).containsOnlyKeys("session", "basket", "AWSALBAPP-0");
  }

  @Test
  void sessionsOfABalancerInFrontAndOfOneBehindAreInOneCookie() {
    StickyGroup front = StickyGroup.byCookie("arn:tg/front/9", "outer", SECONDS, 8, 9);
    Visit.Client between = new Visit.Client(sessions);
    String[] behind = between.visit(group, SETS).lines().toArray(String[]::new);

    client.visit(front, behind[0], SETS, "Set-Cookie: outer=1");

    assertThat(client.visit(front).port()).isEqualTo(8);
    assertThat(client.visit(group).port()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/80.0.3987.87', true",
    "'Mozilla/5.0 Chrome/126.0.0.0 Safari/537.36 Edg/126.0', true",
    "'Ubuntu Chromium/81.0', true",
    "'HeadlessChrome/120.0', true",
    "Mozilla/5.0 Chrome/79.0.3945.130, false",
    "Mozilla/5.0 Chrome/8, false",
    "Mozilla/5.0 CriOS/126.0, false",
    "Mozilla/5.0 Firefox/128.0, false",
    "Chrome/99999999999999999999, true",
    "Chrome/, false"
  })
  void whetherOtherOriginsAreMeantDependsOnTheUserAgent(String agent, boolean everywhere) {
    String line = client.with(agent).visit(group, SETS).lines().get(0);

    assertThat(line.endsWith("; Path=/; SameSite=None; Secure")).isEqualTo(everywhere);
  }

  @Test
  void thereAreNoSessionsWhereGroupsAreChosenByWeights() {
    client.byWeights();

    assertThat(client.visit(group, SETS)).isEqualTo(new Visit(1, false, List.of()));
    assertThat(client.visit(group, SETS)).isEqualTo(new Visit(2, false, List.of()));
  }

  @Test
  void withoutATargetNothingIsSetNorCounted() {
    assertThat(client.visit(StickyGroup.byCookie("arn:tg/none/3", "session", SECONDS), SETS))
        .isEqualTo(new Visit(0, false, List.of()));
  }
}

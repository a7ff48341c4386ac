package io.albspec.proxy.stickiness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The cookie of application sessions in as many groups as it takes. */
class FragmentsTest {

  private static final int GROUPS = 100;
  private static final int DAY = 86_400;
  private static final String CHROME = "Chrome/126.0";

  private final CookieSeal seal = new CookieSeal(CookieKeys.random());
  private final StickySessions sessions = new StickySessions(seal);
  private final List<StickyGroup> groups = new ArrayList<>();
  private final Visit.Client client = new Visit.Client(sessions).with(CHROME);

  @BeforeEach
  void groups() {
    for (int i = 0; i < GROUPS; i++) {
      String arn = "arn:targetgroup/group-%d/%016x".formatted(i, 0x123456789abcdefL + i);
      groups.add(StickyGroup.byCookie(arn, "session", DAY, 30_001, 30_002, 30_003));
    }
  }

  private Visit begin(int group) {
    return client.visit(groups.get(group), "Set-Cookie: session=1");
  }

  private void beginUntil(int fragments) {
    int group = 0;
    while (!client.cookies.containsKey(Fragments.NAMES[fragments - 1])) {
      begin(group++);
    }
  }

  @Test
  void sessionsInAHundredGroupsAreKeptInNumberedCookies() {
    for (int i = 0; i < GROUPS; i++) {
      begin(i);
    }

    assertThat(client.cookies).containsOnlyKeys("session", "AWSALBAPP-0", "AWSALBAPP-1");
    for (StickyGroup group : groups) {
      assertThat(client.visit(group))
          .returns(30_001, Visit::port)
          .returns(false, Visit::newSession);
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 1", "4000, 1", "4013, 1", "4014, 2", "8026, 2", "8027, 3", "16052, 4"})
  void aValueIsInAsManyCookiesAsItNeeds(int length, int cookies) {
    String value = "v".repeat(length);

    List<String> lines = Fragments.lines(value, "; attributes").lines().toList();

    assertThat(lines).hasSize(length == 0 ? 0 : cookies);
    assertThat(lines.stream().map(line -> line.substring(0, "Set-Cookie: AWSALBAPP-0=".length())))
        .isEqualTo(
            List.of(Fragments.NAMES).subList(0, lines.size()).stream()
                .map(name -> "Set-Cookie: " + name + "=")
                .toList());
  }

  @Test
  void noCookieIsLongerThanClientsTakeIt() {
    for (int i = 0; i < GROUPS; i++) {
      assertThat(begin(i).lines())
          .allSatisfy(
              line ->
                  assertThat(line.length() - "Set-Cookie: ".length()).isLessThanOrEqualTo(4096));
    }
  }

  @Test
  void whatIsLeftOfALongerValueIsNoPartOfAShorterOne() {
    beginUntil(2);
    String left = client.cookies.get("AWSALBAPP-1");
    client.cookies.clear();
    begin(0);
    client.cookies.put("AWSALBAPP-1", left);

    assertThat(client.visit(groups.get(0)).newSession()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"AWSALBAPP-0", "AWSALBAPP-1"})
  void withoutOneOfItsFragmentsThereIsNoSession(String missing) {
    beginUntil(2);
    client.cookies.remove(missing);

    assertThat(client.visit(groups.get(0)))
        .returns(true, Visit::newSession)
        .satisfies(visit -> assertThat(visit.lines()).isEmpty());
  }

  @Test
  void exchangedFragmentsAreNoSession() {
    beginUntil(2);
    String first = client.cookies.get("AWSALBAPP-0");
    client.cookies.put("AWSALBAPP-0", client.cookies.get("AWSALBAPP-1"));
    client.cookies.put("AWSALBAPP-1", first);

    assertThat(client.visit(groups.get(0)).newSession()).isTrue();
  }

  @Test
  void fragmentsAreFoundByTheirNumbersAndTheFirstOfTheSameNumberCounts() {
    beginUntil(2);
    String first = client.cookies.remove("AWSALBAPP-0");
    client.cookies.put("AWSALBAPP-4", "x");
    client.cookies.put("AWSALBAPP-00", "x");
    client.cookies.put("AWSALBAPP-0", first + "; AWSALBAPP-0=x".repeat(1000) + "; AWSALBAPP-1=x");

    assertThat(client.visit(groups.get(0)).newSession()).isFalse();
  }

  @Test
  void theLatestSessionsAreKeptWhenThereIsNoRoomForAll() {
    List<StickyGroup> many = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      many.add(StickyGroup.byCookie("arn:tg/%016x".formatted(i), "session", DAY, 30_001, 30_002));
      client.visited(many.get(i), Duration.ofSeconds(400 - i), "Set-Cookie: session=1");
    }

    List<Boolean> lost = many.stream().map(each -> client.visit(each).newSession()).toList();

    assertThat(client.cookies).hasSize(5);
    assertThat(lost).contains(true, false).isSortedAccordingTo(Comparator.reverseOrder());
  }
}

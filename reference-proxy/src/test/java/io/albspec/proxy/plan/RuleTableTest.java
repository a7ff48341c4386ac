package io.albspec.proxy.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.exchange.Exchange;
import io.albspec.proxy.exchange.ReceivedRequest;
import io.albspec.proxy.routing.Action;
import io.albspec.proxy.routing.Condition;
import io.albspec.proxy.routing.ConditionCompiler;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.QueryStringKeyValuePair;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RuleCondition;

class RuleTableTest {

  private static final Action NOTHING =
      new Action() {
        @Override
        public String name() {
          return "nothing";
        }

        @Override
        public void perform(Exchange exchange, Performer performer) {
          throw new UnsupportedOperationException();
        }
      };

  private static Condition compiled(RuleCondition condition) {
    try {
      return ConditionCompiler.compile(condition);
    } catch (ApiException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static Rule rule(int priority, List<RuleCondition> conditions) {
    return new Rule(priority, conditions.stream().map(RuleTableTest::compiled).toList(), NOTHING);
  }

  private static List<Rule> rules(List<List<RuleCondition>> conditions) {
    List<Rule> rules = new ArrayList<>();
    for (List<RuleCondition> ofOne : conditions) {
      rules.add(rule(rules.size() + 1, ofOne));
    }
    rules.add(rule(0, List.of()));
    return rules;
  }

  /** What the guide says, taken literally: one rule after the other. */
  private static Rule oneByOne(List<Rule> rules, Exchange exchange) {
    return rules.stream().filter(rule -> rule.matches(exchange)).findFirst().orElseThrow();
  }

  private static Arbitrary<String> text(String alphabet, int least, int most) {
    return Arbitraries.strings()
        .withChars(alphabet.toCharArray())
        .ofMinLength(least)
        .ofMaxLength(most);
  }

  private static Arbitrary<List<String>> values(String alphabet) {
    return text(alphabet, 1, 6).list().ofMinSize(1).ofMaxSize(3);
  }

  private static RuleCondition path(List<String> values) {
    return RuleCondition.builder()
        .field("path-pattern")
        .pathPatternConfig(c -> c.values(values.stream().map(value -> "/" + value).toList()))
        .build();
  }

  private static RuleCondition host(List<String> values) {
    return RuleCondition.builder()
        .field("host-header")
        .hostHeaderConfig(c -> c.values(values))
        .build();
  }

  private static RuleCondition method(List<String> values) {
    return RuleCondition.builder()
        .field("http-request-method")
        .httpRequestMethodConfig(c -> c.values(values))
        .build();
  }

  private static RuleCondition header(List<String> values) {
    return RuleCondition.builder()
        .field("http-header")
        .httpHeaderConfig(c -> c.httpHeaderName("X-Tag").values(values))
        .build();
  }

  private static RuleCondition query(List<String> values) {
    return RuleCondition.builder()
        .field("query-string")
        .queryStringConfig(c -> c.values(values.stream().map(RuleTableTest::pair).toList()))
        .build();
  }

  private static QueryStringKeyValuePair pair(String text) {
    int at = text.length() / 2;
    return QueryStringKeyValuePair.builder()
        .key(text.substring(0, at))
        .value(text.substring(at))
        .build();
  }

  private static RuleCondition source(String block) {
    return RuleCondition.builder().field("source-ip").sourceIpConfig(c -> c.values(block)).build();
  }

  private static Arbitrary<RuleCondition> condition() {
    return Arbitraries.oneOf(
        values("aB/*?\\").map(RuleTableTest::path),
        values("aAb.*?").map(RuleTableTest::host),
        Arbitraries.of("GET", "PUT", "get")
            .list()
            .ofMinSize(1)
            .ofMaxSize(2)
            .map(RuleTableTest::method),
        values("aAb*?").map(RuleTableTest::header),
        values("aAb=*?").map(RuleTableTest::query),
        Arbitraries.of("10.0.0.0/8", "192.168.131.39/32").map(RuleTableTest::source));
  }

  @Provide
  Arbitrary<List<List<RuleCondition>>> conditions() {
    return condition().list().ofMinSize(1).ofMaxSize(3).list().ofMaxSize(40);
  }

  @Provide
  Arbitrary<List<String>> requests() {
    Arbitrary<String> fields =
        text("aAb", 1, 4)
            .map(value -> "X-Tag: " + value + "\r\n")
            .list()
            .ofMaxSize(3)
            .map(lines -> String.join("", lines));
    Arbitrary<String> queries =
        text("aAb=&%", 0, 40).map(query -> query.isEmpty() ? "" : "?" + query);
    return Combinators.combine(
            Arbitraries.of("GET", "PUT", "get", "G"),
            text("aBbA/.*", 0, 6),
            queries,
            text("aAb.", 0, 6),
            fields)
        .as(
            (method, path, query, host, tags) ->
                method
                    + " /"
                    + path
                    + query
                    + " HTTP/1.1\r\nHost: "
                    + host
                    + "\r\n"
                    + tags
                    + "\r\n")
        .list()
        .ofSize(20);
  }

  @Property(tries = 500)
  void findsWhatIsFoundOneByOne(
      @ForAll("conditions") List<List<RuleCondition>> conditions,
      @ForAll("requests") List<String> requests) {
    List<Rule> rules = rules(conditions);
    RuleTable table = new RuleTable(rules);

    for (String request : requests) {
      Exchange exchange = ReceivedRequest.of(request);
      assertThat(table.match(exchange)).isSameAs(oneByOne(rules, exchange));
    }
  }

  @Property(tries = 200)
  void findsTheSameAfterChanges(
      @ForAll("conditions") List<List<RuleCondition>> conditions,
      @ForAll("conditions") List<List<RuleCondition>> others,
      @ForAll("requests") List<String> requests,
      @ForAll long seed) {
    Random random = new Random(seed);
    List<Rule> pool = new ArrayList<>(rules(conditions));
    pool.addAll(rules(others).stream().map(rule -> moved(rule, 100)).toList());
    RuleTable table = new RuleTable(List.of(rule(0, List.of())));

    for (String request : requests) {
      List<Rule> now =
          pool.stream()
              .filter(rule -> rule.priority() > 0 && random.nextBoolean())
              .collect(Collectors.toCollection(ArrayList::new));
      now.add(rule(0, List.of()));
      table = table.with(now);
      Exchange exchange = ReceivedRequest.of(request);
      assertThat(table.match(exchange)).isSameAs(oneByOne(now, exchange));
    }
  }

  private static Rule moved(Rule rule, int by) {
    return rule.priority() == 0 ? rule : new Rule(rule.priority() + by, rule.conditions(), NOTHING);
  }

  @Test
  void aRuleOfManyIsFoundWhateverItsPlace() {
    List<List<RuleCondition>> conditions = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      conditions.add(
          List.of(path(List.of("service" + i + "/*")), host(List.of("h" + i % 7 + ".com"))));
    }
    RuleTable table = new RuleTable(rules(conditions));

    for (int i = 0; i < 1000; i++) {
      String request = "GET /service%d/x HTTP/1.1\r\nHost: h%d.com\r\n\r\n".formatted(i, i % 7);
      assertThat(table.match(ReceivedRequest.of(request)).priority()).isEqualTo(i + 1);
    }
    assertThat(
            table
                .match(ReceivedRequest.of("GET /service1/x HTTP/1.1\r\nHost: h2.com\r\n\r\n"))
                .priority())
        .isZero();
  }

  @Test
  void ofManyPairsInAQueryEachCounts() {
    List<List<RuleCondition>> conditions =
        IntStream.range(0, 100)
            .mapToObj(i -> List.of(query(List.of("kkk%d".formatted(100 + i)))))
            .toList();
    RuleTable table = new RuleTable(rules(conditions));
    String pairs = IntStream.range(0, 50).mapToObj(i -> "x=" + i).collect(Collectors.joining("&"));

    assertThat(table.match(ReceivedRequest.get("/?" + pairs + "&kkk=140")).priority())
        .isEqualTo(41);
    assertThat(table.match(ReceivedRequest.get("/?kkk=140")).priority()).isEqualTo(41);
  }
}

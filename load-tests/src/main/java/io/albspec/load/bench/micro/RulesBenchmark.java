package io.albspec.load.bench.micro;

import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.exchange.Exchange;
import io.albspec.proxy.plan.Rule;
import io.albspec.proxy.plan.RuleTable;
import io.albspec.proxy.routing.Action;
import io.albspec.proxy.routing.Condition;
import io.albspec.proxy.routing.ConditionCompiler;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RuleCondition;

/** Finding the rule for a browser's request: it meets the last rule before the default rule. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class RulesBenchmark {

  /** How many rules there are besides the default rule. */
  @Param({"1", "100", "1000", "10000"})
  public int rules;

  /** What tells them apart. */
  @Param public Kind kind;

  private final Exchange exchange = new Exchange();
  private RuleTable table;
  private List<Rule> oneByOne;

  /** Conditions that no request of the benchmark meets, and the one that it does. */
  public enum Kind {
    /** Paths without wildcards. */
    EXACT_PATHS {
      @Override
      List<RuleCondition> conditions(int number) {
        return List.of(path(number == 0 ? "/shop/items/4711" : "/shop/items/" + number + "x"));
      }
    },
    /** The beginnings of paths. */
    PATH_PREFIXES {
      @Override
      List<RuleCondition> conditions(int number) {
        return List.of(path(number == 0 ? "/shop/*" : "/service" + number + "/*"));
      }
    },
    /** A hundred hosts with an equal number of paths each. */
    HOSTS_AND_PATHS {
      @Override
      List<RuleCondition> conditions(int number) {
        return List.of(
            host(number % 100 == 0 ? "www.example.com" : "tenant" + number % 100 + ".example.com"),
            path(number == 0 ? "/shop/*" : "/service" + number / 100 + "/*"));
      }
    },
    /** Nothing but the middle of paths: they can only be looked at one by one. */
    MIDDLE_OF_PATHS {
      @Override
      List<RuleCondition> conditions(int number) {
        return List.of(path(number == 0 ? "*items*" : "*service" + number + "*"));
      }
    };

    abstract List<RuleCondition> conditions(int number);

    private static RuleCondition path(String value) {
      return RuleCondition.builder().field("path-pattern").values(value).build();
    }

    private static RuleCondition host(String value) {
      return RuleCondition.builder().field("host-header").values(value).build();
    }
  }

  /** The rules, and a request that has been read. */
  @Setup
  public void prepare() throws ApiException {
    oneByOne = new ArrayList<>();
    for (int number = rules - 1; number >= 0; number--) {
      oneByOne.add(rule(rules - number, kind.conditions(number)));
    }
    oneByOne.add(rule(0, List.of()));
    table = new RuleTable(oneByOne);
    exchange.begin(SingleNode.connection(), SingleNode.settings(), null, Instant.EPOCH, 0);
    exchange.request().head().read(ByteBuffer.wrap(BrowserRequest.bytes()));
    exchange.request().parse();
    if (!table.match(exchange).equals(oneByOne.get(rules - 1))) {
      throw new IllegalStateException("another rule has been found");
    }
  }

  private static Rule rule(int priority, List<RuleCondition> configured) throws ApiException {
    List<Condition> conditions = new ArrayList<>();
    for (RuleCondition condition : configured) {
      conditions.add(ConditionCompiler.compile(condition));
    }
    return new Rule(priority, conditions, new NoAction());
  }

  /** As the reference does. */
  @Benchmark
  public Rule compiled() {
    return table.match(exchange);
  }

  /** One rule after the other. */
  @Benchmark
  public Rule oneByOne() {
    for (Rule rule : oneByOne) {
      if (rule.matches(exchange)) {
        return rule;
      }
    }
    throw new IllegalStateException();
  }

  /** All rules put in the form in which they are searched, as after every change. */
  @Benchmark
  public RuleTable prepareAgain() {
    return new RuleTable(oneByOne);
  }

  private static final class NoAction implements Action {

    @Override
    public String name() {
      return "none";
    }

    @Override
    public void perform(Exchange exchange, Performer performer) {
      throw new UnsupportedOperationException();
    }
  }
}

package io.albspec.steps.world;

import io.albspec.steps.api.Answer;
import io.albspec.steps.api.Answer.Result;
import io.albspec.steps.api.Members;
import io.albspec.steps.clock.Budgets;
import io.albspec.steps.verdict.SetupException;
import io.albspec.steps.world.Resources.Balancer;
import io.albspec.steps.world.Resources.Listener;
import java.util.Map;

/**
 * Finds out when a change is live on a system that applies changes later than it acknowledges them:
 * the last change is a rule that answers a number nobody answered before, and it is asked for on
 * fresh connections to every node. The rule is gone again before anything else is looked at.
 */
public final class Sentinel {

  private static final int FRESH_CONNECTIONS = 3;
  private static final String FIRST = "1";
  private static final String ALMOST_LAST = "49999";

  private final Calls calls;
  private final Sut sut;
  private final Nodes nodes;
  private final Resources resources;
  private final Unique unique;
  private int generation;

  /** Asks the nodes of every load balancer. */
  public Sentinel(Calls calls, Sut sut, Nodes nodes, Resources resources, Unique unique) {
    this.calls = calls;
    this.sut = sut;
    this.nodes = nodes;
    this.resources = resources;
    this.unique = unique;
  }

  /**
   * Waits until every change so far is live.
   *
   * @throws SetupException if it is not within the budget
   */
  public void awaitAll() {
    for (Balancer balancer : resources.balancers()) {
      Members arn = new Members().with("LoadBalancerArn", balancer.arn());
      if (calls.aside("DescribeListeners", arn) instanceof Result answer) {
        answer.each("Listeners").map(Listener::of).forEach(this::await);
      }
    }
  }

  private void await(Listener listener) {
    String number = Integer.toString(++generation);
    String path = "/.albspec/" + unique.text() + "/" + number;
    String rule = create(listener, path, number);
    try {
      if (!sut.await().happens(Budgets.LIVE, () -> everyNodeAnswers(listener, path, number))) {
        throw new SetupException("the configuration is not live within " + Budgets.LIVE);
      }
    } finally {
      calls.aside("DeleteRule", new Members().with("RuleArn", rule));
    }
  }

  /** The rule comes before all others if it can, so that none of them gets its requests. */
  private String create(Listener listener, String path, String number) {
    Members rule =
        Condition.of("the path \"" + path + "\"")
            .in(new Members())
            .with("ListenerArn", listener.arn())
            .with(Actions.answer("Actions[1]", Map.of("StatusCode", "200", "MessageBody", number)));
    Answer answer = calls.aside("CreateRule", rule.with("Priority", FIRST));
    if (!(answer instanceof Result)) {
      answer = calls.aside("CreateRule", rule.with("Priority", ALMOST_LAST));
    }
    if (answer instanceof Result made) {
      return made.text("Rules[1].RuleArn");
    }
    throw new SetupException("no rule can be made to ask for: " + answer);
  }

  private boolean everyNodeAnswers(Listener listener, String path, String number) {
    return nodes.of(listener.balancer()).stream()
        .allMatch(
            node -> {
              for (int i = 0; i < FRESH_CONNECTIONS; i++) {
                if (!nodes.bodyOf(node, listener, path).equals(number)) {
                  return false;
                }
              }
              return true;
            });
  }
}

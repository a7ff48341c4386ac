package io.albspec.steps.world;

import io.albspec.steps.api.Members;
import java.util.Map;
import java.util.Optional;

/** Listeners and their default actions, as scenarios set them up. */
public final class Listeners {

  /** The default action of listeners that a scenario does not say more about. */
  public static final String DEFAULT_BODY = "default";

  private static final String DEFAULT_ACTION = "DefaultActions[1]";

  private final Calls calls;
  private final Resources resources;

  /** Made with these calls. */
  public Listeners(Calls calls, Resources resources) {
    this.calls = calls;
    this.resources = resources;
  }

  /** Creates one that answers everything with 404. */
  public void create(int port) {
    calls.require(
        "CreateListener",
        new Members()
            .with("LoadBalancerArn", resources.balancer().arn())
            .with("Protocol", "HTTP")
            .with("Port", Integer.toString(port))
            .with(Actions.answer(DEFAULT_ACTION, defaultAnswer())));
  }

  private static Map<String, String> defaultAnswer() {
    return Map.of("StatusCode", "404", "ContentType", "text/plain", "MessageBody", DEFAULT_BODY);
  }

  /** Makes "the listener" mean the one on a port. */
  public void mean(int port) {
    resources.mean(resources.listener(port));
  }

  /** Lets the listener forward to a target group. */
  public void forward(String groupArn) {
    modify(resources.listener().arn(), Actions.forward(DEFAULT_ACTION, groupArn));
  }

  /** Lets the listener on a port forward to a target group. */
  public void forward(int port, String groupArn) {
    modify(resources.listener(port).arn(), Actions.forward(DEFAULT_ACTION, groupArn));
  }

  /**
   * Lets the listener forward to target groups by their weights.
   *
   * @param seconds how long it keeps a client with a group, if it does
   */
  public void forward(Map<String, Integer> weights, Optional<Integer> seconds) {
    modify(resources.listener().arn(), Actions.forward(DEFAULT_ACTION, weights, seconds));
  }

  /** Lets the listener redirect. */
  public void redirect(Map<String, String> config) {
    modify(resources.listener().arn(), Actions.redirect(DEFAULT_ACTION, config));
  }

  /** Lets the listener answer. */
  public void answer(Map<String, String> config) {
    modify(resources.listener().arn(), Actions.answer(DEFAULT_ACTION, config));
  }

  private void modify(String arn, Map<String, String> action) {
    calls.require("ModifyListener", new Members().with("ListenerArn", arn).with(action));
  }
}

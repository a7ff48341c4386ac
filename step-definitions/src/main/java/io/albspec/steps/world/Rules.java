package io.albspec.steps.world;

import io.albspec.steps.api.Members;
import java.util.Map;
import java.util.Optional;

/** Rules of the listener, as scenarios set them up. */
public final class Rules implements NameSource {

  private static final String ACTION = "Actions[1]";

  private final Calls calls;
  private final Resources resources;

  /** Made with these calls. */
  public Rules(Calls calls, Resources resources) {
    this.calls = calls;
    this.resources = resources;
  }

  /** Creates one that forwards. */
  public void forward(int priority, Condition condition, String groupArn) {
    create(priority, condition, Actions.forward(ACTION, groupArn));
  }

  /** Creates one that redirects. */
  public void redirect(int priority, Condition condition, Map<String, String> config) {
    create(priority, condition, Actions.redirect(ACTION, config));
  }

  /** Creates one that answers. */
  public void answer(int priority, Condition condition, Map<String, String> config) {
    create(priority, condition, Actions.answer(ACTION, config));
  }

  private void create(int priority, Condition condition, Map<String, String> action) {
    calls.require(
        "CreateRule",
        condition
            .in(new Members())
            .with("ListenerArn", resources.listener().arn())
            .with("Priority", Integer.toString(priority))
            .with(action));
  }

  @Override
  public Optional<String> value(String name) {
    return name.equals("default-rule-arn") ? Optional.of(defaultRule()) : Optional.empty();
  }

  private String defaultRule() {
    Members listener = new Members().with("ListenerArn", resources.listener().arn());
    return calls.require("DescribeRules", listener).text("Rules[IsDefault=true].RuleArn");
  }
}

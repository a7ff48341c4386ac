package io.albspec.steps.glue;

import io.albspec.steps.world.Condition;
import io.albspec.steps.world.Groups;
import io.albspec.steps.world.Names;
import io.albspec.steps.world.Rules;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.ParameterType;
import io.cucumber.java.en.Given;

/** Rules of the listener. */
public final class RuleSteps {

  private final Rules rules;
  private final Groups groups;
  private final Rows rows;
  private final Names names;

  /** The rules of this scenario. */
  public RuleSteps(Rules rules, Groups groups, Rows rows, Names names) {
    this.rules = rules;
    this.groups = groups;
    this.rows = rows;
    this.names = names;
  }

  /** What a rule asks of a request. */
  @ParameterType(Condition.PATTERN)
  public Condition condition(String text) {
    return Condition.of(names.in(text));
  }

  /** A rule that forwards. */
  @Given("a rule with priority {n} that forwards {condition} to {s}")
  public void forwards(int priority, Condition condition, String group) {
    rules.forward(priority, condition, groups.arn(group));
  }

  /** A rule that redirects. */
  @Given("a rule with priority {n} that redirects {condition} with:")
  public void redirects(int priority, Condition condition, DataTable config) {
    rules.redirect(priority, condition, rows.of(config));
  }

  /** A rule that answers. */
  @Given("a rule with priority {n} that answers {condition} with:")
  public void answers(int priority, Condition condition, DataTable config) {
    rules.answer(priority, condition, rows.of(config));
  }
}

package io.albspec.steps.glue;

import io.albspec.steps.world.Groups;
import io.albspec.steps.world.Listeners;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Given;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Default actions of listeners. */
public final class ListenerSteps {

  private final Listeners listeners;
  private final Groups groups;
  private final Rows rows;

  /** The listeners of this scenario. */
  public ListenerSteps(Listeners listeners, Groups groups, Rows rows) {
    this.listeners = listeners;
    this.groups = groups;
    this.rows = rows;
  }

  /** The listener forwards. */
  @Given("the listener forwards to {s}")
  public void forwards(String group) {
    listeners.forward(groups.arn(group));
  }

  /** The listener on a port forwards. */
  @Given("the listener on port {n} forwards to {s}")
  public void forwards(int port, String group) {
    listeners.forward(port, groups.arn(group));
  }

  /** The listener forwards by weights. */
  @Given("the listener forwards with the weight {n} to {s} and {n} to {s}")
  public void forwards(int weight, String group, int otherWeight, String otherGroup) {
    listeners.forward(weights(weight, group, otherWeight, otherGroup), Optional.empty());
  }

  /** The listener forwards by weights and keeps to its choice. */
  @Given(
      "the listener forwards with the weight {n} to {s} and {n} to {s} and keeps clients there"
          + " for {n} s")
  public void forwards(int weight, String group, int otherWeight, String otherGroup, int seconds) {
    listeners.forward(weights(weight, group, otherWeight, otherGroup), Optional.of(seconds));
  }

  private Map<String, Integer> weights(
      int weight, String group, int otherWeight, String otherGroup) {
    Map<String, Integer> weights = new LinkedHashMap<>();
    weights.put(groups.arn(group), weight);
    weights.put(groups.arn(otherGroup), otherWeight);
    return weights;
  }

  /** The listener redirects. */
  @Given("the listener redirects with:")
  public void redirects(DataTable config) {
    listeners.redirect(rows.of(config));
  }

  /** The listener answers. */
  @Given("the listener answers with:")
  public void answers(DataTable config) {
    listeners.answer(rows.of(config));
  }
}

package io.albspec.steps.glue;

import io.albspec.steps.world.Instances;
import io.albspec.steps.world.SecurityGroups;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.When;

/** What happens around the load balancer: to security groups and instances. */
public final class SurroundingsSteps {

  private final SecurityGroups securityGroups;
  private final Instances instances;
  private final Rows rows;

  /** The surroundings of this scenario. */
  public SurroundingsSteps(SecurityGroups securityGroups, Instances instances, Rows rows) {
    this.securityGroups = securityGroups;
    this.instances = instances;
    this.rows = rows;
  }

  /** Makes a security group, or changes its rules. */
  @Given("the security group {s} lets in:")
  public void letsIn(String name, DataTable rules) {
    securityGroups.letsIn(name, rows.of(rules));
  }

  /** Starts, stops or ends an instance. */
  @When("the state of instance {s} becomes {s}")
  public void becomes(String target, String state) {
    instances.state(target, state);
  }
}

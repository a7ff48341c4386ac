package io.albspec.steps.glue;

import static org.assertj.core.api.Assertions.assertThat;

import io.albspec.steps.verdict.Expectations;
import io.albspec.steps.world.Balancers;
import io.albspec.steps.world.Calls;
import io.albspec.steps.world.FieldMatch;
import io.albspec.steps.world.FreePort;
import io.albspec.steps.world.Listeners;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.Map;

/** Load balancers, their states and attributes. */
public final class BalancerSteps {

  private static final int HTTP = 80;

  private final Balancers balancers;
  private final Listeners listeners;
  private final Calls calls;
  private final Expectations expectations;

  /** The load balancers of this scenario. */
  public BalancerSteps(
      Balancers balancers, Listeners listeners, Calls calls, Expectations expectations) {
    this.balancers = balancers;
    this.listeners = listeners;
    this.calls = calls;
    this.expectations = expectations;
  }

  /** One with a listener on port 80. */
  @Given("a load balancer")
  public void balancer() {
    balancer(HTTP);
  }

  /** One with a listener. */
  @Given("a load balancer with a listener on port {n}")
  public void balancer(int port) {
    balancers.create();
    listeners.create(port);
  }

  /** One with two listeners, of which the first is meant by further steps. */
  @Given("a load balancer with listeners on the ports {n} and {n}")
  public void balancer(int first, int second) {
    balancers.create();
    listeners.create(first);
    listeners.create(second);
    listeners.mean(first);
  }

  /** One for a type of IP addresses, with a listener on a port that nobody uses. */
  @Given("a load balancer with the IP address type {s}")
  public void balancer(String ipAddressType) {
    balancers.create(ipAddressType);
    listeners.create(FreePort.next());
  }

  /** Sets the type of IP addresses by a call that may be refused. */
  @When("a user sets the IP address type to {s}")
  public void setsIpAddressType(String type) {
    calls.call("SetIpAddressType", balancers.withIpAddressType(type));
  }

  /** The newest one has a type of IP addresses. */
  @Then("the IP address type is {s}")
  public void ipAddressTypeIs(String type) {
    expectations.check(() -> assertThat(balancers.ipAddressType()).isEqualTo(type));
  }

  /** One that takes no requests. */
  @Given("a load balancer without listeners")
  public void bare() {
    balancers.create();
  }

  /** Sets an attribute as part of the scene. */
  @Given("the load balancer attribute {s} is set to {s}")
  public void hasAttribute(String key, String value) {
    balancers.setAttributes(Map.of(key, value));
  }

  /** Sets an attribute by a call that may be refused. */
  @When("a user sets the load balancer attribute {s} to {s}")
  public void setsAttribute(String key, String value) {
    calls.call("ModifyLoadBalancerAttributes", balancers.modification(Map.of(key, value)));
  }

  /** The newest one gets into a state. */
  @Then("the load balancer becomes {s}")
  public void becomes(String state) {
    expectations.check(
        () ->
            assertThat(balancers.becomes(state))
                .as("the state is %s and should become %s", balancers.state(), state)
                .isTrue());
  }

  /** The newest one has an attribute. */
  @Then("the load balancer attribute {s} is {s}")
  public void attributeIs(String key, String value) {
    expectations.check(
        () ->
            assertThat(balancers.attribute(key))
                .as(key)
                .matches(new FieldMatch(value)::matches, "is " + value));
  }
}

package io.albspec.steps.world;

import io.albspec.steps.api.Answer.Result;
import io.albspec.steps.api.Members;
import io.albspec.steps.clock.Budgets;
import io.albspec.steps.driver.Surroundings;
import io.albspec.steps.verdict.SetupException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Load balancers as scenarios set them up, and what is known of them. */
public final class Balancers {

  private static final String IDLE_TIMEOUT = "Attributes[Key=idle_timeout.timeout_seconds].Value";
  private static final Duration DEFAULT_IDLE_TIMEOUT = Duration.ofSeconds(60);

  private final Sut sut;
  private final Calls calls;
  private final Resources resources;
  private final Nodes nodes;
  private final Unique unique;

  /** Made with these calls. */
  public Balancers(Sut sut, Calls calls, Resources resources, Nodes nodes, Unique unique) {
    this.sut = sut;
    this.calls = calls;
    this.resources = resources;
    this.nodes = nodes;
    this.unique = unique;
  }

  /** Creates one in two zones, and waits until it is active. */
  public void create() {
    create(new Members());
  }

  /** The same with a type of IP addresses. */
  public void create(String ipAddressType) {
    create(new Members().with("IpAddressType", ipAddressType));
  }

  private void create(Members further) {
    Surroundings all = sut.deployment().surroundings();
    String name = "lb" + resources.balancers().size() + "-" + unique.text();
    calls.require(
        "CreateLoadBalancer",
        further.with("Name", name).listing("Subnets", all.subnets().subList(0, 2)));
    if (!becomes("active")) {
      throw new SetupException("the load balancer is not active but " + state());
    }
    nodes.of(resources.balancer().arn());
  }

  /** Whether the newest one gets into a state within the budget. */
  public boolean becomes(String state) {
    return sut.await().happens(Budgets.STATE, () -> state().equals(state));
  }

  /** The members of a call that sets the type of IP addresses of the newest one. */
  public Members withIpAddressType(String type) {
    return arn().with("IpAddressType", type);
  }

  /** The type of IP addresses of the newest one. */
  public String ipAddressType() {
    return description().text("LoadBalancers[1].IpAddressType");
  }

  /** The state of the newest one. */
  public String state() {
    return description().text("LoadBalancers[1].State.Code");
  }

  /** The newest one, as the API describes it now. */
  Result description() {
    return calls.require(
        "DescribeLoadBalancers",
        new Members().with("LoadBalancerArns[1]", resources.balancer().arn()));
  }

  /** An attribute of the newest one, empty if there is none of that name. */
  public Optional<String> attribute(String key) {
    return calls
        .require("DescribeLoadBalancerAttributes", arn())
        .at("Attributes[Key=" + key + "].Value");
  }

  /** The idle timeout of the newest one; the default if it is gone. */
  public Duration idleTimeout() {
    return calls.aside("DescribeLoadBalancerAttributes", arn()) instanceof Result attributes
        ? Duration.ofSeconds(Long.parseLong(attributes.text(IDLE_TIMEOUT)))
        : DEFAULT_IDLE_TIMEOUT;
  }

  /** Sets attributes of the newest one. */
  public void setAttributes(Map<String, String> attributes) {
    calls.require("ModifyLoadBalancerAttributes", modification(attributes));
  }

  /** The members of a call that sets attributes of the newest one. */
  public Members modification(Map<String, String> attributes) {
    return Attributes.of(arn(), attributes);
  }

  private Members arn() {
    return new Members().with("LoadBalancerArn", resources.balancer().arn());
  }
}

package io.albspec.steps.glue;

import static org.assertj.core.api.Assertions.assertThat;

import io.albspec.fixtures.target.Behaviour;
import io.albspec.fixtures.target.ReceivedRequest;
import io.albspec.steps.clock.Budgets;
import io.albspec.steps.verdict.Expectations;
import io.albspec.steps.world.Bytes;
import io.albspec.steps.world.FieldMatch;
import io.albspec.steps.world.Fleet;
import io.albspec.steps.world.FleetMember;
import io.albspec.steps.world.FleetMember.HealthCheck;
import io.albspec.steps.world.HealthChecks;
import io.albspec.steps.world.Names;
import io.albspec.steps.world.TargetHealth;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Health checks: how targets treat them, and what they look like. */
public final class HealthCheckSteps {

  private final Fleet fleet;
  private final TargetHealth health;
  private final HealthChecks checks;
  private final Names names;
  private final Expectations expectations;

  /** The health checks in this scenario. */
  public HealthCheckSteps(
      Fleet fleet,
      TargetHealth health,
      HealthChecks checks,
      Names names,
      Expectations expectations) {
    this.fleet = fleet;
    this.health = health;
    this.checks = checks;
    this.names = names;
    this.expectations = expectations;
  }

  /** Answers with a status. */
  @Given("{targets} answers health checks with status {n}")
  public void answers(List<FleetMember> targets, int status) {
    targets.forEach(each -> behave(each, each.status(status)));
  }

  /** Answers with these bytes. */
  @Given("{targets} answers health checks with:")
  public void answers(List<FleetMember> targets, String text) {
    Behaviour behaviour = Behaviour.raw(Bytes.ofLines(names.in(text)));
    targets.forEach(each -> behave(each, behaviour));
  }

  /** Answers with these bytes and ends the connection. */
  @Given("{targets} answers health checks with the following and closes the connection:")
  public void answersAndCloses(List<FleetMember> targets, String text) {
    Behaviour behaviour = Behaviour.partialThenClose(Bytes.ofLines(names.in(text)));
    targets.forEach(each -> behave(each, behaviour));
  }

  /** Answers with 200, that late. */
  @Given("{targets} answers health checks after {n} s")
  public void answersLate(List<FleetMember> targets, int seconds) {
    targets.forEach(each -> behave(each, each.late(Duration.ofSeconds(seconds))));
  }

  /** Stays silent. */
  @Given("{targets} does not answer health checks")
  public void staysSilent(List<FleetMember> targets) {
    targets.forEach(each -> behave(each, Behaviour.silence()));
  }

  /** Takes no connections, health checks neither. */
  @Given("{targets} refuses connections")
  public void refuses(List<FleetMember> targets) {
    targets.forEach(each -> health.touch(each.name()));
    targets.forEach(FleetMember::refuse);
  }

  private void behave(FleetMember target, Behaviour behaviour) {
    health.touch(target.name());
    target.onHealthCheck(behaviour);
  }

  /** Lets time pass until so many more have begun and ended. */
  @When("target {s} has received {n} more health check(s)")
  public void hasReceivedMore(String target, int count) {
    assertThat(checks.more(fleet.member(target), count))
        .as("%s receives %d more health checks within %s", target, count, Budgets.HEALTH)
        .isTrue();
  }

  /** The request line of the newest. */
  @Then("the health checks of target {s} have the request line {s}")
  public void haveRequestLine(String target, String line) {
    expectations.check(
        () -> assertThat(newest(target).requestLine()).as("request line").isEqualTo(line));
  }

  /** A header of the newest. */
  @Then("the health checks of target {s} have the header {s} with the value {s}")
  public void haveHeader(String target, String name, String value) {
    expectations.check(
        () ->
            assertThat(newest(target).headers(name))
                .as("header %s", name)
                .singleElement()
                .matches(
                    actual -> new FieldMatch(value).matches(Optional.of(actual)), "is " + value));
  }

  /** The newest has no such header. */
  @Then("the health checks of target {s} have no header {s}")
  public void haveNoHeader(String target, String name) {
    expectations.check(
        () -> assertThat(newest(target).headers(name)).as("header %s", name).isEmpty());
  }

  /** So many nodes have sent some. */
  @Then("the health checks of target {s} come from {n} nodes")
  public void comeFrom(String target, int nodes) {
    expectations.check(
        () ->
            assertThat(checks.nodesSeen(fleet.member(target)))
                .as("addresses of nodes")
                .hasSize(nodes));
  }

  /** The line ends of the newest. */
  @Then("the health checks of target {s} have lines that end in CRLF and an empty line at the end")
  public void haveCleanLines(String target) {
    expectations.check(
        () ->
            assertThat(checks.hasCleanLines(fleet.member(target)))
                .as("every line ends in CRLF, and an empty line follows")
                .isTrue());
  }

  /** The gaps between the last three. */
  @Then("the health checks of target {s} arrive {n} s apart")
  public void arriveApart(String target, int seconds) {
    expectations.check(
        () ->
            assertThat(gaps(target))
                .as("gaps between health checks in seconds")
                .hasSize(2)
                .allSatisfy(
                    gap ->
                        assertThat(gap)
                            .isBetween(
                                seconds - Math.max(0.2 * seconds, 0.5),
                                seconds + Math.max(0.2 * seconds, 0.5))));
  }

  private List<Double> gaps(String target) {
    List<HealthCheck> last = checks.lastThree(fleet.member(target));
    return IntStream.range(1, last.size())
        .mapToObj(i -> Duration.between(last.get(i - 1).at(), last.get(i).at()))
        .map(gap -> gap.toMillis() / 1000.0)
        .toList();
  }

  /** The port of the newest. */
  @Then("the health checks of target {s} arrive at port {s}")
  public void arriveAtPort(String target, String port) {
    expectations.check(
        () ->
            assertThat(newest(target).origin().local().getPort())
                .as("port")
                .isEqualTo(Integer.parseInt(port)));
  }

  /** The last three leave no connection behind. */
  @Then(
      "each health check of target {s} arrives on a connection of its own that the balancer closes")
  public void leaveNoConnection(String target) {
    expectations.check(
        () -> {
          List<HealthCheck> last = checks.lastThree(fleet.member(target));
          assertThat(last).as("health checks").hasSize(3);
          assertThat(last)
              .extracting(check -> check.request().connection())
              .doesNotHaveDuplicates();
          assertThat(last).allMatch(check -> fleet.member(target).isOver(check.request()));
        });
  }

  /** None for two intervals. */
  @Then("target {s} receives no health checks")
  public void receivesNone(String target) {
    expectations.check(
        () ->
            assertThat(checks.noneComes(fleet.member(target)))
                .as("no health check comes for two intervals")
                .isTrue());
  }

  private ReceivedRequest newest(String target) {
    return checks.newest(fleet.member(target)).request();
  }
}

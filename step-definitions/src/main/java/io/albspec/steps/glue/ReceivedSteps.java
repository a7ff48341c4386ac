package io.albspec.steps.glue;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.albspec.steps.clock.Budgets;
import io.albspec.steps.verdict.Expectations;
import io.albspec.steps.world.FleetMember;
import io.albspec.steps.world.Groups;
import io.albspec.steps.world.Payload;
import io.albspec.steps.world.Receipts;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.List;

/** What targets get of clients' requests. */
public final class ReceivedSteps {

  private final Receipts receipts;
  private final Groups groups;
  private final Expectations expectations;

  /** What the targets of this scenario get. */
  public ReceivedSteps(Receipts receipts, Groups groups, Expectations expectations) {
    this.receipts = receipts;
    this.groups = groups;
    this.expectations = expectations;
  }

  /** Waits until it has received so many. */
  @When("{targets} has received {n} request(s)")
  public void hasReceived(List<FleetMember> targets, int count) {
    for (FleetMember each : targets) {
      assertThat(receipts.comes(each, count))
          .as("%s receives %d requests within %s", each.name(), count, Budgets.REQUEST)
          .isTrue();
    }
  }

  /** So many in all. */
  @Then("{targets} receives {n} request(s)")
  public void receives(List<FleetMember> targets, int count) {
    for (FleetMember each : targets) {
      expectations.check(
          () ->
              assertThat(receipts.all(each, count))
                  .as("requests that %s receives", each.name())
                  .hasSize(count));
    }
  }

  /** So many in all, give or take; what the clients sent has been answered. */
  @Then("{targets} receives between {n} and {n} requests")
  public void receivesBetween(List<FleetMember> targets, int fewest, int most) {
    for (FleetMember each : targets) {
      expectations.check(
          () ->
              assertThat(receipts.all(each, fewest).size())
                  .as("requests that %s receives", each.name())
                  .isBetween(fewest, most));
    }
  }

  /** So many in all of a group. */
  @Then("the targets of {s} receive {n} request(s) in all")
  public void receiveInAll(String group, int count) {
    expectations.check(
        () ->
            assertThat(receipts.sequenceOf(groups.group(group).targets(), count))
                .as("targets that the requests came to")
                .hasSize(count));
  }

  /** None, and none comes in the quiet budget. */
  @Then("{targets} receives nothing")
  public void receivesNothing(List<FleetMember> targets) {
    receives(targets, 0);
  }

  /** Some target twice before another one. */
  @Then("the targets of {s} do not receive the requests in turn")
  public void notInTurn(String group) {
    List<String> all = groups.group(group).targets();
    expectations.check(
        () -> {
          List<String> order = receipts.sequence(all);
          assertThat(order.subList(all.size(), order.size()))
              .as("the order of the requests")
              .isNotEqualTo(order.subList(0, order.size() - all.size()));
        });
  }

  /** One after the other. */
  @Then("the targets of {s} receive the requests in turn")
  public void inTurn(String group) {
    List<String> all = groups.group(group).targets();
    expectations.check(
        () -> {
          List<String> turn = receipts.sequence(all);
          assertThat(turn.subList(0, Math.min(all.size(), turn.size())))
              .as("the first targets of %s", turn)
              .containsExactlyInAnyOrderElementsOf(all);
          assertThat(turn.subList(all.size(), turn.size()))
              .as("the same order again and again")
              .isEqualTo(turn.subList(0, turn.size() - all.size()));
        });
  }

  /** This body. */
  @Then("{targets} receives the body {s}")
  public void receivesBody(List<FleetMember> targets, String body) {
    for (FleetMember each : targets) {
      expectations.check(
          () ->
              assertThat(new String(receipts.newest(each).body(), ISO_8859_1))
                  .as("body that %s receives", each.name())
                  .isEqualTo(body));
    }
  }

  /** Exactly these bytes on upgraded connections. */
  @Then("{targets} receives the bytes {s}")
  public void receivesBytes(List<FleetMember> targets, String bytes) {
    for (FleetMember each : targets) {
      expectations.check(
          () ->
              assertThat(receipts.bytes(each, bytes.length()))
                  .as("bytes that %s receives", each.name())
                  .isEqualTo(bytes));
    }
  }

  /** None with that request target. */
  @Then("{targets} receives no request for {s}")
  public void receivesNoRequest(List<FleetMember> targets, String path) {
    for (FleetMember each : targets) {
      expectations.check(
          () ->
              assertThat(receipts.noneFor(each, path))
                  .as("no request for %s comes to %s", path, each.name())
                  .isTrue());
    }
  }

  /** All bytes that a client uploaded. */
  @Then("{targets} receives the uploaded bytes")
  public void receivesUpload(List<FleetMember> targets) {
    for (FleetMember each : targets) {
      expectations.check(
          () -> {
            byte[] body = receipts.newest(each).body();
            assertThat(body.length).as("size of the body").isEqualTo(receipts.uploaded());
            assertThat(body)
                .as("body that %s receives", each.name())
                .isEqualTo(Payload.ofSize(receipts.uploaded()));
          });
    }
  }

  /** So many in all at this port. */
  @Then("{targets} receives {n} request(s) at port {s}")
  public void receivesSoManyAtPort(List<FleetMember> targets, int count, String port) {
    for (FleetMember each : targets) {
      expectations.check(
          () ->
              assertThat(receipts.atPort(each, Integer.parseInt(port), count))
                  .as("requests that %s receives at port %s", each.name(), port)
                  .hasSize(count));
    }
  }

  /** The newest request came to this port. */
  @Then("{targets} receives its requests at port {s}")
  public void receivesAtPort(List<FleetMember> targets, String port) {
    for (FleetMember each : targets) {
      expectations.check(
          () ->
              assertThat(receipts.newest(each).origin().local().getPort())
                  .as("port at which %s receives requests", each.name())
                  .isEqualTo(Integer.parseInt(port)));
    }
  }

  /** The balancer ends the connection its newest request came on. */
  @Then("{targets} sees the connection closed")
  public void seesClosed(List<FleetMember> targets) {
    for (FleetMember each : targets) {
      expectations.check(
          () ->
              assertThat(receipts.connectionEnds(each))
                  .as("the balancer closes its connection to %s", each.name())
                  .isTrue());
    }
  }
}

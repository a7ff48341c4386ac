package io.albspec.steps.glue;

import static org.assertj.core.api.Assertions.assertThat;

import io.albspec.steps.clock.Budgets;
import io.albspec.steps.verdict.Expectations;
import io.albspec.steps.world.ClientConnection;
import io.albspec.steps.world.Clients;
import io.albspec.steps.world.NameServer;
import io.albspec.steps.world.NameServer.Found;
import io.albspec.steps.world.Nodes;
import io.albspec.steps.world.Readiness;
import io.albspec.steps.world.Request;
import io.albspec.steps.world.Resources;
import io.albspec.steps.world.Responses;
import io.albspec.steps.world.Sut;
import io.albspec.steps.world.TargetHealth;
import io.cucumber.java.ParameterType;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** DNS names: what they stand for, and clients that go by them. */
public final class NameSteps {

  private final Sut sut;
  private final NameServer names;
  private final Nodes nodes;
  private final Resources resources;
  private final Clients clients;
  private final Responses responses;
  private final Readiness readiness;
  private final TargetHealth health;
  private final Expectations expectations;

  /** The names of this scenario's load balancers. */
  public NameSteps(
      Sut sut,
      NameServer names,
      Nodes nodes,
      Resources resources,
      Clients clients,
      Responses responses,
      Readiness readiness,
      TargetHealth health,
      Expectations expectations) {
    this.sut = sut;
    this.names = names;
    this.nodes = nodes;
    this.resources = resources;
    this.clients = clients;
    this.responses = responses;
    this.readiness = readiness;
    this.health = health;
    this.expectations = expectations;
  }

  /** Zones, by their numbers from 0. */
  @ParameterType("zone [abc]|the zones a and b|the zones a, b and c")
  public List<Integer> zones(String text) {
    return Stream.of(text.replaceFirst("^(the )?zones? ", "").split(", | and "))
        .map(letter -> letter.charAt(0) - 'a')
        .toList();
  }

  /** The name stands for the nodes of these zones and no others, soon. */
  @Then("the name {s} leads to {zones}")
  public void leadsTo(String name, List<Integer> zones) {
    readiness.beforeTraffic();
    List<InetAddress> all = nodes.ofNow(resources.balancer().arn());
    List<InetAddress> wanted = zones.stream().map(all::get).toList();
    expectations.check(
        () ->
            assertThat(soon(name, false, found -> isSame(found.addresses(), wanted)).addresses())
                .as("addresses of %s", name)
                .containsExactlyInAnyOrderElementsOf(wanted));
  }

  private static boolean isSame(List<InetAddress> found, List<InetAddress> wanted) {
    return found.size() == wanted.size() && found.containsAll(wanted);
  }

  /** The name has such an address, or none. */
  @Then("the name {s} has {anyOrNo} address of {version}")
  public void hasAddress(String name, boolean wanted, boolean ipv6) {
    expectations.check(
        () ->
            assertThat(
                    soon(name, ipv6, found -> found.addresses().isEmpty() != wanted)
                        .addresses()
                        .isEmpty())
                .as("%s has no address", name)
                .isEqualTo(!wanted));
  }

  /** Whether there is one. */
  @ParameterType("an|no")
  public boolean anyOrNo(String text) {
    return text.equals("an");
  }

  /** Whether it is version 6. */
  @ParameterType("IPv4|IPv6")
  public boolean version(String text) {
    return text.equals("IPv6");
  }

  /** Nobody is called so. */
  @Then("the name {s} does not exist")
  public void doesNotExist(String name) {
    expectations.check(
        () ->
            assertThat(soon(name, false, found -> !found.exists()).exists())
                .as("%s exists", name)
                .isFalse());
  }

  /** Its addresses may be kept so long. */
  @Then("the addresses of the name {s} may be kept for {n} s")
  public void mayBeKept(String name, int seconds) {
    expectations.check(
        () -> assertThat(names.find(name, false).seconds()).as("TTL in s").isEqualTo(seconds));
  }

  private Found soon(String name, boolean ipv6, Predicate<Found> wanted) {
    AtomicReference<Found> last = new AtomicReference<>();
    sut.await()
        .happens(
            Budgets.HEALTH.lasting(health.slowestChange()),
            () -> {
              last.set(names.find(name, ipv6));
              return wanted.test(last.get());
            });
    return last.get();
  }

  /** Looks the name up, connects to the first address, asks; each time anew. */
  @When("a client that looks up the name {s} requests {s} {n} time(s)")
  public void requestsByName(String name, String path, int times) {
    for (int time = 0; time < times; time++) {
      ClientConnection connection = clients.openAt(names.find(name, false).addresses().get(0));
      clients.send(connection, Request.get(path));
      responses.await(connection);
    }
  }
}

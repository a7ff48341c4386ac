package io.albspec.steps.glue;

import io.albspec.fixtures.target.Behaviour;
import io.albspec.steps.world.Bytes;
import io.albspec.steps.world.Fleet;
import io.albspec.steps.world.FleetMember;
import io.albspec.steps.world.Groups;
import io.albspec.steps.world.Instances;
import io.albspec.steps.world.Names;
import io.albspec.steps.world.Request.Framing;
import io.cucumber.java.ParameterType;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.When;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How targets treat the requests of clients. */
public final class TargetSteps {

  private static final String ONE = "target ";
  private static final Pattern NUMBERED = Pattern.compile("each of the targets (\\d+) to (\\d+) ");

  private final Fleet fleet;
  private final Groups groups;
  private final Instances instances;
  private final Names names;

  /** The targets of this scenario. */
  public TargetSteps(Fleet fleet, Groups groups, Instances instances, Names names) {
    this.fleet = fleet;
    this.groups = groups;
    this.instances = instances;
    this.names = names;
  }

  /** One target, or each of a group, or each of some that are numbered. */
  @ParameterType(
      "target \"[^\"]*\"|each target of \"[^\"]*\"|each of the targets \\d+ to \\d+ of \"[^\"]*\"")
  public List<FleetMember> targets(String text) {
    String name = names.in(text.substring(text.indexOf('"') + 1, text.length() - 1));
    Matcher numbered = NUMBERED.matcher(text);
    if (numbered.lookingAt()) {
      int first = Integer.parseInt(numbered.group(1));
      int last = Integer.parseInt(numbered.group(2));
      return fleet.numbered(name, first, last);
    }
    return text.startsWith(ONE)
        ? List.of(fleet.member(name))
        : groups.group(name).targets().stream().map(fleet::member).toList();
  }

  /** Instances that the surroundings know. */
  @Given("{n} instance(s) with a web server")
  public void instances(int count) {
    instances.start(count);
  }

  /** Answers with a status. */
  @Given("{targets} answers with status {n}")
  public void answers(List<FleetMember> targets, int status) {
    targets.forEach(each -> each.onRequest(each.status(status)));
  }

  /** Answers with these bytes. */
  @Given("{targets} answers with:")
  public void answers(List<FleetMember> targets, String text) {
    behave(targets, Behaviour.raw(Bytes.ofLines(names.in(text))));
  }

  /** Answers with these bytes and ends the connection. */
  @Given("{targets} answers with the following and closes the connection:")
  public void answersAndCloses(List<FleetMember> targets, String text) {
    behave(targets, Behaviour.partialThenClose(Bytes.ofLines(names.in(text))));
  }

  /** Answers with a body. */
  @Given("{targets} answers with a body of {n} bytes {framing}")
  public void answers(List<FleetMember> targets, int size, Framing framing) {
    behave(targets, FleetMember.body(size, framing));
  }

  /** Answers with its name and a cookie. */
  @Given("{targets} sets the cookie {s}")
  public void setsCookie(List<FleetMember> targets, String cookie) {
    targets.forEach(each -> each.onRequest(each.cookie(cookie)));
  }

  /** Answers as usual. */
  @Given("{targets} answers as usual")
  public void answersAsUsual(List<FleetMember> targets) {
    behave(targets, Behaviour.name());
  }

  /** Stays silent. */
  @Given("{targets} does not answer")
  public void staysSilent(List<FleetMember> targets) {
    behave(targets, Behaviour.silence());
  }

  /** Ends the connection after it has read the request. */
  @Given("{targets} closes the connection instead of answering")
  public void closes(List<FleetMember> targets) {
    behave(targets, Behaviour.close());
  }

  /** Resets the connection after it has read the request. */
  @Given("{targets} resets the connection instead of answering")
  public void resets(List<FleetMember> targets) {
    behave(targets, Behaviour.reset());
  }

  private static void behave(List<FleetMember> targets, Behaviour behaviour) {
    targets.forEach(each -> each.onRequest(behaviour));
  }

  /** Answers before it has read the body. */
  @Given("{targets} answers with status {n} before the body has come")
  public void answersEarly(List<FleetMember> targets, int status) {
    targets.forEach(each -> each.onRequest(Behaviour.early(each.status(status))));
  }

  /** Accepts WebSocket connections. */
  @Given("{targets} accepts WebSocket connections{stayingOpen}")
  public void acceptsWebSockets(List<FleetMember> targets, boolean staysOpen) {
    targets.forEach(each -> each.acceptWebSockets(staysOpen));
  }

  /** Whether its side of a connection stays open when the other side has ended. */
  @ParameterType("(?: and leaves them open)?")
  public boolean stayingOpen(String text) {
    return !text.isEmpty();
  }

  /** Neither accepts nor refuses. */
  @Given("{targets} cannot be reached")
  public void cannotBeReached(List<FleetMember> targets) {
    targets.forEach(FleetMember::vanish);
  }

  /** Sends bytes on the connection of its newest request. */
  @When("{targets} sends:")
  public void sends(List<FleetMember> targets, String text) {
    targets.forEach(each -> each.wire().send(Bytes.ofLines(names.in(text))));
  }

  /** Ends the connections it has. */
  @When("{targets} closes its connections")
  public void closesConnections(List<FleetMember> targets) {
    targets.forEach(FleetMember::leave);
  }

  /** Reads requests and keeps them. */
  @Given("{targets} holds its answers")
  public void holds(List<FleetMember> targets) {
    targets.forEach(FleetMember::hold);
  }

  /** Answers what it kept. */
  @When("{targets} releases its answers")
  public void releases(List<FleetMember> targets) {
    targets.forEach(FleetMember::release);
  }
}

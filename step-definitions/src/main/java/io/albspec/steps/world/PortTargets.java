package io.albspec.steps.world;

import io.albspec.steps.api.Members;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Targets of a scenario that are known by a port of the loopback address: those of HTTP/2. */
public final class PortTargets {

  private static final String ADDRESS = "127.0.0.1";

  private final Calls calls;
  private final Groups groups;
  private final Map<String, Place> places = new LinkedHashMap<>();

  private record Place(String group, int port) {}

  /** None yet. */
  public PortTargets(Calls calls, Groups groups) {
    this.calls = calls;
    this.groups = groups;
  }

  /** Registers a target with a group. */
  void register(String group, String target, int port) {
    Place place = new Place(group, port);
    places.put(target, place);
    calls.require("RegisterTargets", named(place));
  }

  /** Deregisters a target from its group. */
  public void deregister(String target) {
    calls.require("DeregisterTargets", named(places.get(target)));
  }

  private Members named(Place place) {
    return Groups.member(groups.arn(place.group()))
        .with("Targets[1].Id", ADDRESS)
        .with("Targets[1].Port", Integer.toString(place.port()));
  }

  /** What DescribeTargetHealth is asked for to learn of a target; empty if it is another's. */
  Optional<Members> question(String target) {
    return Optional.ofNullable(places.get(target)).map(this::named);
  }

  /** The targets that are to be healthy before anything is asked of them. */
  List<String> all() {
    return new ArrayList<>(places.keySet());
  }
}

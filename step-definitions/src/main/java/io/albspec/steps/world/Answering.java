package io.albspec.steps.world;

import io.albspec.fixtures.client.Response;
import java.util.List;
import java.util.Optional;

/** Tells which target a response comes from. */
public final class Answering {

  private final Fleet fleet;

  /** One of these. */
  public Answering(Fleet fleet) {
    this.fleet = fleet;
  }

  /**
   * Whether a target of that group, or that target, has answered. Targets answer with their names
   * unless they were told otherwise; then the request must be in their record.
   *
   * @param target path and query of the request, empty if they are not known
   */
  public boolean isBy(String groupOrTarget, Response response, Optional<String> target) {
    String body = response.bodyText();
    List<FleetMember> named = fleet.named(groupOrTarget);
    if (fleet.isMember(body)) {
      return named.stream().anyMatch(each -> each.name().equals(body));
    }
    return named.stream()
        .flatMap(each -> each.requests().stream())
        .anyMatch(request -> target.map(request.target()::equals).orElse(true));
  }
}

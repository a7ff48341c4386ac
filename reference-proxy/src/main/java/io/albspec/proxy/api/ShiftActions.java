package io.albspec.proxy.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.control.ZonalShift.Status;
import io.albspec.proxy.control.operations.ZonalShifts;
import java.util.Arrays;
import java.util.Optional;

/** The actions of the zonal shift API, from the members of a request to those of its answer. */
final class ShiftActions {

  private final ZonalShifts shifts;
  private final ShiftJson json;

  ShiftActions(ZonalShifts shifts, ShiftJson json) {
    this.shifts = shifts;
    this.json = json;
  }

  ObjectNode start(ShiftRequest request) throws ApiException {
    return json.shift(
        shifts.start(
            request.required("resourceIdentifier"),
            request.required("awayFrom"),
            request.required("expiresIn"),
            request.required("comment")));
  }

  ObjectNode update(ShiftRequest request) throws ApiException {
    return json.shift(
        shifts.update(
            request.item().orElseThrow(),
            request.optional("comment"),
            request.optional("expiresIn")));
  }

  ObjectNode cancel(ShiftRequest request) throws ApiException {
    return json.shift(shifts.cancel(request.item().orElseThrow()));
  }

  ObjectNode list(ShiftRequest request) throws ApiException {
    Optional<Status> status = status(request.optional("status"));
    Optional<String> resource = request.optional("resourceIdentifier");
    return json.shifts(
        shifts.list(
            each ->
                status.map(wanted -> each.shift().status() == wanted).orElse(true)
                    && resource.map(each.balancer().arn()::equals).orElse(true),
            request.optional("nextToken"),
            request.size()));
  }

  private static Optional<Status> status(Optional<String> asked) throws ApiException {
    Optional<Status> found =
        asked.flatMap(
            name -> Arrays.stream(Status.values()).filter(s -> s.name().equals(name)).findFirst());
    if (asked.isPresent() && found.isEmpty()) {
      throw ShiftRequest.invalid(
          "InvalidStatus", "The member 'status' must be one of ACTIVE, EXPIRED, CANCELED");
    }
    return found;
  }

  ObjectNode resources(ShiftRequest request) throws ApiException {
    return json.resources(shifts.resources(request.optional("nextToken"), request.size()));
  }

  ObjectNode resource(ShiftRequest request) throws ApiException {
    return json.resource(shifts.resource(request.item().orElseThrow()));
  }
}

package io.albspec.proxy.control.operations;

import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.control.ZonalShift;
import java.util.Map;

/** The errors of the zonal shift API, with the codes and reasons of its model. */
final class ShiftRefusal {

  private static final int CONFLICT = 409;
  private static final int NOT_FOUND = 404;
  private static final int INVALID = 400;
  private static final String REASON = "reason";

  private ShiftRefusal() {}

  /** A parameter that cannot be, for a reason such as {@code InvalidExpiresIn}. */
  static ApiException invalid(String reason, String message) {
    return new ApiException(INVALID, "ValidationException", message, Map.of(REASON, reason));
  }

  /** A parameter that is needed and was not sent. */
  static ApiException missing(String member) {
    return invalid("MissingValue", "The member '%s' must be specified".formatted(member));
  }

  static ApiException noResource(String identifier) {
    return new ApiException(
        NOT_FOUND,
        "ResourceNotFoundException",
        "There is no managed resource '%s'".formatted(identifier));
  }

  /** What is not supported is not managed (guide, "Zonal shift"). */
  static ApiException crossZone(String identifier) {
    return new ApiException(
        NOT_FOUND,
        "ResourceNotFoundException",
        "The load balancer '%s' is not a managed resource: cross-zone load balancing must be off in all its target groups"
            .formatted(identifier));
  }

  static ApiException noShift(String id) {
    return new ApiException(
        NOT_FOUND, "ResourceNotFoundException", "There is no zonal shift '%s'".formatted(id));
  }

  static ApiException alreadyShifted(String identifier, ZonalShift active) {
    return conflict(
        "ZonalShiftAlreadyExists",
        "A zonal shift is active for the resource '%s' already".formatted(identifier),
        active);
  }

  static ApiException ended(ZonalShift shift) {
    return conflict(
        "ZonalShiftStatusNotActive",
        "The zonal shift '%s' is not active, but %s".formatted(shift.id(), shift.status()),
        shift);
  }

  private static ApiException conflict(String reason, String message, ZonalShift shift) {
    return new ApiException(
        CONFLICT, "ConflictException", message, Map.of(REASON, reason, "zonalShiftId", shift.id()));
  }
}

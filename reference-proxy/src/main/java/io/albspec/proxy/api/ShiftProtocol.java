package io.albspec.proxy.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.albspec.proxy.api.audit.AuditedService;
import io.albspec.proxy.api.signature.SignedRequest;
import io.albspec.proxy.cloud.Cloud;
import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.control.operations.ZonalShifts;
import java.util.Map;
import java.util.Optional;

/**
 * The API of zonal shifts (service arc-zonal-shift, version 2022-10-30) in JSON over HTTP: method
 * and path tell the action.
 */
final class ShiftProtocol implements Protocol {

  private static final String SHIFTS = "/zonalshifts";
  private static final String RESOURCES = "/managedresources";
  private static final String ITEM = "/*";
  private static final int OK = 200;
  private static final int CREATED = 201;
  private static final String JSON = "application/json";

  private final ShiftActions actions;

  ShiftProtocol(ZonalShifts shifts, Cloud cloud) {
    this.actions = new ShiftActions(shifts, new ShiftJson(cloud));
  }

  /** What an action answers. */
  @FunctionalInterface
  private interface Action {

    ObjectNode perform(ShiftRequest request) throws ApiException;
  }

  @Override
  public AuditedService service() {
    return AuditedService.ZONAL_SHIFT;
  }

  @Override
  public boolean serves(String path) {
    return isIn(path, SHIFTS) || isIn(path, RESOURCES);
  }

  private static boolean isIn(String path, String collection) {
    return path.equals(collection) || path.startsWith(collection + "/");
  }

  @Override
  public Reply answer(SignedRequest asked, Call call) throws ApiException {
    boolean shifts = isIn(asked.path(), SHIFTS);
    String collection = shifts ? SHIFTS : RESOURCES;
    Optional<String> item =
        asked.path().equals(collection)
            ? Optional.empty()
            : Optional.of(asked.path().substring(collection.length() + 1));
    String route = asked.method() + " " + collection + (item.isPresent() ? ITEM : "");
    return switch (route) {
      case "POST " + SHIFTS -> perform("StartZonalShift", actions::start, asked, item, call);
      case "GET " + SHIFTS -> perform("ListZonalShifts", actions::list, asked, item, call);
      case "PATCH " + SHIFTS + ITEM ->
          perform("UpdateZonalShift", actions::update, asked, item, call);
      case "DELETE " + SHIFTS + ITEM ->
          perform("CancelZonalShift", actions::cancel, asked, item, call);
      case "GET " + RESOURCES ->
          perform("ListManagedResources", actions::resources, asked, item, call);
      case "GET " + RESOURCES + ITEM ->
          perform("GetManagedResource", actions::resource, asked, item, call);
      default ->
          throw new ApiException(
              404, "UnknownOperationException", "There is no operation %s.".formatted(route));
    };
  }

  private static Reply perform(
      String name, Action action, SignedRequest asked, Optional<String> item, Call call)
      throws ApiException {
    call.of(name);
    ShiftRequest request = ShiftRequest.of(asked, item);
    call.asksFor(request.members());
    ObjectNode answer = action.perform(request);
    call.answered(answer);
    int status = name.equals("StartZonalShift") ? CREATED : OK;
    return new Reply(status, Map.of("Content-Type", JSON), answer.toString());
  }

  @Override
  public Reply refusal(ApiException refusal, String requestId) {
    return new Reply(
        refusal.status(),
        Map.of("Content-Type", JSON, "x-amzn-ErrorType", ShiftErrors.type(refusal)),
        ShiftJson.refusal(refusal).toString());
  }
}

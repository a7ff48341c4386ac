package io.albspec.proxy.api;

import io.albspec.proxy.control.ApiException;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.util.SdkAutoConstructList;

/** Holds a request against the constraints of the model, all of them at once. */
public final class ModelCheck {

  private final List<String> violations = new ArrayList<>();

  private ModelCheck() {}

  /**
   * Checks a request and everything in it.
   *
   * @throws ApiException ValidationError that names every member that is wrong
   */
  public static void check(SdkPojo request) throws ApiException {
    ModelCheck check = new ModelCheck();
    check.pojo(request, Path.ROOT);
    int count = check.violations.size();
    if (count > 0) {
      throw ApiException.validation(
          "%d validation error%s detected: %s"
              .formatted(count, count == 1 ? "" : "s", String.join("; ", check.violations)));
    }
  }

  private void pojo(SdkPojo value, Path path) {
    String shape = value.getClass().getSimpleName();
    for (SdkField<?> field : value.sdkFields()) {
      Object member = field.getValueOrDefault(value);
      Path at = path.member(field.locationName());
      member(
          shape, field.locationName(), member instanceof SdkAutoConstructList ? null : member, at);
    }
  }

  private void member(String shape, String name, Object value, Path path) {
    for (Constraint constraint : ModelConstraints.of(shape, name)) {
      constraint.violatedBy(value).ifPresent(demand -> report(value, path, demand));
    }
    if (value instanceof SdkPojo pojo) {
      pojo(pojo, path);
    } else if (value instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        member(shape, name + "[]", list.get(i), path.item(i + 1));
      }
    }
  }

  private void report(Object value, Path path, String demand) {
    violations.add(
        "Value %s at '%s' failed to satisfy constraint: Member must %s"
            .formatted(shown(value), path, demand));
  }

  private static String shown(Object value) {
    if (value == null) {
      return "null";
    }
    return value instanceof String || value instanceof Number ? "'" + value + "'" : "'...'";
  }
}

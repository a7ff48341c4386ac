package io.albspec.proxy.template;

import io.albspec.proxy.api.ModelCheck;
import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.control.operations.Operation;
import io.albspec.proxy.yaml.Value;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkPojo;

/** Calls of the API that are made from values of a template. */
final class Calls {

  private final Map<String, Operation<?, ?, ?>> operations;

  Calls(Map<String, Operation<?, ?, ?>> operations) {
    this.operations = operations;
  }

  /**
   * Calls an action.
   *
   * @param members the request
   * @return the first of the resources that the answer shows
   * @throws TemplateException if a member is unknown or not of its type
   * @throws ApiException if the call is refused
   */
  SdkPojo call(String action, Value.Members members) throws TemplateException, ApiException {
    Operation<?, ?, ?> operation = operations.get(action);
    if (operation == null) {
      throw new TemplateException(
          members.place(), "this needs %s, which is not served".formatted(action));
    }
    return first(
        operation.<TemplateException>perform(
            builder -> Properties.fill(builder, members), ModelCheck::check));
  }

  private static SdkPojo first(SdkPojo answer) {
    return answer.sdkFields().stream()
        .map(field -> field.getValueOrDefault(answer))
        .filter(value -> value instanceof List<?> list && !list.isEmpty())
        .map(value -> ((List<?>) value).get(0))
        .filter(SdkPojo.class::isInstance)
        .map(SdkPojo.class::cast)
        .findFirst()
        .orElse(answer);
  }
}

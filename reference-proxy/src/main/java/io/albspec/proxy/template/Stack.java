package io.albspec.proxy.template;

import io.albspec.proxy.cloud.Cloud;
import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.control.operations.ControlPlane;
import io.albspec.proxy.yaml.Value;
import java.util.LinkedHashMap;
import java.util.Map;

/** The resources of a template, made as one change: all of them, or none. */
public final class Stack {

  private Stack() {}

  /**
   * Makes everything that a template describes, by the operations of the API.
   *
   * @return the outputs of the template, by name
   * @throws TemplateException if anything in it is wrong or refused; then nothing has changed
   */
  public static Map<String, String> create(
      Template template, StackSettings settings, ControlPlane controlPlane, Cloud cloud)
      throws TemplateException {
    Map<String, Value> parameters = ParameterValues.of(template, settings.parameters());
    try {
      return controlPlane.together(
          () -> {
            StackScope scope =
                new StackScope(
                    template, parameters, settings, new Calls(controlPlane.operations()), cloud);
            for (Template.Resource resource : template.resources().values()) {
              scope.make(resource);
            }
            return outputs(template, scope.evaluation());
          });
    } catch (ApiException refusal) {
      throw new TemplateException(
          "the stack as a whole is refused: %s: %s"
              .formatted(refusal.code(), refusal.getMessage()));
    }
  }

  private static Map<String, String> outputs(Template template, Evaluation evaluation)
      throws TemplateException {
    Map<String, String> outputs = new LinkedHashMap<>();
    for (Map.Entry<String, Value> each : template.outputs().entrySet()) {
      String what = "the output " + each.getKey();
      Value.Members output = Arguments.members(each.getValue(), what);
      Value value = output.members().get("Value");
      if (value == null) {
        throw new TemplateException(output.place(), what + " has no Value");
      }
      if (evaluation.conditions().allow(output.members().get("Condition"))) {
        outputs.put(each.getKey(), Arguments.text(evaluation.of(value), what));
      }
    }
    return outputs;
  }
}

package io.albspec.proxy.template;

import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.template.Template.Resource;
import io.albspec.proxy.yaml.Place;
import io.albspec.proxy.yaml.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkPojo;

/** Makes single resources, and looks at them again. */
final class Construction {

  private static final String NAME = "Name";

  private final Calls calls;
  private final String stack;

  Construction(Calls calls, String stack) {
    this.calls = calls;
    this.stack = stack;
  }

  /**
   * Makes a resource and sets what is set by calls of their own.
   *
   * @param given its properties, without functions
   */
  Physical make(Resource resource, ResourceType type, Value.Members given)
      throws TemplateException {
    Map<String, Value> members = new LinkedHashMap<>(given.members());
    type.also().forEach(also -> members.remove(also.property()));
    if (type.isNamed() && !members.containsKey(NAME)) {
      members.put(NAME, text(PhysicalName.of(stack, resource.id()), resource.place()));
    }
    Value.Members request = new Value.Members(members, given.place());
    Physical physical = new Physical(type, call(resource, type.create(), request));
    for (ResourceType.Also also : type.also()) {
      Value value = given.members().get(also.property());
      if (value != null) {
        setAlso(resource, also, value, physical.arn());
      }
    }
    return physical;
  }

  /** The resource as it is now: others may have changed what it shows. */
  Physical now(Physical physical, Place place) throws TemplateException, ApiException {
    if (physical.type().describe().isEmpty()) {
      return physical;
    }
    Value arns = new Value.Items(List.of(text(physical.arn(), place)), place);
    Value.Members request = new Value.Members(Map.of(physical.type().arn() + "s", arns), place);
    return new Physical(physical.type(), calls.call(physical.type().describe().get(), request));
  }

  private void setAlso(Resource resource, ResourceType.Also also, Value value, String arn)
      throws TemplateException {
    ResourceType type = ResourceType.named(resource.type()).orElseThrow();
    Map<String, Value> members = new LinkedHashMap<>();
    members.put(type.arn(), text(arn, resource.place()));
    members.put(also.member(), value);
    Value.Members request = new Value.Members(members, value.place());
    try {
      calls.call(also.action(), request);
    } catch (ApiException refusal) {
      Value.Members property = new Value.Members(Map.of(also.property(), value), value.place());
      throw Fault.of(refusal, property, value.place(), resource.id());
    }
  }

  private SdkPojo call(Resource resource, String action, Value.Members request)
      throws TemplateException {
    try {
      return calls.call(action, request);
    } catch (ApiException refusal) {
      throw Fault.of(refusal, request, resource.place(), resource.id());
    }
  }

  private static Value text(String text, Place place) {
    return new Value.Text(text, place);
  }
}

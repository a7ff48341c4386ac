package io.albspec.proxy.template;

import io.albspec.proxy.cloud.Cloud;
import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.template.Template.Resource;
import io.albspec.proxy.yaml.Place;
import io.albspec.proxy.yaml.Value;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the names in a template stand for, each resource being made when it is first needed. */
final class StackScope implements Scope {

  private final Template template;
  private final Map<String, Value> parameters;
  private final StackSettings settings;
  private final PseudoParameters pseudoParameters;
  private final Evaluation evaluation = new Evaluation(this);
  private final Construction construction;
  private final Map<String, Physical> made = new HashMap<>();
  private final Set<String> beingMade = new LinkedHashSet<>();

  StackScope(
      Template template,
      Map<String, Value> parameters,
      StackSettings settings,
      Calls calls,
      Cloud cloud) {
    this.template = template;
    this.parameters = parameters;
    this.settings = settings;
    this.pseudoParameters = new PseudoParameters(cloud, settings.name());
    this.construction = new Construction(calls, settings.name());
  }

  Evaluation evaluation() {
    return evaluation;
  }

  /** Makes a resource, unless its condition keeps it out or it is another service's. */
  void make(Resource resource) throws TemplateException {
    make(resource, resource.place());
  }

  private void make(Resource resource, Place place) throws TemplateException {
    if (evaluation.conditions().allow(resource.condition()) && !isElsewhere(resource)) {
      physical(resource, place);
    }
  }

  /** Another service's resources are not made, only stood in for. */
  private static boolean isElsewhere(Resource resource) throws TemplateException {
    boolean elsewhere = !resource.type().startsWith(ResourceType.SERVICE);
    if (!elsewhere && ResourceType.named(resource.type()).isEmpty()) {
      throw new TemplateException(
              resource.place(),
              "there is no type %s, only %s".formatted(resource.type(), ResourceType.names()))
          .of(Fault.part(resource.id(), null));
    }
    return elsewhere;
  }

  private Physical physical(Resource resource, Place place) throws TemplateException {
    Physical known = made.get(resource.id());
    if (known != null) {
      return known;
    }
    if (!evaluation.conditions().allow(resource.condition())) {
      throw new TemplateException(
          place, "the condition of the resource %s keeps it out".formatted(resource.id()));
    }
    if (!beingMade.add(resource.id())) {
      throw new TemplateException(
          place, "resources need each other: %s".formatted(String.join(", ", beingMade)));
    }
    Physical physical;
    try {
      physical = construct(resource);
    } catch (TemplateException wrong) {
      throw wrong.of(Fault.part(resource.id(), null));
    }
    beingMade.remove(resource.id());
    made.put(resource.id(), physical);
    return physical;
  }

  private Physical construct(Resource resource) throws TemplateException {
    for (Value before : resource.dependsOn()) {
      String id = Arguments.text(before, "DependsOn");
      make(resource(id, before.place()), before.place());
    }
    ResourceType type = ResourceType.named(resource.type()).orElseThrow();
    Map<String, Value> properties = new LinkedHashMap<>();
    for (Map.Entry<String, Value> each : resource.properties().members().entrySet()) {
      Value value = property(resource.id(), each.getKey(), each.getValue());
      if (!(value instanceof Value.Absent)) {
        properties.put(each.getKey(), value);
      }
    }
    return construction.make(
        resource, type, new Value.Members(properties, resource.properties().place()));
  }

  private Value property(String id, String name, Value value) throws TemplateException {
    try {
      return evaluation.of(value);
    } catch (TemplateException wrong) {
      throw wrong.of(Fault.part(id, name));
    }
  }

  private Resource resource(String id, Place place) throws TemplateException {
    Resource resource = template.resources().get(id);
    if (resource == null) {
      throw new TemplateException(place, "there is no resource '%s'".formatted(id));
    }
    return resource;
  }

  @Override
  public Optional<Value> reference(String name, Place place) throws TemplateException {
    if (parameters.containsKey(name)) {
      return Optional.of(parameters.get(name));
    }
    Resource resource = template.resources().get(name);
    if (resource == null) {
      return pseudoParameters.value(name, place);
    }
    return Optional.of(
        isElsewhere(resource)
            ? standIn(resource, name, place)
            : new Value.Text(physical(resource, place).arn(), place));
  }

  @Override
  public Value attribute(String id, String attribute, Place place) throws TemplateException {
    Resource resource = resource(id, place);
    if (isElsewhere(resource)) {
      return standIn(resource, id + "." + attribute, place);
    }
    try {
      return construction
          .now(physical(resource, place), place)
          .attribute(attribute, place)
          .orElseThrow(
              () ->
                  new TemplateException(
                      place, "%s has no attribute '%s'".formatted(resource.type(), attribute)));
    } catch (ApiException refusal) {
      throw new TemplateException(place, refusal.code() + ": " + refusal.getMessage());
    }
  }

  private Value standIn(Resource resource, String name, Place place) throws TemplateException {
    String value = settings.standIns().get(name);
    if (value == null) {
      throw new TemplateException(
          place,
          "%s is a resource of type %s, which is not simulated: what stands in for '%s' has to be given"
              .formatted(resource.id(), resource.type(), name));
    }
    return new Value.Text(value, place);
  }

  @Override
  public Value condition(String name, Place place) throws TemplateException {
    Value condition = template.conditions().get(name);
    if (condition == null) {
      throw new TemplateException(place, "there is no condition '%s'".formatted(name));
    }
    return condition;
  }

  @Override
  public Map<String, Value> mappings() {
    return template.mappings();
  }
}

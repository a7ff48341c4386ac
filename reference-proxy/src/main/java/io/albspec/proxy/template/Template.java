package io.albspec.proxy.template;

import io.albspec.proxy.yaml.Place;
import io.albspec.proxy.yaml.Value;
import io.albspec.proxy.yaml.YamlException;
import io.albspec.proxy.yaml.YamlReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A CloudFormation template as it is written, its sections told apart.
 *
 * @param parameters by name
 * @param mappings by name
 * @param conditions by name
 * @param resources by logical id, in the order written
 * @param outputs by name
 */
public record Template(
    Map<String, Value> parameters,
    Map<String, Value> mappings,
    Map<String, Value> conditions,
    Map<String, Resource> resources,
    Map<String, Value> outputs) {

  private static final Set<String> SECTIONS =
      Set.of(
          "AWSTemplateFormatVersion",
          "Description",
          "Metadata",
          "Parameters",
          "Mappings",
          "Conditions",
          "Resources",
          "Outputs");

  /**
   * One resource.
   *
   * @param id its logical id
   * @param type such as {@code AWS::ElasticLoadBalancingV2::Listener}
   * @param condition the name of its condition, or null
   * @param properties what its type is given
   * @param place where it stands
   * @param dependsOn the logical ids of those that come before
   */
  record Resource(
      String id,
      String type,
      Value.Members properties,
      Value condition,
      List<Value> dependsOn,
      Place place) {

    private static final Set<String> MEMBERS =
        Set.of(
            "Type",
            "Properties",
            "Condition",
            "DependsOn",
            "DeletionPolicy",
            "UpdateReplacePolicy",
            "Metadata");

    static Resource of(String id, Value value) throws TemplateException {
      Value.Members resource = Arguments.members(value, "the resource " + id);
      requireKnown(resource, MEMBERS, "the resource " + id);
      Value type = resource.members().get("Type");
      if (type == null) {
        throw new TemplateException(resource.place(), "the resource %s has no Type".formatted(id));
      }
      Value properties = resource.members().get("Properties");
      Value condition = resource.members().get("Condition");
      Value before = resource.members().get("DependsOn");
      return new Resource(
          id,
          Arguments.text(type, "Type"),
          properties == null
              ? new Value.Members(Map.of(), resource.place())
              : Arguments.members(properties, "Properties"),
          condition,
          before == null
              ? List.of()
              : before instanceof Value.Items items ? items.items() : List.of(before),
          resource.place());
    }
  }

  /**
   * Reads a file, in YAML or JSON.
   *
   * @throws TemplateException if it cannot be read, or is no template
   */
  public static Template read(Path file) throws TemplateException {
    try {
      return parse(Files.readString(file, StandardCharsets.UTF_8));
    } catch (NoSuchFileException e) {
      throw new TemplateException("there is no such file");
    } catch (CharacterCodingException e) {
      throw new TemplateException("the file is not UTF-8");
    } catch (IOException e) {
      throw new TemplateException("the file cannot be read: " + e.getMessage());
    }
  }

  /**
   * Reads the text of a template.
   *
   * @throws TemplateException if it is none
   */
  public static Template parse(String text) throws TemplateException {
    Value.Members template = mapping(text);
    requireKnown(template, SECTIONS, "a template");
    Map<String, Resource> resources = new LinkedHashMap<>();
    for (Map.Entry<String, Value> each : section(template, "Resources").entrySet()) {
      resources.put(each.getKey(), Resource.of(each.getKey(), each.getValue()));
    }
    if (resources.isEmpty()) {
      throw new TemplateException(template.place(), "a template has at least one resource");
    }
    return new Template(
        section(template, "Parameters"),
        section(template, "Mappings"),
        section(template, "Conditions"),
        resources,
        section(template, "Outputs"));
  }

  /** The mapping that a text is, with the short forms of functions written out. */
  static Value.Members mapping(String text) throws TemplateException {
    try {
      return YamlReader.read(text, "template", ShortForm::written);
    } catch (YamlException e) {
      throw new TemplateException(e.place().orElse(null), e.problem());
    }
  }

  private static Map<String, Value> section(Value.Members template, String name)
      throws TemplateException {
    Value section = template.members().get(name);
    return section == null ? Map.of() : Arguments.members(section, name).members();
  }

  private static void requireKnown(Value.Members members, Set<String> known, String what)
      throws TemplateException {
    for (Map.Entry<String, Value> each : members.members().entrySet()) {
      if (!known.contains(each.getKey())) {
        throw new TemplateException(
            each.getValue().place(), "'%s' is not known in %s".formatted(each.getKey(), what));
      }
    }
  }
}

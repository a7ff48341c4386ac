package io.albspec.proxy.template;

import io.albspec.proxy.yaml.Place;
import io.albspec.proxy.yaml.Value;
import java.util.Map;
import java.util.Optional;

/** What the names in a template stand for. */
interface Scope {

  /** What {@code Ref} of that name gives: a parameter's value, or what identifies a resource. */
  Optional<Value> reference(String name, Place place) throws TemplateException;

  /** What {@code Fn::GetAtt} of that resource and attribute gives. */
  Value attribute(String resource, String attribute, Place place) throws TemplateException;

  /** The condition of that name. */
  Value condition(String name, Place place) throws TemplateException;

  /** The mappings of the template. */
  Map<String, Value> mappings();
}

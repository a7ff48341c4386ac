package io.albspec.proxy.template;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * What is said about a stack beside its template.
 *
 * @param name letters, digits and hyphens, a letter first
 * @param parameters values of the template's parameters, by name
 * @param standIns what {@code Ref} of a resource of another service gives, by logical id, and what
 *     {@code Fn::GetAtt} of it gives, by logical id, dot and attribute
 */
public record StackSettings(
    String name, Map<String, String> parameters, Map<String, String> standIns) {

  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,127}");

  /**
   * Settings.
   *
   * @throws IllegalArgumentException if the name cannot be one
   */
  public StackSettings {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "the name of a stack is up to 128 letters, digits and hyphens, a letter first, not '%s'"
              .formatted(name));
    }
    parameters = Map.copyOf(parameters);
    standIns = Map.copyOf(standIns);
  }
}

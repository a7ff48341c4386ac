package io.albspec.proxy.control.attributes;

import io.albspec.proxy.control.ApiException;

/**
 * One attribute.
 *
 * @param key its name
 * @param standard its value until it is set
 * @param values what it may be set to
 * @param line where the guide describes it; 0 if only the API's model does
 */
record Attribute(String key, String standard, Values values, int line) {

  /** Refuses a value that it may not be set to. */
  void check(String value) throws ApiException {
    if (!values.met().test(value)) {
      throw ApiException.validation(
          "'%s' value '%s' must %s".formatted(key, value, values.demand()));
    }
  }
}

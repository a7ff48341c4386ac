package io.albspec.steps.driver.haproxy;

import io.albspec.proxy.control.ApiException;
import java.util.Map;
import java.util.Set;

/**
 * An attribute that HAProxy cannot honour beyond some values.
 *
 * @param key its name in the guide
 * @param harmless the values that ask for nothing, its default among them
 * @param why what is missing for the others
 */
record UnsupportedAttribute(String key, Set<String> harmless, String why) {

  void check(Map<String, String> attributes) throws ApiException {
    String value = attributes.get(key);
    if (value != null && !harmless.contains(value)) {
      throw Refusal.unsupported(key + "=" + value, why);
    }
  }
}

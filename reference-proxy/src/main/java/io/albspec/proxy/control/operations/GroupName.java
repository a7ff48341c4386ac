package io.albspec.proxy.control.operations;

import io.albspec.proxy.control.ApiException;
import java.util.regex.Pattern;

/** The name of a target group (guide, "Create a target group"). */
final class GroupName {

  private static final int MAX_LENGTH = 32;
  private static final Pattern CHARACTERS = Pattern.compile("[A-Za-z0-9-]+");
  private static final String HYPHENS = "(?!.*--)(?!^-)(?!.*-$)^[A-Za-z0-9-]+$";
  private static final Pattern FORM = Pattern.compile(HYPHENS);

  private GroupName() {}

  static void check(String name) throws ApiException {
    if (name.length() > MAX_LENGTH) {
      throw ApiException.validation(
          "Target group name '%s' cannot be longer than '%d' characters"
              .formatted(name, MAX_LENGTH));
    }
    if (!CHARACTERS.matcher(name).matches()) {
      throw ApiException.validation(
          "Target group name '%s' can only contain characters that are alphanumeric characters or hyphens(-)"
              .formatted(name));
    }
    if (!FORM.matcher(name).matches()) {
      throw ApiException.validation(
          "1 validation error detected: Value '%s' at 'targetGroup.targetGroupArn.targetGroupName' failed to satisfy constraint: Member must satisfy regular expression pattern: %s"
              .formatted(name, HYPHENS));
    }
  }
}

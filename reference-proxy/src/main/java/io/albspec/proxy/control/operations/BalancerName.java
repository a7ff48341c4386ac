package io.albspec.proxy.control.operations;

import io.albspec.proxy.control.ApiException;
import java.util.regex.Pattern;

/** The name of a load balancer (guide, "Create an Application Load Balancer", step 3). */
final class BalancerName {

  private static final int MAX_LENGTH = 32;
  private static final Pattern CHARACTERS = Pattern.compile("[A-Za-z0-9-]+");

  private BalancerName() {}

  static void check(String name) throws ApiException {
    if (name.length() > MAX_LENGTH) {
      throw invalid(name, "cannot be longer than '%d' characters".formatted(MAX_LENGTH));
    }
    if (!CHARACTERS.matcher(name).matches()) {
      throw invalid(
          name, "can only contain characters that are alphanumeric characters and hyphens(-)");
    }
    if (name.startsWith("-") || name.endsWith("-")) {
      throw invalid(name, "cannot begin or end with a hyphen(-)");
    }
    if (name.startsWith("internal-")) {
      throw invalid(name, "cannot begin with 'internal-'");
    }
  }

  private static ApiException invalid(String name, String why) {
    return ApiException.validation("The load balancer name '%s' %s".formatted(name, why));
  }
}

package io.albspec.steps.world;

import io.albspec.steps.verdict.Lack;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The security groups of a scenario, by the names it gives them. */
public final class SecurityGroups implements NameSource {

  private static final String ABILITY = "security-groups";
  private static final String SUFFIX = "-group";
  private static final int RADIX = 36;
  private static final int DISTINCT = 100;

  private final Sut sut;
  private final Unique unique;
  private final Map<String, String> ids = new LinkedHashMap<>();

  /** Groups in the surroundings of that system. */
  public SecurityGroups(Sut sut, Unique unique) {
    this.sut = sut;
    this.unique = unique;
  }

  /** Makes a group if there is none of that name, and gives it these rules: ports by sources. */
  public void letsIn(String name, Map<String, String> rules) {
    sut.driver().lacks(ABILITY).ifPresent(SecurityGroups::stop);
    String id = ids.computeIfAbsent(name, each -> next());
    sut.deployment().securityGroup(id, rules);
  }

  private String next() {
    long number = Long.parseLong(unique.text(), RADIX) * DISTINCT + ids.size();
    return "sg-%017x".formatted(number);
  }

  private static void stop(Lack lack) {
    throw lack.abort(ABILITY);
  }

  @Override
  public Optional<String> value(String name) {
    return name.endsWith(SUFFIX)
        ? Optional.ofNullable(ids.get(name.substring(0, name.length() - SUFFIX.length())))
        : Optional.empty();
  }
}

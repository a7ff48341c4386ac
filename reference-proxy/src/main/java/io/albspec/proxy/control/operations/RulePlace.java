package io.albspec.proxy.control.operations;

import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.control.Config;
import io.albspec.proxy.control.ListenerConfig;
import io.albspec.proxy.control.RuleConfig;
import java.util.ArrayList;
import java.util.List;

/** A rule and the listener it belongs to. */
record RulePlace(ListenerPlace at, RuleConfig rule) {

  /** The configuration with this rule put in the place of the one of its ARN. */
  Config in(Config config, RuleConfig changed) {
    List<RuleConfig> rules = new ArrayList<>(at.listener().rules());
    rules.replaceAll(old -> old.arn().equals(changed.arn()) ? changed : old);
    return at.in(config, at.listener().withRules(rules));
  }

  /** The configuration without this rule. */
  Config without(Config config) {
    ListenerConfig listener = at.listener();
    return at.in(
        config,
        listener.withRules(
            listener.rules().stream().filter(old -> !old.arn().equals(rule.arn())).toList()));
  }

  /** Refuses what cannot be done to a default rule. */
  RulePlace notDefault(String what) throws ApiException {
    if (rule.isDefault()) {
      throw new ApiException(
          "OperationNotPermitted", "Default rule '%s' cannot be %s".formatted(rule.arn(), what));
    }
    return this;
  }
}

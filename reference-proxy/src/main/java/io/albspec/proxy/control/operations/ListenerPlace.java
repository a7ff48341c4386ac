package io.albspec.proxy.control.operations;

import io.albspec.proxy.control.BalancerConfig;
import io.albspec.proxy.control.Config;
import io.albspec.proxy.control.ListenerConfig;
import io.albspec.proxy.control.rules.Actions;
import io.albspec.proxy.control.rules.ListenerSite;

/** A listener and the load balancer it belongs to. */
record ListenerPlace(BalancerConfig balancer, ListenerConfig listener) {

  /** The configuration with this listener put in the place of the one of its ARN. */
  Config in(Config config, ListenerConfig changed) {
    return config.with(balancer.with(changed));
  }

  /** What the actions of the listener's rules may say. */
  Actions actions(Config config) {
    ListenerSite site =
        new ListenerSite(listener.resource().protocol(), listener.resource().port());
    return new Actions(site, config::targetGroup);
  }
}

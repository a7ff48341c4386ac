package io.albspec.proxy.dns;

import io.albspec.proxy.control.BalancerConfig;
import io.albspec.proxy.control.Config;
import io.albspec.proxy.control.ZoneHealth;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The DNS names of load balancers, each alone and with {@code dualstack.} before it. The addresses
 * are those of the nodes that are in service at the moment (guide, "Target group health").
 */
public final class BalancerNames implements Directory {

  private static final String DUALSTACK = "dualstack.";

  private final String domain;
  private final Supplier<Config> config;
  private final ZoneHealth health;
  private long indexed = -1;
  private Map<String, BalancerConfig> byName = Map.of();

  /**
   * Those of a region.
   *
   * @param config tells the configuration that is live now
   * @param health tells which nodes are healthy
   */
  public BalancerNames(String region, Supplier<Config> config, ZoneHealth health) {
    this.domain = region + ".elb.amazonaws.com";
    this.config = config;
    this.health = health;
  }

  @Override
  public String domain() {
    return domain;
  }

  @Override
  public Optional<List<InetAddress>> addresses(String name) {
    index();
    String own = name.startsWith(DUALSTACK) ? name.substring(DUALSTACK.length()) : name;
    return Optional.ofNullable(byName.get(own)).map(each -> each.addressesInService(health));
  }

  private void index() {
    Config now = config.get();
    if (now.generation() != indexed) {
      Map<String, BalancerConfig> names = new HashMap<>();
      now.balancers()
          .values()
          .forEach(each -> names.put(each.resource().dnsName().toLowerCase(Locale.ROOT), each));
      byName = names;
      indexed = now.generation();
    }
  }
}
